import { describe, expect, it } from 'vitest';
import { SearchIndex, type PlaceEntry } from '../../src/search/index';

function place(id: string, name: string, variants: string[] = [], count = 1): PlaceEntry {
  return { id, name, kind: 'town', location: 'point', style: 'place', count, variants };
}

const index = new SearchIndex(
  [
    place('sibi-district', 'Sibi district', ['ضلع سبی']),
    place('sibi', 'Sibi', ['سبی', 'Sibbi'], 1),
    place('mushkaf', 'Mushkaf', ['Mushqaf', 'Mashkaf', 'مشکاف'], 3),
    place('mushkaf-station', 'Mushkaf', [], 0),
    place('hijacking', 'Jaffar Express hijacking'),
    place('peshawar', 'Peshawar', ['پشاور']),
    place('islamabad', 'Islamabad'),
    place('kp', 'Khyber Pakhtunkhwa', ['N.W.F.P.', 'KPK']),
  ],
  [
    { id: 'naqvi', name: 'Mohsin Naqvi', count: 2, variants: ['محسن نقوی'] },
    { id: 'bla', name: 'Baloch Liberation Army (BLA)', count: 30, variants: [] },
  ],
  [
    {
      id: 'a-1',
      quote: 'Gunmen took the train in remote Sibi district.',
      report: 'a',
      reportLabel: 'A',
    },
    { id: 'b-2', quote: 'at Mashkaf, Dhadar, Bolan', report: 'b', reportLabel: 'B' },
    {
      id: 'c-3',
      quote: 'the spokesperson Jeeyand Baloch spoke of “beasts who fire” on people',
      report: 'c',
      reportLabel: 'C',
    },
  ],
);

describe('SearchIndex', () => {
  it('finds a place by a variant and says which', () => {
    const [hit] = index.find('mashkaf').places;
    expect(hit).toMatchObject({ place: { id: 'mushkaf' }, variant: 'Mashkaf' });
  });

  it('puts the whole name before names that begin with it', () => {
    expect(index.find('Sibi').places.map(({ place: { id } }) => id)).toEqual([
      'sibi',
      'sibi-district',
    ]);
  });

  it('puts places with quotes before those without', () => {
    expect(index.find('Mushkaf').places.map(({ place: { id } }) => id)).toEqual([
      'mushkaf',
      'mushkaf-station',
    ]);
  });

  it('finds quotes that hold all words', () => {
    expect(index.find('sibi gunmen').quotes.map(({ quote }) => quote.id)).toEqual(['a-1']);
    expect(index.find('sibi bolan').quotes).toEqual([]);
  });

  it('finds parts of words in names, but not in quotes', () => {
    const found = index.find('shkaf');
    expect(found.places.map(({ place: { id } }) => id)).toContain('mushkaf');
    expect(found.quotes).toEqual([]);
  });

  it('finds Urdu names', () => {
    expect(index.find('مشکاف').places.map(({ place: { id } }) => id)).toEqual(['mushkaf']);
  });

  it.each([
    ['Jaffer', 'hijacking'],
    ['Jaafar', 'hijacking'],
    ['Jafar express', 'hijacking'],
    ['Peshawer', 'peshawar'],
    ['Peshwar', 'peshawar'],
    ['Islambad', 'islamabad'],
    ['Islamabda', 'islamabad'],
    ['Khyber Pukhtunkhwa', 'kp'],
    ['NWFP', 'kp'],
    ['N.W.F.P.', 'kp'],
    ['nwfp', 'kp'],
    ['Mushkuf', 'mushkaf'],
    ['پشاوور', 'peshawar'],
  ])('forgives spelling: %s', (query, id) => {
    expect(index.find(query).places.map(({ place }) => place.id)).toContain(id);
  });

  it.each(['Lahore', 'Sib1', 'Gabol', 'Peshmerga', 'bus', 'Karachi'])(
    'does not find what is another word: %s',
    (query) => {
      expect(index.find(query).places).toEqual([]);
    },
  );

  it('says that spellings are only similar, and only if none is the same', () => {
    expect(index.find('Jaffer').near).toBe(true);
    expect(index.find('Jaffar').near).toBe(false);
    expect(index.find('Lahore').near).toBe(false);
  });

  it('finds parties and speakers', () => {
    expect(index.find('naqvi').parties.map(({ party }) => party.id)).toEqual(['naqvi']);
    expect(index.find('Nakvi').parties.map(({ party }) => party.id)).toEqual(['naqvi']);
    expect(index.find('نقوی').parties.map(({ party }) => party.id)).toEqual(['naqvi']);
    expect(index.find('Jeeyand').quotes.map(({ quote }) => quote.id)).toEqual(['c-3']);
  });

  it.each(['"beasts who fire"', '“beasts who fire”', '"beasts who fire'])(
    'finds quoted words as they stand: %s',
    (query) => {
      expect(index.find(query).quotes.map(({ quote }) => quote.id)).toEqual(['c-3']);
    },
  );

  it('does not find quoted words in another order', () => {
    expect(index.find('"fire beasts"').quotes).toEqual([]);
    expect(index.find('fire beasts').quotes).toHaveLength(1);
  });

  it('finds nothing for an empty query', () => {
    expect(index.find('  ')).toEqual({
      words: [],
      near: false,
      places: [],
      parties: [],
      quotes: [],
    });
  });
});
