import { describe, expect, it } from 'vitest';
import { fold, rangesOf, snippetOf, wordsOf } from '../../src/search/fold';

function marked(text: string, query: string): string[] {
  return rangesOf(text, wordsOf(query)).map(({ start, end }) => text.slice(start, end));
}

describe('fold', () => {
  it.each([
    ['Mushkāf', 'mushkaf'],
    ['QUETTA', 'quetta'],
    ['كوئٹه', 'کویٹہ'],
    ['a\u00a0b', 'a b'],
    ['’', "'"],
  ])('makes %s comparable', (text, folded) => {
    expect(fold(text).text).toBe(folded);
  });
});

describe('rangesOf', () => {
  it('finds words whatever their case and accents, and gives the original back', () => {
    expect(marked('Near Mushkāf and Sibi', 'mushkaf SIBI')).toEqual(['Mushkāf', 'Sibi']);
  });

  it('keeps a combining mark with its letter', () => {
    expect(marked('Mushka\u0304f', 'mushka')).toEqual(['Mushka\u0304']);
  });

  it('finds Urdu typed with Arabic letters', () => {
    expect(marked('ضلع سبی', 'سبي')).toEqual(['سبی']);
  });

  it('takes short words at the beginning of words only', () => {
    expect(marked('a police station in Punjab', 'in')).toEqual(['in']);
  });

  it('joins ranges that touch', () => {
    expect(marked('Balochistan', 'baloch balochistan')).toEqual(['Balochistan']);
  });
});

describe('snippetOf', () => {
  it('shows the surroundings of the hit', () => {
    const text = `${'word '.repeat(40)}Mashkaf ${'tail '.repeat(40)}`;
    const snippet = snippetOf(text, ['mashkaf'], 80);
    expect(snippet).toContain('Mashkaf');
    expect(snippet.length).toBeLessThan(90);
    expect(snippet).toMatch(/^… .* …$/);
  });

  it('leaves a short text whole', () => {
    expect(snippetOf('Sibi', ['sibi'], 80)).toBe('Sibi');
  });
});
