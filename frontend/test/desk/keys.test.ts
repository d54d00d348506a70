import { describe, expect, it } from 'vitest';
import { commandOf, KEYS, type Command } from '../../src/desk/keys';

const press = (key: string, more: { code?: string; shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
  commandOf({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

describe('a key', () => {
  it('has one meaning', () => {
    const meanings: Record<string, Command['action']> = {
      j: 'next',
      k: 'previous',
      Enter: 'accept',
      x: 'reject',
      '/': 'search',
      a: 'same',
      n: 'noPlace',
      p: 'party',
      m: 'measure',
      u: 'undo',
      '?': 'keys',
    };
    for (const [key, action] of Object.entries(meanings)) {
      expect(press(key, { shiftKey: key === '?' })?.action, key).toBe(action);
    }
  });

  it('from 1 to 9 chooses a candidate, with Shift and an arrow moves the words', () => {
    expect(press('3')).toEqual({ action: 'candidate', candidate: 3 });
    expect(press('0')).toBeNull();
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ action: 'words', arrow: 'ArrowLeft' });
    expect(press('ArrowLeft')).toBeNull();
  });

  it('is found by its place on a keyboard of another script', () => {
    expect(press('ت', { code: 'KeyJ' })?.action).toBe('next');
    expect(press('۲', { code: 'Digit2' })).toEqual({ action: 'candidate', candidate: 2 });
    expect(press('؟', { code: 'Slash', shiftKey: true })?.action).toBe('keys');
    // A French keyboard has "a" where an English one has "q".
    expect(press('a', { code: 'KeyQ' })?.action).toBe('same');
  });

  it('with Ctrl belongs to the browser, and words that name no key mean nothing', () => {
    expect(press('j', { ctrlKey: true })).toBeNull();
    expect(press('constructor')).toBeNull();
  });

  it('of every action is in the list of keys', () => {
    expect(new Set(KEYS.map(({ action }) => action)).size).toBe(KEYS.length);
    expect(KEYS.map(({ action }) => action)).toContain('undo');
  });
});
