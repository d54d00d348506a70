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
  const add = ({ x, y }: XY): void => {
    if (x >= 0 && y >= 0 && x <= frame.width && y <= frame.height) beads.push({ x, y });
  };
  /** From the next vertex's predecessor to the next bead. */
  let ahead = 0;
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1];
    const to = line[i];
    if (!from || !to) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const steps = Math.max(0, Math.ceil((length - ahead) / distance));
    if (!outside(from, to, frame)) {
      for (let step = 0; step < steps; step++) {
        const share = (ahead + step * distance) / length;
        add({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      }
    }
    ahead += steps * distance - length;
  }
  const last = line.at(-1);
  if (last && ahead < distance / 2) add(last);
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
