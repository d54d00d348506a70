import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { project } from '../../src/geo/mercator';
import {
  candidatesAround,
  overlap,
  placeLabels,
  type Covers,
  type LabelRequest,
  type Obstacle,
} from '../../src/map/label-placement';
import { AROUND, type Side } from '../../src/map/sides';

type Sides = readonly [number, number, number, number];

/** A case as the file has it, which tests the server's names too (LabelPlacerTest). */
interface Case {
  readonly does: string;
  readonly symbols?: readonly { readonly box: Sides; readonly owner: string }[];
  readonly lines?: readonly Sides[];
  readonly discs?: readonly Sides[];
  readonly names: readonly {
    readonly text: string;
    readonly at: readonly [number, number];
    readonly gap: number;
    readonly sides: readonly Side[];
    readonly covers?: Covers;
    readonly repeat?: number;
    readonly dot?: number;
    readonly owner?: null;
  }[];
  readonly placed: readonly (readonly [string, Side, number, number])[];
}

const FILE = new URL('../../../src/test/resources/drawing/names.json', import.meta.url);
const CASES = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Case[];

const FRAME = { left: 0, top: 0, right: 400, bottom: 400 };

function obstacle(kind: Obstacle['kind'], box: Sides, owner: string | null = null): Obstacle {
  const [left, top, right, bottom] = box;
  return { kind, owner, left, top, right, bottom };
}

function request(id: string, more: Partial<LabelRequest> = {}): LabelRequest {
  return {
    id,
    text: id,
    width: 60,
    height: 14,
    priority: 10,
    extent: 0,
    candidates: candidatesAround({ x: 100, y: 100 }, 6, AROUND),
    repeat: 0,
    covers: 'nothing',
    owner: id,
    dot: 0,
    ...more,
  };
}

describe('a name', () => {
  for (const { does, symbols = [], lines = [], discs = [], names, placed } of CASES) {
    it(does, () => {
      const requests = names.map(
        ({ text, at: [x, y], gap, sides, covers, repeat, dot, owner = text }, index) =>
          request(String(index), {
            text,
            priority: index,
            candidates: candidatesAround({ x, y }, gap, sides),
            ...(covers && { covers }),
            ...(repeat && { repeat }),
            ...(dot && { dot }),
            owner,
          }),
      );
      const obstacles = [
        ...symbols.map(({ box, owner }) => obstacle('symbol', box, owner)),
        ...lines.map((box) => obstacle('line', box)),
        ...discs.map((box) => obstacle('disc', box)),
      ];
      const boxes = placeLabels(requests, obstacles, FRAME);
      expect(
        boxes.map(({ id, side, left, top }) => [
          names[Number(id)]?.text,
          side,
          Number(left.toFixed(6)),
          Number(top.toFixed(6)),
        ]),
      ).toEqual(placed);
    });
  }

  it('that is more important comes first, whatever the order of asking', () => {
    const only = candidatesAround({ x: 100, y: 100 }, 6, ['right']);
    const labels = [
      request('low', { priority: 20, candidates: only }),
      request('high', { priority: 1, candidates: only }),
    ];
    expect(placeLabels(labels, [], FRAME).map(({ id }) => id)).toEqual(['high']);
  });

  it('of what is more extended comes first among equals', () => {
    const only = candidatesAround({ x: 100, y: 100 }, 6, ['right']);
    const labels = [
      request('small', { extent: 10, candidates: only }),
      request('large', { extent: 90, candidates: only }),
    ];
    expect(placeLabels(labels, [], FRAME).map(({ id }) => id)).toEqual(['large']);
  });

  it('never covers what is fixed', () => {
    const control = obstacle('fixed', [100, 90, 300, 110]);
    const only = candidatesAround({ x: 100, y: 100 }, 6, ['right']);
    const labels = [request('a', { covers: 'symbols', candidates: only })];
    expect(placeLabels(labels, [control], FRAME)).toEqual([]);
  });
});

describe('many names', () => {
  it('never overlap each other, nor symbols but their own', () => {
    const spots = Array.from({ length: 200 }, (_, index) => {
      const { x, y } = project((index * 137.5) % 360, 0);
      return { id: String(index), x: (x * 5) % 900, y: (y * index * 7) % 700 };
    });
    const obstacles = spots.map(({ id, x, y }) =>
      obstacle('symbol', [x - 5, y - 5, x + 5, y + 5], id),
    );
    const requests = spots.map(({ id, x, y }, index) =>
      request(id, { priority: index, candidates: candidatesAround({ x, y }, 9, AROUND) }),
    );
    const boxes = placeLabels(requests, obstacles, { left: 0, top: 0, right: 900, bottom: 700 });
    expect(boxes.length).toBeGreaterThan(20);
    for (const box of boxes) {
      expect(boxes.filter((other) => other !== box && overlap(box, other))).toEqual([]);
      expect(obstacles.filter((symbol) => symbol.owner !== box.id && overlap(box, symbol))).toEqual(
        [],
      );
    }
  });
});
