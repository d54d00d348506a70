import { describe, expect, it } from 'vitest';
import { candidateName, decide } from '../../src/desk/operations';
import type { Candidate, ClaimItem, PlaceItem } from '../../src/desk/wire';

const candidate = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  feature: null,
  geonames: null,
  name,
  within: null,
  kind: 'town',
  location: 'point',
  position: [0, 0],
  people: null,
  layer: null,
  ...more,
});
const common = { open: true, excerpt: 'e-1', in: [], at: [], sure: 0.6, why: null };
const place: PlaceItem = {
  ...common,
  kind: 'place',
  key: 'p:1',
  words: 'Valencia',
  state: 'gazetteer',
  candidates: [
    candidate('Valencia', { geonames: 7 }),
    candidate('Valencia', { feature: 'valencia' }),
    candidate('Valencia (division)'),
  ],
};
const claim: ClaimItem = {
  ...common,
  kind: 'claim',
  key: 'c:1',
  words: '71 bodies',
  id: 'c-1',
  measure: 'dead',
  value: 71,
  wording: 'exactly',
  who: null,
  subject: null,
  party: null,
  partyWords: null,
  subjects: ['poyo-flood', 'paiporta'],
};

describe('a decision on a place', () => {
  it('takes the first candidate, and all of the name', () => {
    expect(decide('accept', place)?.operation).toEqual({ op: 'accept', key: 'p:1' });
    expect(decide('same', place)?.operation).toEqual({ op: 'accept', key: 'p:1', all: true });
  });

  it('names another candidate by what it has: id, number, or its place in the list', () => {
    const named = (n: number): unknown => decide('candidate', place, n)?.operation.candidate;
    expect(named(1)).toBeUndefined();
    expect(named(2)).toEqual({ feature: 'valencia' });
    expect(named(3)).toEqual({ index: 2 });
    expect(decide('candidate', place, 4)).toBeNull();
    expect(candidateName(candidate('Nowhere'), null)).toMatchObject({ name: 'Nowhere' });
  });

  it('changes nothing that is decided, unless another candidate is chosen', () => {
    const decided = { ...place, open: false };
    expect(decide('accept', decided)).toBeNull();
    expect(decide('candidate', decided, 2)?.goOn).toBe(true);
    expect(decide('reject', decided)?.operation).toEqual({ op: 'reject', key: 'p:1' });
  });

  it('cannot accept what no list has', () => {
    expect(decide('accept', { ...place, candidates: [] })).toBeNull();
    expect(decide('noPlace', { ...place, candidates: [] })?.operation.op).toBe('no-place');
  });
});

describe('a decision on a figure', () => {
  it('chooses by digits what it is about, and stays', () => {
    expect(decide('candidate', claim, 2)).toEqual({
      operation: { op: 'subject', key: 'c:1', subject: 'paiporta' },
      goOn: false,
    });
  });

  it('says what it is about only if there is no other choice', () => {
    expect(decide('accept', claim)?.operation).toEqual({ op: 'accept', key: 'c:1' });
    const one = { ...claim, subjects: ['paiporta'] };
    expect(decide('accept', one)?.operation).toMatchObject({ subject: 'paiporta' });
    expect(decide('accept', { ...claim, subject: 'poyo-flood' })?.operation).toMatchObject({
      subject: 'poyo-flood',
    });
  });

  it('knows no "no place"', () => expect(decide('noPlace', claim)).toBeNull());
});
