import { describe, expect, it } from 'vitest';
import english from '../../src/desk/words/en.json';
import { pageText, placeOf } from '../../src/desk/page-text';
import { fieldsOf, objectIn, textValue, valueOf, type Schema } from '../../src/desk/schema';
import { configIn } from '../../src/desk/site-config';
import { geometryOf, withPoint } from '../../src/desk/sketch-shape';
import { isDrawing } from '../../src/desk/trusted';
import type { Report } from '../../src/desk/wire';
import { readFileSync } from 'node:fs';

const schema = (name: string): Schema =>
  JSON.parse(
    readFileSync(new URL(`../../../geodata/schema/${name}.json`, import.meta.url), 'utf8'),
  ) as Schema;

const report = {
  id: 'one',
  text: { content: 'First. Water rose in Utiel.', aside: [] },
  excerpts: [{ id: 'one-1', quote: 'Water rose in Utiel.', at: [7, 27] }],
  items: [{ key: 'p', kind: 'place', excerpt: 'one-1', in: [[14, 19]], at: [[21, 26]] }],
} as unknown as Report;

describe('the text on the page', () => {
  const words = ({ content, items }: ReturnType<typeof pageText>): string[] =>
    items.map(({ start, end }) => content.slice(start, end));

  it('has the same words marked, whether the text is at hand or only its quotes', () => {
    expect(words(pageText(report))).toEqual(['Utiel']);
    const quotes = pageText({ ...report, text: null });
    expect(words(quotes)).toEqual(['Utiel']);
    expect(quotes.content).toBe('Water rose in Utiel.\n');
  });

  it('says where words stand: in a quote, in the text, or nowhere', () => {
    const page = pageText(report);
    expect(placeOf(page, { start: 21, end: 26 })).toEqual({ excerpt: 'one-1', in: [14, 19] });
    expect(placeOf(page, { start: 0, end: 5 })).toEqual({ at: [0, 5] });
    expect(placeOf(page, { start: 0, end: 12 })).toEqual({ at: [0, 12] });
    expect(placeOf(pageText({ ...report, text: null }), { start: 0, end: 40 })).toBeNull();
  });
});

describe('a form', () => {
  it('has the fields of the real schemas', () => {
    const types = (name: string, file: string): Record<string, string> => {
      const root = schema(file);
      const fields = fieldsOf(root, name === 'file' ? root : objectIn(root));
      return Object.fromEntries(fields.map((field) => [field.name, field.type]));
    };
    expect(types('object', 'parties')).toEqual({
      id: 'line',
      name: 'text',
      kind: 'choice',
      description: 'text',
    });
    expect(types('object', 'features')).toMatchObject({
      location: 'choice',
      uncertainty_m: 'number',
      alt_names: 'lines',
    });
    expect(types('file', 'report')).toMatchObject({ label: 'text', date: 'line', cites: 'lines' });
    expect(types('object', 'view')).toMatchObject({ bbox: 'json', layers: 'lines', place: 'line' });
    expect(types('object', 'corrections')).toMatchObject({ was: 'text', claims: 'lines' });
  });

  it('writes nothing for an empty field, and says what is wrong with others', () => {
    expect(valueOf('line', '  ')).toBeNull();
    expect(valueOf('lines', 'a\n\n b ')).toEqual(['a', 'b']);
    expect(valueOf('number', '1500')).toBe(1500);
    expect(() => valueOf('number', 'far')).toThrow('got far, expected a number');
  });

  it('keeps a plain text plain as long as it has one language', () => {
    expect(textValue([['en', 'Dead']], true)).toBe('Dead');
    expect(textValue([['en', 'Dead']], false)).toEqual({ en: 'Dead' });
    expect(
      textValue(
        [
          ['en', 'Dead'],
          ['es', 'Muertos '],
        ],
        true,
      ),
    ).toEqual({ en: 'Dead', es: 'Muertos' });
    expect(textValue([['en', ' ']], true)).toBeNull();
  });
});

describe('a drawing', () => {
  const square = [
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 0],
  ] as const;

  it('is nothing before it has enough points', () => {
    expect(geometryOf('pin', [])).toBeNull();
    expect(geometryOf('line', [[0, 0]])).toBeNull();
    expect(geometryOf('area', square.slice(0, 2))).toBeNull();
    expect(withPoint('pin', [[0, 0]], [1, 2])).toEqual([[1, 2]]);
  });

  it('of an area is a closed ring that runs anticlockwise', () => {
    const ring = [
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
      [1, 0],
    ];
    expect(geometryOf('area', square)).toEqual({ type: 'Polygon', coordinates: [ring] });
  });
});

describe('markup', () => {
  it('passes only as the drawing of a symbol', () => {
    expect(isDrawing('<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M1 1"/></svg>')).toBe(
      true,
    );
    const hatch = '<pattern id="hatch-ink" patternTransform="rotate(45)"><line x1="0"/></pattern>';
    expect(isDrawing(hatch)).toBe(true);
    for (const markup of [
      '<img src="x" onerror="alert(1)">',
      '<svg onload="alert(1)"></svg>',
      '<svg><script>alert(1)</script></svg>',
      '<svg><a href="javascript:alert(1)"></a></svg>',
      'flood',
      '<b>flood</b>',
      '<svg viewBox="0 0 1 1" style="x"></svg>',
    ])
      expect(isDrawing(markup), markup).toBe(false);
  });
});

describe('the configuration of the site', () => {
  it('is taken out of its home page', () => {
    const page = '<script type="application/json" id="dateline">{"lang":"en"}</script><p>';
    expect(configIn(page)).toEqual({ lang: 'en' });
    expect(configIn('<p>')).toBeNull();
  });
});

describe('the words of the desk', () => {
  it('are all used, and all that are used are there', () => {
    const files = import.meta.glob('../../src/desk/*.ts', {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    const source = Object.values(files).join('\n');
    const used = [...source.matchAll(/say\(\s*'([^'$]+)'/g)].map(([, key]) => key ?? '');
    expect(used.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });
});
