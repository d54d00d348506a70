import type { XY } from './mercator';

/**
 * Points at regular distances along a line, within a frame from 0, 0. Label placement uses them as
 * obstacles to keep clear of the line.
 */
export function beadsAlong(
  line: readonly XY[],
  distance: number,
  frame: { readonly width: number; readonly height: number },
): XY[] {
  const beads: XY[] = [];
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1];
    const to = line[i];
    if (!from || !to || outside(from, to, frame)) continue;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / distance));
    for (let step = 0; step <= steps; step++) {
      const x = from.x + ((to.x - from.x) * step) / steps;
      const y = from.y + ((to.y - from.y) * step) / steps;
      if (x >= 0 && y >= 0 && x <= frame.width && y <= frame.height) beads.push({ x, y });
    }
  }
  return beads;
}

function outside(a: XY, b: XY, frame: { width: number; height: number }): boolean {
  return (
    Math.max(a.x, b.x) < 0 ||
    Math.max(a.y, b.y) < 0 ||
    Math.min(a.x, b.x) > frame.width ||
    Math.min(a.y, b.y) > frame.height
  );
}
