import { describe, expect, it } from 'vitest';
import { EMPTY_STATE, formatHash, parseHash } from '../../src/state/hash';

describe('parseHash', () => {
  it('reads map, layers, dates and query', () => {
    const hash = '#map=6.50/29.64/67.62&off=areas,rail-route&time=2024,undated&q=Mashkaf';
    expect(parseHash(hash)).toEqual({
      fragment: null,
      map: { zoom: 6.5, lat: 29.64, lng: 67.62 },
      off: ['areas', 'rail-route'],
      on: [],
      time: { range: { from: '2024', to: '2024' }, undated: true },
      query: 'Mashkaf',
    });
  });

  it('reads a fragment alone, as any page does', () => {
    expect(parseHash('#abc-wires-6')).toEqual({ ...EMPTY_STATE, fragment: 'abc-wires-6' });
  });

  it('reads a fragment beside the rest', () => {
    expect(parseHash('#abc-wires-6&map=5/30/70').fragment).toBe('abc-wires-6');
  });

  it.each([
    '#map=6/29',
    '#map=a/b/c',
    '#map=6/99/10',
    '#map=99/1/1',
    '#map=//',
    '#time=soon',
    '#&&',
    '#',
    '',
  ])('takes what it cannot read as absent: %s', (hash) => {
    expect(parseHash(hash)).toEqual(EMPTY_STATE);
  });

  it('keeps a query whose escape is broken', () => {
    expect(parseHash('#q=50%').query).toBe('50%');
  });
});

describe('formatHash', () => {
  it('gives nothing for the empty state', () => {
    expect(formatHash(EMPTY_STATE)).toBe('');
  });

  it('writes what parseHash reads again', () => {
    const state = {
      fragment: 'abc-wires-6',
      map: { zoom: 7.25, lat: 29.641, lng: 67.62 },
      off: ['areas'],
      on: ['stations'],
      time: { range: { from: '2025-03-11', to: '2025-03-12' }, undated: true },
      query: 'سبی & "Sibi"',
    };
    expect(parseHash(formatHash(state))).toEqual(state);
  });
});
