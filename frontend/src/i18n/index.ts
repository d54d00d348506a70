import { en, enKinds, type Dictionary, type Kinds } from './en';
import { ur, urKinds } from './ur';

const DICTIONARIES: Readonly<Record<string, Dictionary>> = { en, ur };
const KINDS: Readonly<Record<string, Kinds>> = { en: enKinds, ur: urKinds };

/** Says a text of the dictionary, its `{names}` filled in. */
export type Translate = (
  key: keyof Dictionary,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The texts of a language; English where the script does not speak it. */
export function translator(lang: string): Translate {
  const dictionary = DICTIONARIES[lang] ?? en;
  return (key, values = {}) =>
    dictionary[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The language that the script's words are in on a page of some language. */
export function spokenOn(lang: string): string {
  return lang in DICTIONARIES ? lang : 'en';
}

/** "3 quotes", "1 quote", "no quote". */
export function quotesOf(t: Translate, n: number): string {
  return n === 0 ? t('noQuotes') : t(n === 1 ? 'quote' : 'quotes', { n });
}

/** The word for a kind of feature; the data's own word where there is none. */
export function kindIn(lang: string, kind: string): string {
  return (KINDS[lang] ?? enKinds)[kind] ?? kind;
}
