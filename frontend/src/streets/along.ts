import type { XY } from '../geo/mercator';
import type { Candidate } from '../map/label-placement';

/** The steps in which positions along a line are tried, in pixels. */
const STEP = 24;
/** A stretch is straight if its ends are at least this far apart, as a share of its length. */
const STRAIGHT = 0.985;
/** How much of a line its name needs, in widths of the name. */
const ROOM = 1.1;

/** Joins lines that end where another one starts or ends; all of them have the same name. */
export function joined(lines: readonly (readonly XY[])[]): XY[][] {
  const rest = lines.map((line) => [...line]);
  const done: XY[][] = [];
  for (let line = rest.pop(); line; line = rest.pop()) {
    for (let more = true; more;) {
      more = false;
      for (let i = 0; i < rest.length && !more; i++) {
        const next = rest[i] ?? [];
        const [start, end] = [line[0], line[line.length - 1]];
        const [first, last] = [next[0], next[next.length - 1]];
        if (same(end, first)) line = [...line, ...next.slice(1)];
        else if (same(end, last)) line = [...line, ...next.reverse().slice(1)];
        else if (same(start, last)) line = [...next, ...line.slice(1)];
        else if (same(start, first)) line = [...next.reverse(), ...line.slice(1)];
        else continue;
        rest.splice(i, 1);
        more = true;
      }
    }
    done.push(line);
  }
  return done;
}

function same(a: XY | undefined, b: XY | undefined): boolean {
  return a !== undefined && b !== undefined && Math.hypot(a.x - b.x, a.y - b.y) < 1e-9;
}

/**
 * The positions of a name along a line in pixels, from its middle outwards: where the line is
 * straight for as long as the name is. Names are never upside down.
 */
export function* alongLine(line: readonly XY[], width: number): Generator<Candidate> {
  const at = [0];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    at.push((at[i - 1] ?? 0) + (a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0));
  }
  const length = at[at.length - 1] ?? 0;
  const half = (width * ROOM) / 2;
  for (let off = 0; off <= length / 2 - half; off += STEP) {
    for (const middle of off === 0 ? [length / 2] : [length / 2 - off, length / 2 + off]) {
      const start = pointAt(line, at, middle - half);
      const end = pointAt(line, at, middle + half);
      const [dx, dy] = [end.x - start.x, end.y - start.y];
      if (Math.hypot(dx, dy) < STRAIGHT * 2 * half) continue;
      const flip = dx < 0 ? Math.PI : 0;
      yield {
        x: (start.x + end.x) / 2,
        y: (start.y + end.y) / 2,
        gap: 0,
        side: 'centre',
        angle: Math.atan2(dy, dx) - (dx < 0 ? Math.sign(dy || 1) * flip : 0),
      };
    }
  }
}

function pointAt(line: readonly XY[], at: readonly number[], distance: number): XY {
  let i = 1;
  while (i < line.length - 1 && (at[i] ?? 0) < distance) i++;
  const [a, b] = [line[i - 1], line[i]];
  if (!a || !b) return a ?? { x: 0, y: 0 };
  const [from = 0, to = 0] = [at[i - 1], at[i]];
  const share = to > from ? (distance - from) / (to - from) : 0;
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
