/** A text folded for comparison, with the original position of each of its characters. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where its original begins. */
  readonly starts: readonly number[];
  /** For each UTF-16 unit of `text`, where its original ends. */
  readonly ends: readonly number[];
}

/** A range of the original text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

// Arabic letters that Urdu and Arabic keyboards type differently, and typographic marks.
const SAME = new Map([
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
  ['ه', 'ہ'],
  ['ۃ', 'ہ'],
  ['ة', 'ہ'],
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
  ['ß', 'ss'],
  ['ı', 'i'],
  ['ø', 'o'],
  ['ł', 'l'],
]);

/** Folds case, accents and variants of Arabic letters, so that "Mushkāf" and "mushkaf" are one. */
export function fold(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const folded = foldCharacter(character);
    starts.push(...Array.from({ length: folded.length }, () => at));
    ends.push(...Array.from({ length: folded.length }, () => end));
    text += folded;
    at = end;
  }
  return { text, starts, ends };
}

function foldCharacter(character: string): string {
  const plain = character
    .normalize('NFD')
    .replace(/[\p{M}\u200c\u200d]/gu, '')
    .toLowerCase();
  if (/^\s$/.test(plain)) return ' ';
  return SAME.get(plain) ?? plain;
}

/**
 * The words of a query, folded. Words within quotation marks stay together; full stops within
 * abbreviations are dropped.
 */
export function wordsOf(query: string): string[] {
  const found = [...fold(query).text.matchAll(/"([^"]+)"|[^\s,;"]+/g)];
  return found
    .map(([all, phrase]) => withoutStops((phrase ?? all).trim().replace(/\s+/g, ' ')))
    .map((word) => word.replace(/^["'«»]+|["'«».!?]+$/g, ''))
    .filter((word) => word !== '');
}

/** An abbreviation without its full stops: "n.w.f.p." is "nwfp". */
export function withoutStops(word: string): string {
  return /^(\p{L}\.){2,}\p{L}?$/u.test(word) ? word.replaceAll('.', '') : word;
}

/**
 * The least length of a word to be found inside another, such as "abad" in "Jacobabad"; shorter
 * words would match by chance.
 */
const PART = 4;

/**
 * The position of a word in a folded text: at the start of a word or, if `within` is set and the
 * word is long enough, inside one. -1 if it is not there.
 */
export function findWord(folded: Folded, word: string, within: boolean, from = 0): number {
  for (let at = folded.text.indexOf(word, from); at >= 0; at = folded.text.indexOf(word, at + 1)) {
    if (
      (within && word.length >= PART) ||
      at === 0 ||
      !/[\p{L}\p{N}]/u.test(folded.text[at - 1] ?? '')
    )
      return at;
  }
  return -1;
}

/** How many letters may differ in a word of a length: none in short ones. */
function mistakesIn(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Where a text has a word that is spelled much like another: it begins with the same letter, and a
 * letter or two are missing, added, exchanged or turned round. What a reader has typed so far may
 * be the beginning of such a word.
 */
export function nearWords(folded: Folded, word: string): TextRange[] {
  // A number is another number if a single digit differs.
  const most = /\p{N}/u.test(word) ? 0 : mistakesIn(word.length);
  if (most === 0) return [];
  const near: TextRange[] = [];
  for (const { 0: token, index } of folded.text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!token.startsWith(word.charAt(0)) || token.length < word.length - most) continue;
    const begun = token.slice(0, word.length);
    if (distance(token, word, most) <= most || distance(begun, word, most) <= most) {
      near.push({ start: index, end: index + token.length });
    }
  }
  return near;
}

/**
 * The number of letters that are missing, added, exchanged, or turned round with their neighbour
 * (optimal string alignment); any number above `most` if it is more.
 */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/**
 * The ranges of the original that match any of the words, in order and not overlapping; where there
 * is none, those of words that are spelled much like one of them.
 */
export function rangesOf(original: string, words: readonly string[], within = false): TextRange[] {
  const folded = fold(original);
  const found = exactRanges(original, folded, words, within);
  if (found.length > 0) return merge(found);
  const near = words.flatMap((word) => nearWords(folded, word));
  return merge(
    near.map(({ start, end }) => ({
      start: folded.starts[start] ?? 0,
      end: endOfMarks(original, folded.ends[end - 1] ?? original.length),
    })),
  );
}

function exactRanges(
  original: string,
  folded: Folded,
  words: readonly string[],
  within: boolean,
): TextRange[] {
  const found: TextRange[] = [];
  for (const word of words) {
    for (
      let at = findWord(folded, word, within);
      at >= 0;
      at = findWord(folded, word, within, at + word.length)
    ) {
      found.push({
        start: folded.starts[at] ?? 0,
        end: endOfMarks(original, folded.ends[at + word.length - 1] ?? original.length),
      });
    }
  }
  return found;
}

/** The end of a letter including the combining marks after it. */
function endOfMarks(original: string, end: number): number {
  const marks = /^\p{M}+/u.exec(original.slice(end));
  return end + (marks?.[0].length ?? 0);
}

function merge(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

/** A part of a long text around the first match, cut at word boundaries. */
export function snippetOf(original: string, words: readonly string[], length: number): string {
  if (original.length <= length) return original;
  const hit = rangesOf(original, words)[0]?.start ?? 0;
  let start = Math.max(0, Math.min(hit - Math.floor(length / 3), original.length - length));
  if (start > 0) start = original.indexOf(' ', start) + 1 || start;
  let end = Math.min(original.length, start + length);
  if (end < original.length) end = Math.max(original.lastIndexOf(' ', end), hit + 1);
  return `${start > 0 ? '… ' : ''}${original.slice(start, end)}${end < original.length ? ' …' : ''}`;
}
