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
  ],
  [
    {
      id: 'a-1',
      quote: 'Gunmen took the train in remote Sibi district.',
      report: 'a',
      reportLabel: 'A',
    },
    { id: 'b-2', quote: 'at Mashkaf, Dhadar, Bolan', report: 'b', reportLabel: 'B' },
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

  it('finds nothing for an empty query', () => {
    expect(index.find('  ')).toEqual({ words: [], places: [], quotes: [] });
  });
});
