import type { Feature, FeatureCollection, Geometry } from 'geojson';

/** How precisely a location is known; this decides the symbol. */
export type LocationClass = 'point' | 'radius' | 'area' | 'line' | 'between' | 'unlocated';

/** A verbatim quote, as in a layer file. */
export interface Excerpt {
  readonly id: string;
  readonly quote: string;
  /** The words of the quote that name the place; empty if the place is inferred. */
  readonly words: readonly string[];
  readonly report: string;
  readonly report_label: string;
  /**
   * The date that the quote states, otherwise its report's (ISO 8601, perhaps only a month or
   * year); null if neither is stated.
   */
  readonly effective_date: string | null;
}

/**
 * The properties of a feature in a layer file. Names in other languages are under `name_<lang>`.
 */
export interface FeatureProperties {
  readonly id: string;
  readonly name: string;
  /** The name as the map writes it, where that is shorter. */
  readonly label?: string | null;
  readonly alt_names?: readonly string[];
  readonly kind: string;
  readonly location: LocationClass;
  /** The uncertainty in metres, for points and radii. */
  readonly uncertainty_m?: number | null;
  /** The centre of a radius as longitude and latitude; its geometry is the circle. */
  readonly center?: readonly [number, number];
  readonly excerpt_count: number;
  readonly excerpts?: readonly Excerpt[];
  readonly [name: string]: unknown;
}

/** A feature as served; an unlocated one has no geometry. */
export type PlaceFeature = Feature<Geometry | null, FeatureProperties>;

/** A layer file. */
export type PlaceCollection = FeatureCollection<Geometry | null, FeatureProperties>;

/** A box in degrees: west, south, east, north. */
export type Bbox = readonly [number, number, number, number];

/** Where the map stands: the middle of what it shows, in degrees, and its zoom. */
export interface MapPosition {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
}
