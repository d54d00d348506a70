/** A range of a text in UTF-16 code units; the end is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text on which the same things lie. */
export interface Stretch<T> extends Span {
  readonly on: readonly T[];
}

/** Divides a range of a text at all ends of spans, so that spans may overlap. */
export function stretches<T extends Span>(whole: Span, spans: readonly T[]): Stretch<T>[] {
  const cuts = new Set([whole.start, whole.end]);
  for (const { start, end } of spans) {
    for (const cut of [start, end]) if (cut > whole.start && cut < whole.end) cuts.add(cut);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? whole.end;
    return { start, end, on: spans.filter((span) => span.start < end && span.end > start) };
  });
}

/** The paragraphs of a text: what stands between line breaks, without those that are empty. */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
    if (line.trim() !== '') found.push({ start: index, end: index + line.length });
  }
  return found;
}

/** Which end of some words moves, and where to in the direction of reading. */
export interface Move {
  readonly edge: 'start' | 'end';
  readonly onwards: boolean;
}

/**
 * What Shift and an arrow do to words: left and right move their end as the eye sees it, up and down their start.
 * Null for other keys.
 */
export function moveOf(key: string, rightToLeft: boolean): Move | null {
  switch (key) {
    case 'ArrowRight':
      return { edge: 'end', onwards: !rightToLeft };
    case 'ArrowLeft':
      return { edge: 'end', onwards: rightToLeft };
    case 'ArrowUp':
      return { edge: 'start', onwards: false };
    case 'ArrowDown':
      return { edge: 'start', onwards: true };
    default:
      return null;
  }
}

/**
 * Moves one end of a span by a word, within some bounds; the span itself if it would get empty or leave them.
 *
 * @param language of the text, for languages that write no spaces
 */
export function moved(
  text: string,
  span: Span,
  { edge, onwards }: Move,
  bounds: Span,
  language: string,
): Span {
  const words = wordsIn(text, bounds, language);
  const ends = words.map((word) => word[edge]);
  const from = span[edge];
  const to = onwards ? ends.find((at) => at > from) : ends.filter((at) => at < from).at(-1);
  if (to === undefined) return span;
  const next = { ...span, [edge]: to };
  return next.start < next.end ? next : span;
}

/** The word, or the first word of the sentence, before or after some words; the words themselves at the text's ends. */
export function beside(
  text: string,
  span: Span,
  by: 'word' | 'sentence',
  onwards: boolean,
  language: string,
): Span {
  const whole = { start: 0, end: text.length };
  const words = wordsIn(text, whole, language);
  const firsts = by === 'word' ? words : words.filter((word) => isFirst(text, word, language));
  const found = onwards
    ? firsts.find(({ start }) => start >= span.end)
    : firsts.filter(({ end }) => end <= span.start).at(-1);
  return found ?? span;
}

/** Widens a selection to whole words, and takes away white space at its ends; null if no word is in it. */
export function wholeWords(text: string, span: Span, language: string): Span | null {
  const touched = wordsIn(text, { start: 0, end: text.length }, language).filter(
    ({ start, end }) => start < span.end && end > span.start,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The sentence, or else the paragraph, that some words stand in, without white space around it. */
export function sentenceAround(text: string, span: Span, language: string): Span {
  const { start, end } = paragraphs(text).find(
    (line) => line.start <= span.start && line.end >= span.end,
  ) ?? { start: 0, end: text.length };
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const all = [...segmenter.segment(text.slice(start, end))].map(({ index, segment }) => ({
    start: start + index,
    end: start + index + segment.length,
  }));
  const first = all.find((one) => one.end > span.start);
  const last = all.filter((one) => one.start < span.end).at(-1);
  return trimmed(text, { start: first?.start ?? start, end: last?.end ?? end });
}

/** Takes away white space at the ends of a span. */
export function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  return {
    start: start + part.length - part.trimStart().length,
    end: end - (part.length - part.trimEnd().length),
  };
}

function isFirst(text: string, word: Span, language: string): boolean {
  const { start } = sentenceAround(text, word, language);
  return !/[\p{L}\p{N}]/u.test(text.slice(start, word.start));
}

function wordsIn(text: string, { start, end }: Span, language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text.slice(start, end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}
