import { costs, placing } from '../look';
import type { Box } from '../geo/visible';
import type { Side } from './sides';

export type { Box } from '../geo/visible';

/** A possible position of a name: on a side of a point, at a distance in pixels. */
export interface Candidate {
  readonly x: number;
  readonly y: number;
  readonly gap: number;
  readonly side: Side;
  /** The angle of a name along a line, in radians clockwise; it is centred at the point. */
  readonly angle?: number;
}

/** The obstacles that a name may cover rather than be left out; it may always cover discs. */
export type Covers = 'nothing' | 'lines' | 'symbols';

/** A name to be placed. */
export interface LabelRequest {
  readonly id: string;
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Lower values are placed first; among equals, the wider feature. */
  readonly priority: number;
  readonly extent: number;
  /** The positions to try, best first. */
  readonly candidates: Iterable<Candidate>;
  /** The smallest distance to a name with the same text, in pixels. */
  readonly repeat: number;
  readonly covers: Covers;
  /** The owner of the symbol that the name may cover; null for none. */
  readonly owner: string | null;
  /** Half the size of a dot at its point; if a symbol or name covers the dot, neither is drawn; 0 for none. */
  readonly dot: number;
}

/** A box that names keep clear of; `fixed` ones, such as controls, may never be covered. */
export interface Obstacle extends Box {
  readonly kind: 'fixed' | 'symbol' | 'line' | 'disc';
  readonly owner: string | null;
}

/** A name with its position. */
export interface PlacedLabel extends Box {
  readonly id: string;
  readonly side: Side;
  /** The point that it names. */
  readonly x: number;
  readonly y: number;
  /** The angle of a name along a line, in radians clockwise. */
  readonly angle?: number;
}

const CELL = 64;

/**
 * Places names one by one, the most important first. Each takes the cheapest of its positions that overlaps no earlier
 * name and nothing that it may not cover; without one, it is left out. This greedy algorithm is not optimal, but stable
 * (an important name never yields to a lesser one) and fast enough to run at each move. The server places the names of
 * still maps by the same rules (LabelPlacer.java), and the same cases test both.
 *
 * @param frame where names must lie
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Obstacle[],
  frame: Box,
): PlacedLabel[] {
  const grid = new BoxGrid();
  for (const obstacle of obstacles) grid.add(obstacle);
  const placed: PlacedLabel[] = [];
  const written = new Map<string, { x: number; y: number }[]>();
  const ordered = [...requests].sort((a, b) => a.priority - b.priority || b.extent - a.extent);
  for (const request of ordered) {
    const same = written.get(request.text) ?? [];
    let best: PlacedLabel | null = null;
    let bestBoxes: readonly Box[] = [];
    let bestCost = Infinity;
    let index = 0;
    for (const at of request.candidates) {
      if (index >= bestCost) break;
      const boxes = boxesAt(at, request);
      const repeated = same.some(({ x, y }) => Math.hypot(x - at.x, y - at.y) < request.repeat);
      const cost =
        index +
        (repeated || !boxes.every((box) => within(box, frame))
          ? Infinity
          : boxes.reduce((sum, box) => sum + grid.cost(at, box, request), 0));
      if (cost < bestCost) {
        bestCost = cost;
        const { side, x, y, angle } = at;
        const box = boxAt(at, request);
        best = { id: request.id, side, x, y, ...(angle !== undefined && { angle }), ...box };
        bestBoxes = boxes;
      }
      index += 1;
    }
    if (!best) continue;
    for (const box of bestBoxes) grid.add({ ...box, kind: 'fixed', owner: null });
    if (request.dot > 0) {
      grid.add({ ...around(best.x, best.y, request.dot), kind: 'fixed', owner: null });
    }
    placed.push(best);
    written.set(request.text, [...same, best]);
  }
  return placed;
}

/** The positions around a point, best first. */
export function candidatesAround(
  { x, y }: { x: number; y: number },
  gap: number,
  sides: readonly Side[],
): Candidate[] {
  return sides.map((side) => ({ x, y, gap, side }));
}

