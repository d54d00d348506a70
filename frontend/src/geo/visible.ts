import type { XY } from './mercator';

/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a frame shows of an area. */
export interface VisibleArea {
  /** Its rings, cut at the frame. */
  readonly rings: readonly (readonly XY[])[];
  /** Whether the frame lies within it, so that nothing of its border shows. */
  readonly around: boolean;
}

/** Cuts the rings of an area, holes as well, at a frame. */
export function visibleArea(rings: readonly (readonly XY[])[], frame: Box): VisibleArea {
  const cut = rings.map((ring) => cutRing(ring, frame)).filter((ring) => ring.length > 2);
  const middle = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
  const edged = cut.some((ring) =>
    ring.some((at, i) => !alongEdge(ring.at(i - 1) ?? at, at, frame)),
  );
  return { rings: cut, around: !edged && isInside(middle, cut) };
}

/** Whether a point lies inside rings, by the even-odd rule. */
export function isInside({ x, y }: XY, rings: readonly (readonly XY[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (
        from &&
        from.y > y !== to.y > y &&
        x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)
      ) {
        inside = !inside;
      }
      from = to;
    }
  }
  return inside;
}

/**
 * Positions on a grid over an area, the farthest from its border first: where its name may stand.
 *
 * @param grid positions across and down
 * @param most how many of them are kept
 */
export function spotsInside(rings: readonly (readonly XY[])[], grid: number, most: number): XY[] {
  const xs = rings.flatMap((ring) => ring.map(({ x }) => x));
  const ys = rings.flatMap((ring) => ring.map(({ y }) => y));
  const [left, right] = range(xs);
  const [top, bottom] = range(ys);
  const spots: { at: XY; depth: number }[] = [];
  for (let row = 1; row <= grid; row++) {
    for (let column = 1; column <= grid; column++) {
      const at = {
        x: left + ((right - left) * column) / (grid + 1),
        y: top + ((bottom - top) * row) / (grid + 1),
      };
      if (isInside(at, rings)) spots.push({ at, depth: depthOf(at, rings) });
    }
  }
  return spots
    .sort((a, b) => b.depth - a.depth)
    .slice(0, most)
    .map(({ at }) => at);
}

/** Positions at shares of the longest part of lines that a frame shows. */
export function stopsAlong(
  lines: readonly (readonly XY[])[],
  frame: Box,
  shares: readonly number[],
): XY[] {
  const parts = lines.flatMap((line) => cutLine(line, frame));
  const longest = parts.reduce<XY[]>(
    (best, part) => (lengthOf(part) > lengthOf(best) ? part : best),
    [],
  );
  const length = lengthOf(longest);
  return length > 0 ? shares.map((share) => along(longest, share * length)) : [];
}

/** Sutherland and Hodgman: side by side of the frame. Parts of what is cut are joined along its edge. */
function cutRing(ring: readonly XY[], { left, top, right, bottom }: Box): XY[] {
  const sides: readonly [(at: XY) => number, (a: XY, b: XY) => XY][] = [
    [({ x }) => x - left, (a, b) => atX(a, b, left)],
    [({ x }) => right - x, (a, b) => atX(a, b, right)],
    [({ y }) => y - top, (a, b) => atY(a, b, top)],
    [({ y }) => bottom - y, (a, b) => atY(a, b, bottom)],
  ];
  let rest: XY[] = [...ring];
  for (const [inside, crossing] of sides) {
    const cut: XY[] = [];
    let from = rest.at(-1);
    for (const to of rest) {
      if (from && inside(from) >= 0 !== inside(to) >= 0) cut.push(crossing(from, to));
      if (inside(to) >= 0) cut.push(to);
      from = to;
    }
    rest = cut;
  }
  return rest;
}

/** Liang and Barsky: the parts of a line within a frame. */
function cutLine(line: readonly XY[], { left, top, right, bottom }: Box): XY[][] {
  const parts: XY[][] = [];
  let part: XY[] = [];
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1];
    const b = line[i];
    if (!a || !b) continue;
    let from = 0;
    let to = 1;
    for (const [step, room] of [
      [a.x - b.x, a.x - left],
      [b.x - a.x, right - a.x],
      [a.y - b.y, a.y - top],
      [b.y - a.y, bottom - a.y],
    ] as const) {
      if (step === 0 && room < 0) to = -1;
      else if (step < 0) from = Math.max(from, room / step);
      else if (step > 0) to = Math.min(to, room / step);
    }
    if (from >= to) continue;
    if (from > 0 || part.length === 0) {
      part = [between(a, b, from)];
      parts.push(part);
    }
    part.push(between(a, b, to));
    if (to < 1) part = [];
  }
  return parts;
}

function alongEdge(a: XY, b: XY, { left, top, right, bottom }: Box): boolean {
  return (
    (a.x === b.x && (a.x === left || a.x === right)) ||
    (a.y === b.y && (a.y === top || a.y === bottom))
  );
}

function depthOf(at: XY, rings: readonly (readonly XY[])[]): number {
  let least = Infinity;
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from) least = Math.min(least, distanceTo(at, from, to));
      from = to;
    }
  }
  return least;
}

function distanceTo(at: XY, a: XY, b: XY): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const share =
    length === 0 ? 0 : ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length;
  const nearest = between(a, b, Math.max(0, Math.min(1, share)));
  return Math.hypot(at.x - nearest.x, at.y - nearest.y);
}

function along(line: readonly XY[], distance: number): XY {
  let rest = distance;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1];
    const b = line[i];
    if (!a || !b) continue;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (rest <= length && length > 0) return between(a, b, rest / length);
    rest -= length;
  }
  return line.at(-1) ?? { x: 0, y: 0 };
}

function lengthOf(line: readonly XY[]): number {
  return line.reduce((sum, { x, y }, i) => {
    const before = line[i - 1];
    return before ? sum + Math.hypot(x - before.x, y - before.y) : sum;
  }, 0);
}

function between(a: XY, b: XY, share: number): XY {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function atX(a: XY, b: XY, x: number): XY {
  return { x, y: a.y + ((x - a.x) / (b.x - a.x)) * (b.y - a.y) };
}

function atY(a: XY, b: XY, y: number): XY {
  return { x: a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x), y };
}

function range(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}
