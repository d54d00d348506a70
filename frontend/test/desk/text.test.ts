import { describe, expect, it } from 'vitest';
import {
  beside,
  moved,
  moveOf,
  paragraphs,
  sentenceAround,
  stretches,
  wholeWords,
} from '../../src/desk/text';

const TEXT = 'The mayor of Paiporta, Rosa Ferrandis, said 71 bodies were found. Others disagree.';
const span = (words: string, text = TEXT): { start: number; end: number } => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const wordsOf = ({ start, end }: { start: number; end: number }, text = TEXT): string =>
  text.slice(start, end);

describe('stretches', () => {
  it('divides a text where spans begin and end, also where they overlap', () => {
    const spans = [span('mayor of Paiporta'), span('Paiporta, Rosa')];
    const parts = stretches({ start: 0, end: TEXT.length }, spans);
    expect(parts.map((part) => `${part.on.length} ${wordsOf(part)}`)).toEqual([
      '0 The ',
      '1 mayor of ',
      '2 Paiporta',
      '1 , Rosa',
      `0  Ferrandis, said 71 bodies were found. Others disagree.`,
    ]);
  });

  it('keeps to the range that it divides', () => {
    expect(stretches({ start: 4, end: 9 }, [{ start: 0, end: 6 }]).map((part) => part.end)).toEqual(
      [6, 9],
    );
  });
});

describe('paragraphs', () => {
  it('are the lines that have words', () => {
    expect(paragraphs('One.\n\n  \nTwo.\r\nThree.').map(({ start }) => start)).toEqual([0, 9, 15]);
  });
});

describe('moving the words of a proposal', () => {
  const bounds = span('The mayor of Paiporta, Rosa Ferrandis, said 71 bodies were found.');
  const press = (key: string, from: string, rtl = false): string => {
    const move = moveOf(key, rtl);
    return move ? wordsOf(moved(TEXT, span(from), move, bounds, 'en')) : '';
  };

  it('moves the end with left and right, the start with up and down', () => {
    expect(press('ArrowRight', 'Paiporta')).toBe('Paiporta, Rosa');
    expect(press('ArrowLeft', 'Paiporta, Rosa')).toBe('Paiporta');
    expect(press('ArrowUp', 'Paiporta')).toBe('of Paiporta');
    expect(press('ArrowDown', 'of Paiporta')).toBe('Paiporta');
  });

  it('never leaves the sentence and never takes the last word', () => {
    expect(press('ArrowLeft', 'Paiporta')).toBe('Paiporta');
    expect(press('ArrowDown', 'Paiporta')).toBe('Paiporta');
    expect(press('ArrowRight', 'found')).toBe('found');
    expect(press('ArrowUp', 'The')).toBe('The');
  });

  it('goes the way of reading: in a text from right to left, left is onwards', () => {
    const urdu = 'کوئٹہ سے پشاور جانے والی ٹرین';
    const move = moveOf('ArrowLeft', true);
    const whole = { start: 0, end: urdu.length };
    expect(move && wordsOf(moved(urdu, span('پشاور', urdu), move, whole, 'ur'), urdu)).toBe(
      'پشاور جانے',
    );
  });

  it('knows no other keys', () => expect(moveOf('PageUp', false)).toBeNull());
});

describe('a selection', () => {
  it('is widened to whole words', () => {
    const { start } = span('aiport');
    const words = wholeWords(TEXT, { start, end: start + 12 }, 'en');
    expect(words && wordsOf(words)).toBe('Paiporta, Rosa');
    expect(wholeWords(TEXT, { start: 3, end: 4 }, 'en')).toBeNull();
  });

  it('goes to the words and sentences beside it', () => {
    const go = (from: string, by: 'word' | 'sentence', onwards: boolean): string =>
      wordsOf(beside(TEXT, span(from), by, onwards, 'en'));
    expect(go('Paiporta', 'word', true)).toBe('Rosa');
    expect(go('Paiporta', 'word', false)).toBe('of');
    expect(go('Paiporta', 'sentence', true)).toBe('Others');
    expect(go('Paiporta', 'sentence', false)).toBe('The');
    expect(go('disagree', 'word', true)).toBe('disagree');
  });

  it('stands in a sentence', () => {
    expect(wordsOf(sentenceAround(TEXT, span('disagree'), 'en'))).toBe('Others disagree.');
    expect(wordsOf(sentenceAround(TEXT, span('found. Others'), 'en'))).toBe(TEXT);
  });
});
