import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

/**
 * The largest distance in degrees between two positions that count as the same point of the seam.
 */
const SAME = 1e-6;

/** Joins lines at the antimeridian, where one ends and another begins. */
export function joinLines(lines: readonly Position[][]): LineString | MultiLineString {
  const joined = chained(lines);
  const [only] = joined;
  return only && joined.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: joined };
}

/**
 * Joins polygons along the antimeridian. Their rings are opened there and chained into new ones;
 * all rings become one polygon, the largest first, to be filled by the even-odd rule. If the rings
 * do not close, the polygons are returned unchanged.
 */
export function joinPolygons(polygons: readonly Position[][][]): Polygon | MultiPolygon {
  const untouched: MultiPolygon = { type: 'MultiPolygon', coordinates: polygons.slice() };
  const rings = polygons.flat();
  const cut = rings.filter((ring) => ring.some((_, index) => runsAlong(ring, index)));
  if (cut.length < 2) return untouched;
  const chains = chained(cut.flatMap(opened));
  if (!chains.every((chain) => same(chain[0], chain.at(-1)))) return untouched;
  const whole = [...chains, ...rings.filter((ring) => !cut.includes(ring))];
  return { type: 'Polygon', coordinates: whole.sort((a, b) => extent(b) - extent(a)) };
}

/** The parts of a ring between its edges along the seam. */
function opened(ring: readonly Position[]): Position[][] {
  const edges = ring.length - 1;
  const start = ring.findIndex((_, index) => runsAlong(ring, index)) + 1;
  const chains: Position[][] = [];
  let chain: Position[] = [];
  for (let step = 0; step < edges; step++) {
    const index = (start + step) % edges;
    const at = ring[index];
    if (at) chain.push(at);
    if (!runsAlong(ring, index)) continue;
    if (chain.length > 1) chains.push(chain);
    chain = [];
  }
  return chains;
}

/** Joins lines, end to beginning, as long as any two meet on the seam. */
function chained(lines: readonly Position[][]): Position[][] {
  const rest = lines.map((line) => line.slice());
  const done: Position[][] = [];
  for (let line = rest.shift(); line; line = rest.shift()) {
    const end = line.at(-1);
    const next = rest.findIndex(([first]) => onSeam(end) && same(end, first));
    const before = rest.findIndex((other) => onSeam(line?.[0]) && same(other.at(-1), line?.[0]));
    if (same(line[0], end)) done.push(line);
    else if (next >= 0) rest.unshift(line.concat((rest.splice(next, 1)[0] ?? []).slice(1)));
    else if (before >= 0) rest.unshift((rest.splice(before, 1)[0] ?? []).concat(line.slice(1)));
    else done.push(line);
  }
  return done;
}

/** Whether the edge starting at an index runs along the seam. */
function runsAlong(ring: readonly Position[], index: number): boolean {
  return index + 1 < ring.length && onSeam(ring[index]) && onSeam(ring[index + 1]);
}

function onSeam(position: Position | undefined): boolean {
  return Math.abs(((position?.[0] ?? 0) % 360) - 180) < SAME || position?.[0] === -180;
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    Math.abs((a[0] ?? 0) - (b[0] ?? 0)) < SAME &&
    Math.abs((a[1] ?? 0) - (b[1] ?? 0)) < SAME
  );
}

function extent(ring: readonly Position[]): number {
  const lons = ring.map(([lon = 0]) => lon);
  const lats = ring.map((position) => position[1] ?? 0);
  return (Math.max(...lons) - Math.min(...lons)) * (Math.max(...lats) - Math.min(...lats));
}
