/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The side of its anchor on which a label is placed. */
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

/** A label to be placed. */
export interface LabelRequest {
  readonly id: string;
  /** The anchor, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The distance to keep from the anchor: the symbol's radius and a gap. */
  readonly gap: number;
  /** Lower values are placed first. */
  readonly priority: number;
  /** The sides to try, best first. */
  readonly sides: readonly Side[];
  /** The id of the obstacle that is this label's own symbol, if any. */
  readonly own?: string;
  /** The smallest distance to a label with the same text, in pixels. */
  readonly text: string;
  readonly repeat: number;
  /** Half the size of a dot that is drawn only with the label and needs room too. */
  readonly dot?: number;
  /** The label may cover obstacles up to this firmness rather than be left out; 0 for none. */
  readonly covers: 0 | 1 | 2;
}

/**
 * How firm an obstacle is: 1 for a line and 2 for a symbol, which may be covered if necessary; 3
 * for a control or another label, which may not.
 */
export type Firmness = 1 | 2 | 3;

/** A box to keep clear of labels. */
export interface Obstacle extends Box {
  readonly id: string;
  /** Labels first avoid all obstacles; firmness matters only if there is no free position. */
  readonly firmness: Firmness;
}

/** A label with its position. */
export interface PlacedLabel extends Box {
  readonly id: string;
  readonly side: Side;
}

/** The sides to try around a point. */
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
 * Places labels greedily: in order of priority, each label takes the first of its sides where it
 * overlaps no earlier label and no symbol; otherwise it is left out. This is not optimal, but
 * stable (an important label never yields to a less important one) and fast enough to run at each
 * move.
 *
 * @param requests the labels, in any order
 * @param obstacles symbols and controls
 * @param air pixels to keep free between labels
 * @param frame the area that labels must lie in; those with an anchor outside are dropped
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
  // On a diagonal, the corner of a round symbol is empty, so the label may come closer.
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

/** Indexes boxes by the cells they touch, so that a label is compared only with its neighbours. */
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
