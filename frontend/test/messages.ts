import { readdirSync, readFileSync } from 'node:fs';
import { Words } from '../src/words';

const FOLDER = new URL('../../src/main/resources/', import.meta.url);

/** The languages that have a file of messages; English is the file without one in its name. */
export const LANGUAGES = readdirSync(FOLDER)
  .map((name) => /^messages(?:_(\w+))?\.properties$/.exec(name))
  .filter((match) => match !== null)
  .map(([, language]) => language ?? 'en');

/** The messages of a language, by key. */
export function messagesIn(language: string): Record<string, string> {
  const name = language === 'en' ? 'messages.properties' : `messages_${language}.properties`;
  const lines = readFileSync(new URL(name, FOLDER), 'utf8').split('\n');
  return Object.fromEntries(
    lines
      .map((line) => /^([^#=]+)=(.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, key = '', text = '']) => [
        key.trim(),
        text.replace(/\\u([0-9A-F]{4})/g, (_, code: string) =>
          String.fromCharCode(parseInt(code, 16)),
        ),
      ]),
  );
}

/** The words that a page in a language hands to the script. */
export function wordsIn(language: string): Words {
  return new Words(language, messagesIn(language));
}
