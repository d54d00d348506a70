/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a label may stand, seen from its anchor. */
export type Side =
  | 'end'
  | 'start'
  | 'top'
  | 'bottom'
  | 'top-end'
  | 'top-start'
  | 'bottom-end'
  | 'bottom-start'
  | 'center';

/** A label that wants a position. */
export interface LabelRequest {
  readonly id: string;
  /** The anchor, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Distance kept from the anchor: the radius of its symbol and some air. */
  readonly gap: number;
  /** Lower is placed first. */
  readonly priority: number;
  /** Positions to try, best first. */
  readonly sides: readonly Side[];
  /** The obstacle that is this label's own symbol, if any. */
  readonly own?: string;
  /** Two labels with the same text nearer than this (pixels) say one thing twice. */
  readonly text: string;
  readonly repeat: number;
  /** Half the size of a dot that is drawn with the label alone, and needs room as it does. */
  readonly dot?: number;
  /** Covers obstacles up to this firmness rather than be left out; 0 for none. */
  readonly covers: 0 | 1 | 2;
}

/** What may be covered at need: 1 a line, 2 a symbol; 3 nothing: a control, another label. */
export type Firmness = 1 | 2 | 3;

/** A box that labels keep clear of. */
export interface Obstacle extends Box {
  readonly id: string;
  /** Labels avoid all obstacles alike; only if there is no other way do they differ. */
  readonly firmness: Firmness;
}

/** A label that has its position. */
export interface PlacedLabel extends Box {
  readonly id: string;
  readonly side: Side;
}

/** Sides to try around a point. */
export const AROUND: readonly Side[] = [
  'end',
  'start',
  'top',
  'bottom',
  'top-end',
  'bottom-end',
  'top-start',
  'bottom-start',
];

const CELL = 64;

/**
 * Greedy placement: in order of priority each label takes the first of its sides where it meets no
 * label placed before it and no symbol; else it is left out. Greedy is not optimal, but it is stable
 * (an important label never yields to a less important one), and fast enough for each move.
 *
 * @param requests the labels, in any order
 * @param obstacles symbols and controls
 * @param air pixels kept free between labels
 * @param frame where labels must lie; those with an anchor outside are dropped
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Obstacle[],
  air = 2,
  frame?: Box,
): PlacedLabel[] {
  const grid = new BoxGrid();
  for (const obstacle of obstacles) grid.add(obstacle, obstacle.id, obstacle.firmness);
  const placed: PlacedLabel[] = [];
  const texts = new Map<string, { x: number; y: number }[]>();
  const ordered = [...requests].sort((a, b) => a.priority - b.priority);
  for (const request of ordered) {
    const same = texts.get(request.text) ?? [];
    const dot = request.dot ? around(request.x, request.y, request.dot) : null;
    if (dot && grid.meets(dot, request.own, 0)) continue;
    if (same.some((at) => Math.hypot(at.x - request.x, at.y - request.y) < request.repeat))
      continue;
    const fits = (side: Side, covered: number): boolean => {
      const box = boxAt(request, side);
      return (!frame || within(box, frame)) && !grid.meets(grown(box, air), request.own, covered);
    };
    const side =
      request.sides.find((candidate) => fits(candidate, 0)) ??
      request.sides.find((candidate) => request.covers > 0 && fits(candidate, request.covers));
    if (!side) continue;
    const box = boxAt(request, side);
    grid.add(box, null, 3);
    if (dot) grid.add(dot, null, 3);
    placed.push({ id: request.id, side, ...box });
    texts.set(request.text, [...same, { x: request.x, y: request.y }]);
  }
  return placed;
}

/** The box of a label on one side of its anchor. */
export function boxAt(request: LabelRequest, side: Side): Box {
  const { x, y, width, height, gap } = request;
  // On a diagonal the symbol's own corner is empty: the label may come nearer.
  const near = gap * 0.72;
  const lefts: Record<Side, number> = {
    end: x + gap,
    start: x - gap - width,
    top: x - width / 2,
    bottom: x - width / 2,
    'top-end': x + near,
    'bottom-end': x + near,
    'top-start': x - near - width,
    'bottom-start': x - near - width,
    center: x - width / 2,
  };
  const tops: Record<Side, number> = {
    end: y - height / 2,
    start: y - height / 2,
    top: y - gap - height,
    bottom: y + gap,
    'top-end': y - near - height,
    'top-start': y - near - height,
    'bottom-end': y + near,
    'bottom-start': y + near,
    center: y - height / 2,
  };
  const left = lefts[side];
  const top = tops[side];
  return { left, top, right: left + width, bottom: top + height };
}

/** Whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function around(x: number, y: number, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

function grown(box: Box, by: number): Box {
  return {
    left: box.left - by,
    top: box.top - by,
    right: box.right + by,
    bottom: box.bottom + by,
  };
}

function within(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}

interface Cell {
  readonly box: Box;
  readonly id: string | null;
  readonly firmness: Firmness;
}

/** Boxes by the cells they touch, so that a label is compared with its neighbours alone. */
class BoxGrid {
  private readonly cells = new Map<string, Cell[]>();

  add(box: Box, id: string | null, firmness: Firmness): void {
    for (const key of keysOf(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push({ box, id, firmness });
      else this.cells.set(key, [{ box, id, firmness }]);
    }
  }

  meets(box: Box, except: string | undefined, covered: number): boolean {
    for (const key of keysOf(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if ((other.id !== null && other.id === except) || other.firmness <= covered) continue;
        if (overlap(box, other.box)) return true;
      }
    }
    return false;
  }
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
