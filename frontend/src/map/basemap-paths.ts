import type { Geometry, Position } from 'geojson';
import { feature as featureOf } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { project, type XY } from '../geo/mercator';
import { geometryNear, lonNear } from '../geo/turn';

/** Kinds of lines and surfaces, in drawing order. */
export const SURFACES = ['land', 'lakes'] as const;
export const LINES = ['coast', 'rivers', 'districts', 'provinces', 'boundaries'] as const;

/**
 * An object of a TopoJSON file, or the part of it with the same style, ready to draw at any zoom.
 */
export interface BasemapPath {
  readonly object: string;
  /** Whether it is drawn dashed: a boundary that is disputed, a line of control, or not settled. */
  readonly dashed: boolean;
  /** The rank of a river; 0 is the largest. */
  readonly rank: number;
  readonly path: Path2D;
  /** The paths' origin in world units; small coordinates keep their precision. */
  readonly origin: XY;
}

/** A name on the basemap. */
export interface BasemapLabel {
  readonly lon: number;
  readonly lat: number;
  readonly kind: string;
  readonly rank: number;
  readonly minZoom: number;
  readonly name: string;
}

/** The options for reading a TopoJSON file. */
export interface BasemapReading {
  readonly lang: string;
  /** The longitude that everything is drawn around. */
  readonly middle: number;
}

/** Builds paths and labels from a TopoJSON file. */
export function readBasemap(
  topology: Topology,
  { lang, middle }: BasemapReading,
): { paths: BasemapPath[]; labels: BasemapLabel[] } {
  const paths: BasemapPath[] = [];
  const labels: BasemapLabel[] = [];
  for (const [object, geometry] of Object.entries(topology.objects)) {
    const collection = featureOf(topology, geometry);
    const features = collection.type === 'FeatureCollection' ? collection.features : [collection];
    if (object === 'labels') {
      for (const { geometry, properties } of features) {
        const label = labelOf(geometry, properties ?? {}, lang);
        if (label) labels.push({ ...label, lon: lonNear(label.lon, middle) });
      }
      continue;
    }
    const groups = new Map<string, { dashed: boolean; rank: number; geometries: Geometry[] }>();
    for (const { geometry, properties } of features) {
      const status = String(properties?.status ?? 'international');
      const dashed = object === 'boundaries' && status !== 'international';
      const rank = object === 'rivers' ? Number(properties?.rank ?? 5) : 0;
      const key = `${dashed}/${rank}`;
      const group = groups.get(key) ?? { dashed, rank, geometries: [] };
      group.geometries.push(geometryNear(geometry, middle));
      groups.set(key, group);
    }
    for (const { dashed, rank, geometries } of groups.values()) {
      paths.push({ object, dashed, rank, ...pathOf(geometries) });
    }
  }
  return { paths, labels };
}

function labelOf(
  geometry: Geometry,
  properties: Record<string, unknown>,
  lang: string,
): BasemapLabel | null {
  const name = properties[`name_${lang}`] ?? properties.name;
  if (geometry.type !== 'Point' || typeof name !== 'string' || name === '') return null;
  const [lon = 0, lat = 0] = geometry.coordinates;
  return {
    lon,
    lat,
    name,
    kind: typeof properties.kind === 'string' ? properties.kind : 'town',
    rank: Number(properties.rank ?? 9),
    minZoom: Number(properties.min_zoom ?? 0),
  };
}

function pathOf(geometries: readonly Geometry[]): { path: Path2D; origin: XY } {
  const path = new Path2D();
  let origin: XY | null = null;
  const trace = (positions: readonly Position[], close: boolean): void => {
    positions.forEach((position, index) => {
      const at = project(position[0] ?? 0, position[1] ?? 0);
      origin ??= at;
      if (index === 0) path.moveTo(at.x - origin.x, at.y - origin.y);
      else path.lineTo(at.x - origin.x, at.y - origin.y);
    });
    if (close) path.closePath();
  };
  for (const geometry of geometries) {
    if (geometry.type === 'LineString') trace(geometry.coordinates, false);
    else if (geometry.type === 'MultiLineString') {
      for (const line of geometry.coordinates) trace(line, false);
    } else if (geometry.type === 'Polygon') {
      for (const ring of geometry.coordinates) trace(ring, true);
    } else if (geometry.type === 'MultiPolygon') {
      for (const ring of geometry.coordinates.flat()) trace(ring, true);
    }
  }
  return { path, origin: origin ?? { x: 0, y: 0 } };
}
