import { describe, expect, it } from 'vitest';
import { kindOf, nameOf, SCHEMAS } from '../../src/streets/schema';
import { widthAt } from '../../src/streets/style';

describe('kindOf', () => {
  it.each([
    ['openmaptiles', 'transportation', { class: 'primary' }, 'major'],
    ['protomaps', 'roads', { kind: 'major_road', kind_detail: 'primary' }, 'major'],
    ['shortbread', 'streets', { kind: 'primary', rail: false }, 'major'],
    ['openmaptiles', 'transportation', { class: 'rail', brunnel: 'tunnel' }, null],
    ['protomaps', 'roads', { kind: 'rail', is_tunnel: true }, null],
    ['shortbread', 'streets', { kind: 'light_rail', tunnel: true }, null],
    ['openmaptiles', 'boundary', { admin_level: 2, disputed: 1 }, 'boundary-unsettled'],
    ['shortbread', 'boundaries', { admin_level: 2, disputed: false }, 'boundary'],
  ])('draws lines of %s/%s %o as %s', (schema, layer, properties, kind) => {
    expect(kindOf(SCHEMAS[schema]?.draw ?? [], layer, 'line', properties)).toBe(kind);
  });
});

describe('nameOf', () => {
  it('takes the name in the language, or as written', () => {
    const names = { name: 'Київ', 'name:de': 'Kiew', name_en: 'Kyiv', 'name:latin': 'Kyyiv' };
    expect(['de', 'en', 'fr'].map((lang) => nameOf(names, lang))).toEqual(['Kiew', 'Kyiv', 'Київ']);
    expect(nameOf({ 'name:latin': 'Main Street' }, 'en')).toBe('Main Street');
    expect(nameOf({ name: 'x'.repeat(81) }, 'en')).toBe('');
  });

  it('takes the closest language with its script or region', () => {
    const names = { name: 'Rua', 'name:pt': 'pt', 'name:zh-Hant': '街', name_sr_Latn: 'ulica' };
    const found = ['pt-BR', 'zh-Hant-TW', 'sr-Latn', 'zh-Hans'].map((lang) => nameOf(names, lang));
    expect(found).toEqual(['pt', '街', 'ulica', 'Rua']);
  });
});

describe('widthAt', () => {
  const widths = [
    [12, 1],
    [14, 3],
  ];

  it('is nothing before the first zoom, between the widths, and then grows with the ground', () => {
    expect([11.9, 12, 13, 14, 15].map((zoom) => widthAt(widths, zoom))).toEqual([0, 1, 2, 3, 6]);
  });
});
