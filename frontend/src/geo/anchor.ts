import type { Geometry, Position } from 'geojson';

/** A point that represents a geometry, where its label is placed. */
export function anchorOf(geometry: Geometry): Position | null {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'MultiPoint':
      return geometry.coordinates[0] ?? null;
    case 'LineString':
      return middleOf(geometry.coordinates);
    case 'MultiLineString':
      return middleOf(longest(geometry.coordinates));
    case 'Polygon':
      return insideOf(geometry.coordinates[0] ?? []);
    case 'MultiPolygon':
      return insideOf(largest(geometry.coordinates.map((rings) => rings[0] ?? [])));
    case 'GeometryCollection':
      return geometry.geometries[0] ? anchorOf(geometry.geometries[0]) : null;
  }
}

/** The bounds of a geometry as west, south, east, north; null if it is empty. */
export function boundsOf(geometry: Geometry): [number, number, number, number] | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  eachPosition(geometry, (position) => {
    const [lon = 0, lat = 0] = position;
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  });
  return box[0] <= box[2] ? box : null;
}

function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) eachPosition(part, visit);
    return;
  }
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') visit(value as Position);
    else value.forEach(walk);
  };
  walk(geometry.coordinates);
}

function longest(lines: readonly Position[][]): Position[] {
  return lines.reduce((best, line) => (line.length > best.length ? line : best), lines[0] ?? []);
}

function largest(rings: readonly Position[][]): Position[] {
  return rings.reduce(
    (best, ring) => (Math.abs(areaOf(ring)) > Math.abs(areaOf(best)) ? ring : best),
    rings[0] ?? [],
  );
}

function middleOf(line: readonly Position[]): Position | null {
  return line[Math.floor(line.length / 2)] ?? null;
}

function areaOf(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[j] ?? [];
    const [x2 = 0, y2 = 0] = ring[i] ?? [];
    sum += x1 * y2 - x2 * y1;
  }
  return sum / 2;
}

/**
 * A point well inside a ring: the middle of the widest stretch inside it on the parallel through
 * its middle. Unlike the centroid, it cannot fall outside a crescent.
 */
function insideOf(ring: readonly Position[]): Position | null {
  if (ring.length < 3) return ring[0] ?? null;
  const lats = ring.map((position) => position[1] ?? 0);
  const south = Math.min(...lats);
  const north = Math.max(...lats);
  let best: { width: number; at: Position } | null = null;
  for (const share of [0.5, 0.42, 0.58, 0.34, 0.66]) {
    const lat = south + (north - south) * share;
    const crossings = crossingsAt(ring, lat);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const west = crossings[i] ?? 0;
      const east = crossings[i + 1] ?? 0;
      if (!best || east - west > best.width * 1.15) {
        best = { width: east - west, at: [(west + east) / 2, lat] };
      }
    }
  }
  return best?.at ?? ring[0] ?? null;
}

function crossingsAt(ring: readonly Position[], lat: number): number[] {
  const crossings: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[j] ?? [];
    const [x2 = 0, y2 = 0] = ring[i] ?? [];
    if (y1 > lat !== y2 > lat) crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings.sort((a, b) => a - b);
}
