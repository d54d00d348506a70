import { describe, expect, it } from 'vitest';
import { meant, type Target } from '../../src/map/choice';

const target = (name: string, distance: number, weight = 1): Target => ({
  name,
  distance,
  weight,
  inside: distance < 7,
  detail: '',
  open: () => undefined,
});
const names = (targets: readonly Target[]): string[] => targets.map(({ name }) => name);

describe('meant', () => {
  it('is the nearest if another is clearly farther', () => {
    expect(names(meant([target('far', 10), target('near', 1)], false))).toEqual(['near']);
  });

  it('is all that lie about equally near, nearest first', () => {
    expect(names(meant([target('b', 5), target('a', 1), target('c', 9)], false))).toEqual([
      'a',
      'b',
    ]);
  });

  it('is all that a finger covers', () => {
    expect(names(meant([target('far', 11), target('near', 1)], true))).toEqual(['near', 'far']);
  });

  it('orders symbols at one spot by how much is told of them', () => {
    expect(names(meant([target('one', 0, 1), target('seven', 0.5, 7)], false))).toEqual([
      'seven',
      'one',
    ]);
  });

  it('is not a symbol of which nothing is told, unless that is clearly nearer', () => {
    expect(names(meant([target('station', 0, 0), target('city', 4)], false))).toEqual(['city']);
    expect(names(meant([target('station', 0, 0), target('city', 8)], false))).toEqual(['station']);
    expect(names(meant([target('station', 3, 0)], false))).toEqual(['station']);
  });

  it('is nothing if nothing is near', () => {
    expect(meant([], true)).toEqual([]);
  });
});
