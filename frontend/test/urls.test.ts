import { describe, expect, it } from 'vitest';
import { Urls } from '../src/urls';

const site = 'https://news.example/maps/train/';
const english = new Urls('../../', `${site}places/sibi/`, {
  lang: 'en',
  languages: ['en', 'ur'],
  files: false,
});
const urdu = new Urls('../', `${site}ur/`, {
  lang: 'ur',
  languages: ['en', 'ur'],
  files: false,
});

describe('Urls', () => {
  it('keeps below the folder the site is published in', () => {
    expect(english.place('quetta')).toBe(`${site}places/quetta/`);
    expect(urdu.place('quetta')).toBe(`${site}ur/places/quetta/`);
    expect(urdu.file('layers/areas.geojson')).toBe(`${site}layers/areas.geojson`);
    expect(english.excerpt('abc-wires', 'abc-wires-6')).toBe(
      `${site}reports/abc-wires/#abc-wires-6`,
    );
  });

  it('names the file of a page where the site is files', () => {
    const files = new Urls('../../', `${site}places/sibi/index.html`, {
      lang: 'en',
      languages: ['en'],
      files: true,
    });
    expect(files.place('quetta')).toBe(`${site}places/quetta/index.html`);
    expect(files.excerpt('abc-wires', 'abc-wires-6')).toBe(
      `${site}reports/abc-wires/index.html#abc-wires-6`,
    );
    expect(files.isPage(new URL(files.place('quetta')))).toBe(true);
    expect(files.file('layers/areas.geojson')).toBe(`${site}layers/areas.geojson`);
  });

  it.each([
    ['', true],
    ['index.html', true],
    ['places/sibi/', true],
    ['reports/abc-wires/#abc-wires-6', true],
    ['claims/hostages/#jaffar-express-hijacking', true],
    ['parties/bla/', true],
    ['claims/hostages.csv', false],
    ['layers/areas.geojson', false],
    ['ur/', false],
    ['places/sibi/?a=b', false],
    ['../elsewhere/', false],
  ])('takes "%s" as a page of its language: %s', (path, expected) => {
    expect(english.isPage(new URL(path, site))).toBe(expected);
  });

  it('leaves other languages to the browser', () => {
    expect(urdu.isPage(new URL('places/sibi/', site))).toBe(false);
    expect(urdu.isPage(new URL('ur/places/sibi/', site))).toBe(true);
  });
});
