import type { Map } from 'leaflet';
import type { Bbox } from '../model';
import { showBbox, type Covered } from './map';

/** The target to show: a point, or the bounds of something larger. */
export interface FocusTarget {
  readonly anchor: { readonly lon: number; readonly lat: number };
  /** The bounds of a shape; null for a point. */
  readonly bbox: Bbox | null;
}

const MARGIN_PX = 48;
/** The zoom for a point, so that its surroundings are visible. */
const POINT_ZOOM = 7;
const LOWEST_POINT_ZOOM = 5;

/** Moves the map to a target, unless the target is already clearly visible. */
export function focusOn(
  map: Map,
  target: FocusTarget,
  covered: Covered,
  animate: boolean,
): boolean {
  if (target.bbox && !isPoint(target.bbox)) return focusOnBox(map, target.bbox, covered, animate);
  const { lon, lat } = target.anchor;
  const size = map.getSize();
  const at = map.latLngToContainerPoint([lat, lon]);
  const seen =
    at.x > MARGIN_PX &&
    at.y > MARGIN_PX &&
    at.x < size.x - MARGIN_PX &&
    at.y < size.y - covered.bottom - MARGIN_PX;
  const zoom = map.getZoom();
  if (seen && zoom >= LOWEST_POINT_ZOOM) return false;
  const to = zoom < LOWEST_POINT_ZOOM ? POINT_ZOOM : zoom;
  const center = map.unproject(map.project([lat, lon], to).add([0, covered.bottom / 2]), to);
  if (animate) map.flyTo(center, to, { duration: 0.7 });
  else map.setView(center, to, { animate: false });
  return true;
}

function focusOnBox(map: Map, bbox: Bbox, covered: Covered, animate: boolean): boolean {
  const [west, south, east, north] = bbox;
  const size = map.getSize();
  const topLeft = map.latLngToContainerPoint([north, west]);
  const bottomRight = map.latLngToContainerPoint([south, east]);
  const width = bottomRight.x - topLeft.x;
  const height = bottomRight.y - topLeft.y;
  const frame = { x: size.x, y: size.y - covered.bottom };
  const shownX = Math.min(bottomRight.x, frame.x) - Math.max(topLeft.x, 0);
  const shownY = Math.min(bottomRight.y, frame.y) - Math.max(topLeft.y, 0);
  const mostlySeen = shownX > 0.6 * width && shownY > 0.6 * height;
  const largeEnough = Math.max(width, height) > 40;
  if (mostlySeen && largeEnough) return false;
  const marginX = (east - west) * 0.15 || 0.1;
  const marginY = (north - south) * 0.15 || 0.1;
  const wider: Bbox = [west - marginX, south - marginY, east + marginX, north + marginY];
  showBbox(map, wider, covered, animate);
  return true;
}

/**
 * Whether bounds are small enough to be treated as a point, such as circles of a few kilometres.
 */
function isPoint([west, south, east, north]: Bbox): boolean {
  return east - west < 0.6 && north - south < 0.6;
}
