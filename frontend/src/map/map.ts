import { map as createLeaflet, tileLayer, type Map } from 'leaflet';
import { bboxOfViewBox, zoomToFit } from '../geo/mercator';
import { lonNear } from '../geo/turn';
import type { Bbox } from '../model';

/** The zoom whose pixels the view box of the still map counts. */
const STILL_ZOOM = 8;

/** Tiles of an operator go into more detail than the basemap of this site does; records lie closer than places. */
export const MAX_ZOOM = { basemap: 12, records: 15, tiles: 18 } as const;

/** Pixels of the map that something else covers, so that a view can be fitted to the rest. */
export interface Covered {
  readonly bottom: number;
}

/** How far from the middle the map may be moved, in degrees. */
const REACH = 220;

/** Builds the Leaflet map inside an element that has its size already. */
export function createMap(
  container: HTMLElement,
  maxZoom: number,
  still: boolean,
  middle: number,
): Map {
  const map = createLeaflet(container, {
    zoomControl: false,
    attributionControl: false,
    // The view fits its box to the pixel, as the still map does: nothing jumps.
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

/** The tiles an operator chose in place of the basemap. */
export function addTiles(map: Map, url: string): void {
  tileLayer(url, { maxZoom: map.getMaxZoom() }).addTo(map);
}

/** The bounds the still map of the page shows; the default view if there is none. */
export function boundsOfStill(still: SVGSVGElement | null, fallback: Bbox): Bbox {
  const box = still?.viewBox.baseVal;
  if (!box || box.width <= 0 || box.height <= 0) return fallback;
  return bboxOfViewBox(box, STILL_ZOOM);
}

/** What a map shows, as a box that may cross the antimeridian. */
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

/** Shows a box in the part of the map that nothing covers, exactly fitted like an SVG with "meet". */
export function showBbox(map: Map, bbox: Bbox, covered: Covered, animate: boolean): void {
  const size = map.getSize();
  const zoom = Math.min(
    map.getMaxZoom(),
    Math.max(map.getMinZoom(), zoomToFit(bbox, size.x, Math.max(size.y - covered.bottom, 50))),
  );
  const northWest = map.project([bbox[3], bbox[0]], zoom);
  const southEast = map.project([bbox[1], bbox[2]], zoom);
  const middle = northWest.add(southEast).divideBy(2);
  middle.y += covered.bottom / 2;
  const center = map.unproject(middle, zoom);
  if (animate) map.flyTo(center, zoom, { duration: 0.7 });
  else map.setView(center, zoom, { animate: false });
}
