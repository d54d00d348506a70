import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Words } from '../src/words';
import { LANGUAGES, messagesIn, wordsIn } from './messages';

const SOURCES = new URL('../src/', import.meta.url);

/** The keys that the readers' script asks for; those with a part filled in as `live.*`. The desk has words of its own. */
function keysAsked(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const asked = files
    .filter((name) => name.endsWith('.ts') && !name.startsWith('desk'))
    .flatMap((name) => [
      ...readFileSync(new URL(name, SOURCES), 'utf8').matchAll(
        /\bsay\(\s*(?:'([\w.]+)'|`([\w.]+)\$\{\w+\}`)/g,
      ),
    ])
    .map(([, key, start]) => key ?? `${start}*`);
  return [...new Set(asked)].sort();
}

describe('Words', () => {
  it('finds each key that the script asks for in each language', () => {
    const keys = keysAsked();
    expect(keys.length).toBeGreaterThan(50);
    for (const language of LANGUAGES) {
      const known = Object.keys(messagesIn(language));
      const missing = keys.filter((key) =>
        key.endsWith('*')
          ? !known.some((one) => one.startsWith(key.slice(0, -1)))
          : !known.includes(key),
      );
      expect({ language, missing }).toEqual({ language, missing: [] });
    }
  });

  it.each([
    [0, 'no quotes'],
    [1, '1 quote'],
    [1234, '1,234 quotes'],
  ])('chooses the plural form: %s, %s', (n, text) => {
    expect(wordsIn('en').say('quote.count', n)).toBe(text);
  });

  it('writes numbers as the browser does in each language', () => {
    for (const language of [...LANGUAGES, 'ar-u-nu-latn', 'en-u-nu-arabext', 'hi-u-nu-deva']) {
      const words = new Words(language, {});
      const format = new Intl.NumberFormat(language);
      for (const n of [0, 7, 25, 999, 1000, 1234567, -3, 0.5])
        expect([language, words.number(n)]).toEqual([language, format.format(n)]);
    }
  });

  it('follows the plural rules of its language', () => {
    const words = new Words('ru', { m: '{0,plural,one{# место}few{# места}other{# мест}}' });
    expect([1, 3, 5, 21].map((n) => words.say('m', n))).toEqual([
      '1 место',
      '3 места',
      '5 мест',
      '21 место',
    ]);
  });

  it('fills in several values, each its own form', () => {
    expect(wordsIn('en').say('script.found', 1, 0, 2)).toBe(
      '1 place, 0 parties and 2 quotes found',
    );
  });

  it("says a kind in the data's own word if there is no other", () => {
    expect(wordsIn('en').kind('city')).toBe('city');
    expect(wordsIn('en').kind('lagoon')).toBe('lagoon');
  });
});
