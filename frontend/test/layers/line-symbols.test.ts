import { describe, expect, it } from 'vitest';
import { lineSymbolOf, type LineSymbol } from '../../src/layers/line-symbols';
import { partOf } from '../../src/look';

/** What is left of a line without its colours: widths by steps that an eye can tell, and dashes. */
function pattern({ body, core }: LineSymbol): string {
  return [body, core]
    .map((name) => (name ? partOf(name) : { width: 0 }))
    .map(({ width = 1, dash = [] }) => `${Math.round(width / 2)}:${dash.join(' ')}`)
    .join(' | ');
}

describe('a line', () => {
  const kinds = ['road', 'river', 'ferry', 'border', 'pipeline', 'railway', 'path'];

  it('is told from lines of other kinds by its pattern alone', () => {
    const patterns = kinds.map((kind) => pattern(lineSymbolOf('place', kind)));
    expect(new Set(patterns).size).toBe(kinds.length);
  });

  it('is drawn by its kind, else by its layer', () => {
    expect(lineSymbolOf('route', 'river').body).toBe('line-river');
    expect(lineSymbolOf('place', 'ravine').body).toBe('line-river');
    expect(lineSymbolOf('place', 'motorway').core).toBe('line-road-core');
    expect(lineSymbolOf('route', 'line').body).toBe('route');
    expect(lineSymbolOf('area', 'line').body).toBe('line');
  });
});
