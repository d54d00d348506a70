import type { Map } from 'leaflet';
import { pixelsOf } from '../geo/mercator';
import type { Bbox, LocationClass } from '../model';
import { around, overlap, type Box } from './label-placement';
import { showBbox, type Covered } from './map';

/** The target to show: a point, or the bounds of something larger. */
export interface FocusTarget {
  readonly anchor: { readonly lon: number; readonly lat: number };
  /** The bounds of a shape; null for a point. */
  readonly bbox: Bbox | null;
  /** The radius of its circle in metres; 0 for none. */
  readonly radius: number;
  /** The zoom for a point; that of its surroundings unless given. */
  readonly zoom?: number;
}

/** What of a place is shown; a story is a point with its country around it. */
export function targetOf(place: FocusPlace, story: boolean): FocusTarget {
  const { anchor, bbox, location, uncertainty } = place;
  if (story) return { anchor, bbox: null, radius: 0, zoom: STORY_ZOOM };
  return { anchor, bbox, radius: location === 'radius' ? uncertainty : 0 };
}

/** A place to show. */
interface FocusPlace extends Pick<FocusTarget, 'anchor' | 'bbox'> {
  readonly location: LocationClass;
  /** In metres. */
  readonly uncertainty: number;
}

/** What lies over the map: its sides, and the boxes of its controls in pixels of the map. */
export interface Cover {
  readonly sides: Covered;
  readonly boxes: readonly Box[];
}

const MARGIN_PX = 48;
/** The zoom for a point, so that its surroundings are visible. */
const POINT_ZOOM = 7;
const STORY_ZOOM = 5;
const LOWEST_POINT_ZOOM = 5;
/** A symbol hides a circle of a smaller radius. */
const HIDDEN_PX = 12;
/** The radius to which such a circle is enlarged. */
const CIRCLE_PX = 30;

/** Moves the map to a target, unless the target is already clearly visible. */
export function focusOn(map: Map, target: FocusTarget, cover: Cover, animate: boolean): boolean {
  const { sides } = cover;
  if (target.bbox && !isPoint(target.bbox)) return focusOnBox(map, target.bbox, sides, animate);
  const { lon, lat } = target.anchor;
  const { bottom, top = 0, left = 0, right = 0 } = sides;
  const size = map.getSize();
  const at = map.latLngToContainerPoint([lat, lon]);
  const seen =
    at.x > left + MARGIN_PX &&
    at.y > top + MARGIN_PX &&
    at.x < size.x - right - MARGIN_PX &&
    at.y < size.y - bottom - MARGIN_PX &&
    !cover.boxes.some((box) => overlap(box, around(at.x, at.y, 1)));
  const zoom = map.getZoom();
  const to = zoomFor(target, zoom, map.getMaxZoom());
  if (seen && to === zoom) return false;
  const off = [(right - left) / 2, (bottom - top) / 2] as [number, number];
  const center = map.unproject(map.project([lat, lon], to).add(off), to);
  if (animate) map.flyTo(center, to, { duration: 0.7 });
  else map.setView(center, to, { animate: false });
  return true;
}

/** The zoom at which a point or circle says where it is: its surroundings are visible, and its symbol hides no circle. */
function zoomFor(
  { radius, anchor, zoom: wanted = POINT_ZOOM }: FocusTarget,
  zoom: number,
  most: number,
): number {
  const pixels = pixelsOf(radius, anchor.lat, zoom);
  if (radius > 0 && pixels < HIDDEN_PX) return Math.min(most, zoom + Math.log2(CIRCLE_PX / pixels));
  return zoom < LOWEST_POINT_ZOOM ? wanted : zoom;
}

function focusOnBox(map: Map, bbox: Bbox, covered: Covered, animate: boolean): boolean {
  const [west, south, east, north] = bbox;
  const size = map.getSize();
  const topLeft = map.latLngToContainerPoint([north, west]);
  const bottomRight = map.latLngToContainerPoint([south, east]);
  const width = bottomRight.x - topLeft.x;
  const height = bottomRight.y - topLeft.y;
  const { bottom, left = 0, right = 0 } = covered;
  const frame = { x: size.x - right, y: size.y - bottom };
  const shownX = Math.min(bottomRight.x, frame.x) - Math.max(topLeft.x, left);
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
