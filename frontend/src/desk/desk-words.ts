import english from './words/en.json';
import { Words } from '../words';

/** The languages that the desk speaks, with their messages; English has all of them. */
const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en: english };

/** The words of the first wanted language that the desk speaks, or English. */
export function deskWords(wanted: readonly string[]): Words {
  const found = wanted
    .map((tag) => tag.split('-')[0] ?? '')
    .find((language) => Object.hasOwn(LANGUAGES, language));
  const language = found ?? 'en';
  return new Words(language, { ...english, ...LANGUAGES[language] });
}
