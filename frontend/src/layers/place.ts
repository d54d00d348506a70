import type { LayerConfig } from '../config';
import { anchorOf, boundsOf } from '../geo/anchor';
import { project } from '../geo/mercator';
import { geometryNear, lonNear } from '../geo/turn';
import { metres, zooms } from '../look';
import type { Bbox, Excerpt, LocationClass, PlaceCollection, PlaceFeature } from '../model';

/** A feature with the properties that the map needs. */
export interface Place {
  readonly id: string;
  /** The name in the page's language. */
  readonly name: string;
  /** The name on the map, which may be shorter. */
  readonly label: string;
  readonly names: readonly string[];
  readonly kind: string;
  readonly location: LocationClass;
  readonly layer: LayerConfig;
  readonly feature: PlaceFeature;
  readonly excerpts: readonly Excerpt[];
  readonly count: number;
  /** The position of its symbol or name; null if its location is unknown. */
  readonly anchor: { readonly lon: number; readonly lat: number } | null;
  readonly bbox: Bbox | null;
  readonly uncertainty: number;
  /** Whether it is drawn as a quiet outline: an area, or a circle as large as one. */
  readonly areal: boolean;
}

/** A layer with its geometries shifted close to a longitude, for views across the antimeridian. */
export function collectionNear(collection: PlaceCollection, middle: number): PlaceCollection {
  if (middle === 0) return collection;
  const features = collection.features.map((feature): PlaceFeature => {
    const { geometry, properties } = feature;
    const [lon, lat] = properties.center ?? [];
    return {
      ...feature,
      geometry: geometry && geometryNear(geometry, middle),
      properties:
        lon === undefined || lat === undefined
          ? properties
          : { ...properties, center: [lonNear(lon, middle), lat] },
    };
  });
  return { ...collection, features };
}

/** Reads a place from a feature of a layer. */
export function placeOf(feature: PlaceFeature, layer: LayerConfig, lang: string): Place {
  const { properties, geometry } = feature;
  const translated = textOf(properties[`name_${lang}`]);
  const name = translated ?? properties.name;
  const uncertainty = properties.uncertainty_m ?? 0;
  const located = properties.location === 'unlocated' ? null : geometry;
  const center = properties.center ?? (located ? anchorOf(located) : null);
  return {
    id: properties.id,
    name,
    // A name in the reader's language is preferred to a short one in another.
    label: textOf(properties[`label_${lang}`]) ?? translated ?? textOf(properties.label) ?? name,
    names: namesOf(feature, name),
    kind: properties.kind,
    location: properties.location,
    layer,
    feature,
    excerpts: properties.excerpts ?? [],
    count: properties.excerpt_count,
    anchor: center && located ? { lon: center[0] ?? 0, lat: center[1] ?? 0 } : null,
    bbox: located ? boundsOf(located) : null,
    uncertainty,
    areal:
      properties.location === 'area' ||
      (properties.location === 'radius' && uncertainty > metres.vast),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Fetches a layer's file, with its places around a longitude. */
export async function fetchLayer(address: string, middle: number): Promise<PlaceCollection> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return collectionNear((await response.json()) as PlaceCollection, middle);
}

/** All names except the one shown: in other languages, and spelling variants. */
function namesOf({ properties }: PlaceFeature, shown: string): string[] {
  const translations = Object.entries(properties)
    .filter(([key, value]) => /^name(_[a-z]{2,3}(-\w+)*)?$/.test(key) && typeof value === 'string')
    .map(([, value]) => value as string);
  const all = [...translations, ...(properties.alt_names ?? [])];
  return [...new Set(all)].filter((name) => name !== shown && name !== '');
}

/**
 * Whether a station is shown at a zoom: those with quotes always, main stops earlier than others.
 */
export function stationShows(place: Place, zoom: number): boolean {
  if (place.count > 0) return true;
  return zoom >= (place.kind === 'stop' ? zooms.stops : zooms.stations);
}

/** Whether a feature is a station of a route; stations appear depending on the zoom. */
export function isStation(place: Place): boolean {
  return place.layer.style === 'route' && place.location !== 'line' && place.location !== 'between';
}

/** The order of Tab, and of drawing among shapes: large areas first, then those told of most. */
export function inOrder(places: readonly Place[]): Place[] {
  const size = ({ bbox, areal }: Place): number =>
    areal && bbox ? (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]) : 0;
  return [...places].sort((a, b) => size(b) - size(a) || b.count - a.count);
}

/** The longer side of what a place covers, in pixels. */
export function extentOf({ bbox, location }: Place, zoom: number): number {
  if (!bbox || location === 'point') return 0;
  const [west, south, east, north] = bbox;
  const upper = project(west, north);
  const lower = project(east, south);
  return Math.max(lower.x - upper.x, lower.y - upper.y) * 2 ** zoom;
}
