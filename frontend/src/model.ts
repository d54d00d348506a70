import type { Feature, FeatureCollection, Geometry } from 'geojson';

/** How well a location is known; it decides the symbol. */
export type LocationClass = 'point' | 'radius' | 'area' | 'line' | 'between' | 'unlocated';

/** A verbatim quote as a layer carries it. */
export interface Excerpt {
  readonly id: string;
  readonly quote: string;
  /** The words of the quote that name the place; empty where it is inferred. */
  readonly words: readonly string[];
  readonly report: string;
  readonly report_label: string;
  /** The date that it tells of, or else its report's (ISO 8601, perhaps a month or year); null if neither is stated. */
  readonly effective_date: string | null;
}

/** What a layer file says of one feature. Names in other languages stand under `name_<lang>`. */
export interface FeatureProperties {
  readonly id: string;
  readonly name: string;
  readonly alt_names?: readonly string[];
  readonly kind: string;
  readonly location: LocationClass;
  /** In metres; for points and radii. */
  readonly uncertainty_m?: number | null;
  /** Longitude and latitude of a radius, whose geometry is the circle itself. */
  readonly center?: readonly [number, number];
  readonly excerpt_count: number;
  readonly excerpts?: readonly Excerpt[];
  readonly [name: string]: unknown;
}

/** A feature as served; an unlocated one has no geometry. */
export type PlaceFeature = Feature<Geometry | null, FeatureProperties>;

/** A layer file. */
export type PlaceCollection = FeatureCollection<Geometry | null, FeatureProperties>;

/** West, south, east, north in degrees. */
export type Bbox = readonly [number, number, number, number];

/** Where the map stands: the middle of what it shows, in degrees, and its zoom. */
export interface MapPosition {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
}