/** The box of a name at a position. */
export function boxAt(at: Candidate, size: { width: number; height: number }): Box {
  const across = at.side.endsWith('right') ? 1 : at.side.endsWith('left') ? -1 : 0;
  const down = at.side.startsWith('below') ? 1 : at.side.startsWith('above') ? -1 : 0;
  const over = at.side.includes('-to-');
  const slanting = across !== 0 && down !== 0 && !over;
  // On a diagonal, the corner of a round symbol is empty, so the name may be closer.
  const away = slanting ? at.gap * placing.diagonal : at.gap;
  const x = at.x + across * ((over ? -away : away) + size.width / 2);
  const y = at.y + down * (away + size.height * (slanting ? placing.reach : 0.5));
  return {
    left: x - size.width / 2,
    top: y - size.height / 2,
    right: x + size.width / 2,
    bottom: y + size.height / 2,
  };
}

/** The boxes that a name covers: along a line, a chain of squares. */
export function boxesAt(at: Candidate, size: { width: number; height: number }): Box[] {
  const { x, y, angle } = at;
  if (angle === undefined) return [boxAt(at, size)];
  const { width, height } = size;
  const count = Math.max(1, Math.ceil(width / height));
  const step = count > 1 ? (width - height) / (count - 1) : 0;
  return Array.from({ length: count }, (_, i) => {
    const off = count > 1 ? height / 2 - width / 2 + i * step : 0;
    return around(x + Math.cos(angle) * off, y + Math.sin(angle) * off, height / 2);
  });
}

/** The positions within a frame. */
export function* shown(candidates: Iterable<Candidate>, frame: Box): Iterable<Candidate> {
  const { left, top, right, bottom } = frame;
  for (const at of candidates) {
    if (at.x >= left && at.x <= right && at.y >= top && at.y <= bottom) yield at;
  }
}

/** Turns a canvas to a name along a line; returns the box in which to write it level. */
export function upright(context: CanvasRenderingContext2D, placed: PlacedLabel): Box {
  const { x, y, angle, left, top, right, bottom } = placed;
  if (angle === undefined) return placed;
  context.translate(x, y);
  context.rotate(angle);
  return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
}

/** Whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A box around a point. */
export function around(x: number, y: number, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

function within(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}

/** Indexes boxes by the cells they touch, so that a name is compared only with its neighbours. */
class BoxGrid {
  private readonly cells = new Map<string, Obstacle[]>();

  add(obstacle: Obstacle): void {
    for (const key of keysOf(obstacle)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(obstacle);
      else this.cells.set(key, [obstacle]);
    }
  }

  /** The cost of a position, in steps down the list of positions; infinite if the name must not be there. */
  cost({ x, y }: Candidate, box: Box, { dot, covers, owner }: LabelRequest): number {
    const withAir = {
      left: box.left - placing.air,
      right: box.right + placing.air,
      top: box.top - placing.leading,
      bottom: box.bottom + placing.leading,
    };
    const dotBox = dot > 0 ? around(x, y, dot) : null;
    let cost = 0;
    for (const other of this.near(dotBox ? union(withAir, dotBox) : withAir)) {
      const { kind } = other;
      if (kind === 'line' || kind === 'disc') {
        if (!overlap(box, other)) continue;
        cost += kind === 'line' && covers === 'nothing' ? Infinity : costs[kind];
        continue;
      }
      if (owner !== null && other.owner === owner) continue;
      if (dotBox && overlap(dotBox, other)) return Infinity;
      if (kind === 'fixed' && overlap(withAir, other)) return Infinity;
      if (kind === 'symbol' && overlap(box, other)) {
        cost += covers === 'symbols' ? costs.symbol : Infinity;
      }
    }
    return cost;
  }

  private near(box: Box): Set<Obstacle> {
    const found = new Set<Obstacle>();
    for (const key of keysOf(box)) {
      for (const other of this.cells.get(key) ?? []) found.add(other);
    }
    return found;
  }
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function keysOf(box: Box): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
    for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
      keys.push(`${x}/${y}`);
    }
  }
  return keys;
}
