import { describe, expect, it, vi } from 'vitest';
import type { LayerConfig } from '../../src/config';
import type { Paints } from '../../src/records/paint';
import { drawShapes, type DrawnShape } from '../../src/records/shapes';

// Leaflet reads the window when it is loaded, and this draws without it.
vi.mock('leaflet', () => ({}));

const layer = { id: 'sightings', style: 'place' } as LayerConfig;

const paints: Paints = {
  colour: (name) => name,
  tone: () => 'tone',
  strong: 'strong',
  sans: 'sans',
};

/** A line, which needs no path of its own to tell it from others. */
function line(id: string): DrawnShape {
  const edge = { id } as unknown as Path2D;
  const record = {
    id,
    name: '',
    kind: '',
    location: 'line' as const,
    date: '',
    period: null,
    uncertainty: 0,
    center: null,
    page: '',
  };
  return {
    layer,
    shape: { record, closed: false, parts: [] },
    fill: edge,
    edge,
    clip: null,
    middle: null,
    box: { left: 0, top: 0, right: 1, bottom: 1 },
  } as unknown as DrawnShape;
}

/** The ids of the lines in the order in which a canvas draws them last. */
function order(shapes: readonly DrawnShape[], emphasised: string): string[] {
  const drawn: string[] = [];
  const context = {
    save: () => undefined,
    restore: () => undefined,
    setLineDash: () => undefined,
    stroke: (path: unknown) => drawn.push((path as { id: string }).id),
  } as unknown as CanvasRenderingContext2D;
  drawShapes(
    context,
    shapes,
    ({ shape }) => (shape.record.id === emphasised ? 'selected' : ''),
    paints,
  );
  return drawn.filter((id, i) => drawn[i + 1] !== id);
}

describe('drawShapes', () => {
  it('draws what is emphasised over all else', () => {
    const shapes = ['a', 'b', 'c'].map(line);
    expect(order(shapes, 'a')).toEqual(['b', 'c', 'a']);
    expect(order(shapes, 'c')).toEqual(['a', 'b', 'c']);
  });
});
