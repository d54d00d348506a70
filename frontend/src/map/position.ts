import type { Map } from 'leaflet';
import { lonNear } from '../geo/turn';
import type { MapPosition } from '../model';

/**
 * The position of a map: the one it was set to, unless it has been moved since. This avoids drift
 * from rounding to pixels.
 */
export function positionOf(map: Map, told: MapPosition | null, middle: number): MapPosition {
  const center = map.getCenter();
  const zoom = map.getZoom();
  if (told && Math.abs(told.zoom - zoom) < 0.005) {
    const at = map.project([told.lat, lonNear(told.lng, middle)]);
    const off = map.project(center).distanceTo(at);
    if (off < 1.5) return told;
  }
  return { zoom, lat: center.lat, lng: lonNear(center.lng, 0) };
}
