import type { XY } from './mercator';

/**
 * A bracket along a line: a parallel at a distance on its left (seen in its direction, y down),
 * with a foot back to the line at each end. It means "somewhere along here" and leaves the line
 * itself readable.
 */
export function bracketAlong(line: readonly XY[], distance: number): XY[] {
  const points = withoutRepeats(line);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return [];
  const parallel = points.map((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    return shift(point, normalAt(before ?? point, after ?? point), distance);
  });
  return [first, ...parallel, last];
}

function withoutRepeats(line: readonly XY[]): XY[] {
  return line.filter((point, index) => {
    const before = line[index - 1];
    return !before || Math.hypot(point.x - before.x, point.y - before.y) > 1e-6;
  });
}

function normalAt(from: XY, to: XY): XY {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.y - from.y) / length, y: -(to.x - from.x) / length };
}

function shift(point: XY, direction: XY, distance: number): XY {
  return { x: point.x + direction.x * distance, y: point.y + direction.y * distance };
}
