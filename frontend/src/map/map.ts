import { map as createLeaflet, type LatLng, type Map } from 'leaflet';
import { bboxOfViewBox, zoomToFit } from '../geo/mercator';
import { lonNear } from '../geo/turn';
import type { Config } from '../config';
import type { Bbox } from '../model';

/** The zoom whose pixels are the units of the still map's view box. */
const STILL_ZOOM = 8;

/**
 * The deepest zoom: an operator's tiles have more detail than the site's basemap, and records lie
 * closer together than places.
 */
export const MAX_ZOOM = { basemap: 12, records: 15, streets: 18, tiles: 18 } as const;

/** The deepest zoom of a page. */
export function maxZoomOf({ basemap, layers, tiles }: Config): number {
  const detail = layers.some((layer) => layer.tiles) ? 'records' : 'basemap';
  return MAX_ZOOM[tiles ? 'tiles' : basemap?.streets ? 'streets' : detail];
}

/**
 * How many pixels of the map are covered on each side, so that a view can be fitted to the rest.
 */
export interface Covered {
  readonly bottom: number;
  readonly top?: number;
  readonly left?: number;
  readonly right?: number;
}

/** How far the map may be moved from the middle, in degrees. */
const REACH = 220;

/** Creates the Leaflet map in an element that already has its size. */
export function createMap(
  container: HTMLElement,
  maxZoom: number,
  still: boolean,
  middle: number,
): Map {
  const map = createLeaflet(container, {
    // The view fits its box exactly, like the still map, so that nothing jumps.
    zoomSnap: 0,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 110,
    minZoom: 2,
    maxZoom,
    maxBounds: [
      [-85, middle - REACH],
      [85, middle + REACH],
    ],
    maxBoundsViscosity: 0.6,
    zoomAnimation: !still,
    fadeAnimation: false,
    markerZoomAnimation: !still,
    inertia: !still,
    keyboardPanDelta: 100,
  });
  return map;
}

/** Adds the tiles that the operator chose instead of the basemap. */
export async function addTiles(map: Map, url: string): Promise<void> {
  const { tileLayer } = await import('./tile-layer.js');
  tileLayer(url, { maxZoom: map.getMaxZoom() }).addTo(map);
}

/** The bounds of the page's still map; the default view if there is none. */
export function boundsOfStill(still: SVGSVGElement | null, fallback: Bbox): Bbox {
  const box = still?.viewBox.baseVal;
  if (!box || box.width <= 0 || box.height <= 0) return fallback;
  return bboxOfViewBox(box, STILL_ZOOM);
}

/** The visible bounds of a map; they may cross the antimeridian. */
export function bboxOf(map: Map): Bbox {
  const bounds = map.getBounds();
  const [west, east] = [bounds.getWest(), bounds.getEast()];
  const whole = east - west >= 360;
  return [
    whole ? -180 : lonNear(west, 0),
    bounds.getSouth(),
    whole ? 180 : lonNear(east, 0),
    bounds.getNorth(),
  ];
}

/** The position at which a box exactly fits into the uncovered part of the map, like an SVG with "meet". */
export function fitBbox(
  map: Map,
  bbox: Bbox,
  covered: Covered,
): { readonly center: LatLng; readonly zoom: number } {
  const { bottom, top = 0, left = 0, right = 0 } = covered;
  const size = map.getSize();
  const [width, height] = [size.x - left - right, size.y - top - bottom];
  const zoom = Math.min(
    map.getMaxZoom(),
    Math.max(map.getMinZoom(), zoomToFit(bbox, Math.max(width, 50), Math.max(height, 50))),
  );
  const northWest = map.project([bbox[3], bbox[0]], zoom);
  const southEast = map.project([bbox[1], bbox[2]], zoom);
  const middle = northWest.add(southEast).divideBy(2);
  return {
    center: map.unproject(middle.add([(right - left) / 2, (bottom - top) / 2]), zoom),
    zoom,
  };
}

/** Moves to that position. */
export function showBbox(map: Map, bbox: Bbox, covered: Covered, animate: boolean): void {
  const { center, zoom } = fitBbox(map, bbox, covered);
  if (animate) map.flyTo(center, zoom, { duration: 0.7 });
  else map.setView(center, zoom, { animate: false });
}
