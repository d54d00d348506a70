import type { Words } from '../words';
import type { Candidate, DeskState, FigureValue, Item, Text } from './wire';

/** From this probability on, a proposal is called sure, as in "dateline ingest". */
const SURE = 0.72;
const LIKELY = 0.6;

/** How sure a proposal is, as a key of the messages. */
export function sureness(
  item: Item,
): 'decided' | 'sure' | 'likely' | 'unsure' | 'undecided' | 'unknown' {
  if (!item.open) return 'decided';
  if (item.kind === 'place' && (item.state === 'undecided' || item.state === 'unknown'))
    return item.state;
  const sure = item.sure ?? 1;
  if (sure >= SURE) return 'sure';
  return sure >= LIKELY ? 'likely' : 'unsure';
}

/** How sure a proposal is, in words and as a share. */
export function sureWords(item: Item, words: Words): string {
  const level = words.say(`sure.${sureness(item)}`);
  if (!item.open || item.sure === null) return level;
  return words.say('sure.share', level, Math.round(item.sure * 100));
}

/** The reasons of a proposal, one by one. */
export function reasons(why: string | null): string[] {
  return (why ?? '')
    .split(/;\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** A text in one of the languages that it has, the wanted one first. */
export function textIn(text: Text | null | undefined, languages: readonly string[]): string {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  const found = languages.find((language) => text[language] !== undefined);
  return (found ? text[found] : Object.values(text)[0]) ?? '';
}

/** What tells a candidate from others of its name: kind and where it lies. */
export function candidateDetail(
  { kind, within, people, feature }: Candidate,
  words: Words,
  layerTitle: string,
): string {
  const parts = [
    kind ? words.kind(kind) : '',
    within ?? '',
    people ? words.say('candidate.people', people) : '',
    words.say(feature ? 'candidate.own' : 'candidate.list', layerTitle),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The value of a figure with its wording. */
export function valueWords(value: FigureValue, wording: string, words: Words): string {
  const number = (one: unknown): string =>
    typeof one === 'number' ? words.number(one) : String(one);
  if (Array.isArray(value)) return words.say('value.between', ...value.map(number));
  if (typeof value === 'string') return words.say('value.words', value);
  return words.say(`value.${wording}`, number(value));
}

/** The words of an item; of a tie that an editor made without words, the place in brackets. */
export function wordsOf(item: Item): string {
  return item.kind === 'place' && item.words === ''
    ? `(${item.candidates[0]?.name ?? ''})`
    : item.words;
}

/** What an item is said to be, in a few words: the place, or measure and value. */
export function meaningOf(item: Item, words: Words, names: Names): string {
  if (item.kind === 'claim')
    return `${names.measure(item.measure)} · ${valueWords(item.value, item.wording, words)}`;
  const [first] = item.candidates;
  if (!first) return words.say('sure.unknown');
  const where = first.within ?? names.layer(first.layer);
  return [
    first.name === item.words ? '' : first.name,
    first.kind ? words.kind(first.kind) : '',
    where,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Names of a catalog in the desk's language, or else in the catalog's own. */
export class Names {
  private readonly languages: readonly string[];

  constructor(
    private readonly state: DeskState,
    language: string,
  ) {
    this.languages = [language, ...state.languages];
  }

  text(text: Text | null | undefined): string {
    return textIn(text, this.languages);
  }

  party(id: string): string {
    return this.text(this.state.parties.find((one) => one.id === id)?.name) || id;
  }

  measure(id: string): string {
    return this.text(this.state.measures.find((one) => one.id === id)?.label) || id;
  }

  feature(id: string): string {
    return this.text(this.state.features.find((one) => one.id === id)?.name) || id;
  }

  layer(id: string | null): string {
    return this.text(this.state.layers.find((one) => one.id === id)?.title) || (id ?? '');
  }
}
