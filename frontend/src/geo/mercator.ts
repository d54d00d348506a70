import type { Bbox } from '../model';

/** A pair of pixels or world units, x to the right and y down. */
export interface XY {
  readonly x: number;
  readonly y: number;
}

const MAX_LATITUDE = 85.0511287798;
const EARTH_RADIUS_M = 6378137;

/** Projects to Web Mercator, in units of a world 256 units wide (zoom 0). */
export function project(lon: number, lat: number): XY {
  const sin = Math.sin((clampLatitude(lat) * Math.PI) / 180);
  return {
    x: ((lon + 180) / 360) * 256,
    y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 256,
  };
}

/** The inverse of {@link project}. */
export function unproject(point: XY): { lon: number; lat: number } {
  const n = Math.PI * (1 - (2 * point.y) / 256);
  return { lon: (point.x / 256) * 360 - 180, lat: (Math.atan(Math.sinh(n)) * 180) / Math.PI };
}

/** The length in pixels of a distance on the ground at a latitude and zoom. */
export function pixelsOf(metres: number, lat: number, zoom: number): number {
  const circumference =
    2 * Math.PI * EARTH_RADIUS_M * Math.cos((clampLatitude(lat) * Math.PI) / 180);
  return (metres / circumference) * 256 * 2 ** zoom;
}

/** The bounds of an SVG view box whose units are pixels at the given zoom. */
export function bboxOfViewBox(
  viewBox: { x: number; y: number; width: number; height: number },
  zoom: number,
): Bbox {
  const scale = 2 ** zoom;
  const northWest = unproject({ x: viewBox.x / scale, y: viewBox.y / scale });
  const southEast = unproject({
    x: (viewBox.x + viewBox.width) / scale,
    y: (viewBox.y + viewBox.height) / scale,
  });
  return [northWest.lon, southEast.lat, southEast.lon, northWest.lat];
}

/** The zoom at which a box just fits into a frame in pixels ("meet", without a margin). */
export function zoomToFit(bbox: Bbox, width: number, height: number): number {
  const northWest = project(bbox[0], bbox[3]);
  const southEast = project(bbox[2], bbox[1]);
  const scale = Math.min(
    width / Math.max(southEast.x - northWest.x, 1e-9),
    height / Math.max(southEast.y - northWest.y, 1e-9),
  );
  return Math.log2(scale);
}

function clampLatitude(lat: number): number {
  return Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
}
