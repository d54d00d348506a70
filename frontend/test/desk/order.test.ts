import { describe, expect, it } from 'vitest';
import { inOrder, neighbour, nextOpen } from '../../src/desk/order';

const items = [
  { key: 'c', start: 30, sure: 0.9, open: true },
  { key: 'a', start: 10, sure: 0.5, open: false },
  { key: 'b', start: 20, sure: null, open: true },
];
const keys = (all: readonly { key: string }[]): string => all.map(({ key }) => key).join('');

describe('the order of proposals', () => {
  it('is that of the text, or the least sure first; what nobody doubts comes last', () => {
    expect(keys(inOrder(items, 'text'))).toBe('abc');
    expect(keys(inOrder(items, 'unsure'))).toBe('acb');
  });

  it('ends at its ends', () => {
    const all = inOrder(items, 'text');
    expect(neighbour(all, 'a', 1)?.key).toBe('b');
    expect(neighbour(all, 'c', 1)?.key).toBe('c');
    expect(neighbour(all, 'a', -1)?.key).toBe('a');
    expect(neighbour(all, null, 1)?.key).toBe('a');
    expect(neighbour([], null, 1)).toBeNull();
  });

  it('leads to the next that is open, from the top again, and to none when all are decided', () => {
    const all = inOrder(items, 'text');
    expect(nextOpen(all, 'c')?.key).toBe('b');
    expect(nextOpen(all, null)?.key).toBe('b');
    expect(nextOpen([items[1]!], 'a')).toBeNull();
  });
});
