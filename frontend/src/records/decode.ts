import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { DateRange } from '../dates/selection';
import { unproject } from '../geo/mercator';
import type { Bbox, LocationClass } from '../model';
import type { TileAt } from '../tiles/tiles';

/** A single record of a tile. */
export interface TileRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly location: LocationClass;
  /** The date in ISO 8601, perhaps without a day; empty if not stated. */
  readonly date: string;
  /** The first and the last day on which it may have happened; null if not stated. */
  readonly period: DateRange | null;
  readonly uncertainty: number;
  /** The centre of a radius as longitude and latitude; null if unknown. */
  readonly center: readonly [number, number] | null;
  /** The path of its page if the catalog has one; empty if it has only a record's page. */
  readonly page: string;
}

/** A mark for one or several records. Coordinates are fractions of the world, from 0 to 1. */
export interface TileMark {
  readonly x: number;
  readonly y: number;
  readonly records: number;
  /** The record; null for several. */
  readonly record: TileRecord | null;
  /** The square that contains the records. */
  readonly bbox: Bbox;
}

/** A line or area, as far as it reaches into the tile. */
export interface TileShape {
  readonly record: TileRecord;
  readonly closed: boolean;
  /** Lines or rings, with positions as fractions of the world. */
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

/** The content of a tile. */
export interface TileContent {
  readonly marks: readonly TileMark[];
  readonly shapes: readonly TileShape[];
}

/** A tile without records. */
export const NOTHING: TileContent = { marks: [], shapes: [] };

const POINT = 1;
const POLYGON = 3;

/** Reads a Mapbox Vector Tile, with names in a language where the tile has them. */
export function decodeTile(bytes: ArrayBuffer, at: TileAt, lang: string): TileContent {
  const { layers } = new VectorTile(new PbfReader(bytes));
  const marks: TileMark[] = [];
  const shapes: TileShape[] = [];
  for (const feature of featuresOf(layers.records)) {
    const { lines, properties, type } = placed(feature, at);
    const record = recordOf(properties, lang);
    const first = lines[0]?.[0];
    if (!first) continue;
    if (type === POINT) {
      const { lon, lat } = unproject({ x: first[0] * 256, y: first[1] * 256 });
      marks.push({ x: first[0], y: first[1], records: 1, record, bbox: [lon, lat, lon, lat] });
    } else shapes.push({ record, closed: type === POLYGON, lines });
  }
  for (const feature of featuresOf(layers.cells)) {
    const { lines, properties } = placed(feature, at);
    const first = lines[0]?.[0];
    const bbox = String(properties.bbox).split(',').map(Number);
    if (!first || bbox.length !== 4) continue;
    const [west = 0, south = 0, east = 0, north = 0] = bbox;
    marks.push({
      x: first[0],
      y: first[1],
      records: Number(properties.records),
      record: null,
      bbox: [west, south, east, north],
    });
  }
  return { marks, shapes };
}

type TileFeature = ReturnType<VectorTileLayer['feature']>;

function featuresOf(layer: VectorTileLayer | undefined): TileFeature[] {
  return layer ? Array.from({ length: layer.length }, (_, i) => layer.feature(i)) : [];
}

function placed(
  feature: TileFeature,
  { z, x, y }: TileAt,
): Pick<TileFeature, 'properties' | 'type'> & { lines: [number, number][][] } {
  const scale = 1 / (feature.extent * 2 ** z);
  const lines = feature
    .loadGeometry()
    .map((line) =>
      line.map((at): [number, number] => [x / 2 ** z + at.x * scale, y / 2 ** z + at.y * scale]),
    );
  return { lines, properties: feature.properties, type: feature.type };
}

/** Reads a centre such as `[67.9, 29.7]`; null if it is none. */
function centerOf(text: string): [number, number] | null {
  const [lon = NaN, lat = NaN] = text.replace(/[[\]]/g, '').split(',').map(parseFloat);
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null;
}

function recordOf(properties: TileFeature['properties'], lang: string): TileRecord {
  const text = (name: string): string => {
    const value = properties[name];
    return value === undefined || value === null ? '' : String(value);
  };
  return {
    id: text('id'),
    name: text(`name_${lang}`) || text('name') || text('id'),
    kind: text('kind'),
    location: (text('location') || 'point') as LocationClass,
    date: text('date'),
    period:
      text('date_start') !== '' && text('date_end') !== ''
        ? { from: text('date_start'), to: text('date_end') }
        : null,
    uncertainty: Number(properties.uncertainty_m ?? 0),
    center: centerOf(text('center')),
    page: text('page'),
  };
}
