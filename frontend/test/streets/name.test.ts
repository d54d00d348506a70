import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/streets/name';
import { widthAt } from '../../src/streets/style';

describe('nameOf', () => {
  it('takes the name in the language, or in what it is a kind of, or as written', () => {
    const names = { name: 'Rua', 'name:de': 'Straße', 'name:pt': 'pt', 'name:zh-Hant': '街' };
    const found = ['de', 'pt-BR', 'zh-Hant-TW', 'zh-Hans'].map((lang) => nameOf(names, lang));
    expect(found).toEqual(['Straße', 'pt', '街', 'Rua']);
    expect(nameOf({ 'name:de': 'Straße' }, 'en')).toBe('');
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
