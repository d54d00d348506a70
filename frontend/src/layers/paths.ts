import { polygon, polyline, type Path, type Renderer } from 'leaflet';
import type { Geometry, Position } from 'geojson';

/** How much Leaflet may simplify a line, in pixels. */
const SMOOTH = 0.5;

/** The path of lines or areas; null for points. */
export function pathOf(geometry: Geometry, className: string, renderer: Renderer): Path | null {
  const options = { className, renderer, smoothFactor: SMOOTH };
  switch (geometry.type) {
    case 'LineString':
      return polyline(latLngs(geometry.coordinates), options);
    case 'MultiLineString':
      return polyline(geometry.coordinates.map(latLngs), options);
    case 'Polygon':
      return polygon(geometry.coordinates.map(latLngs), options);
    case 'MultiPolygon':
      return polygon(
        geometry.coordinates.map((rings) => rings.map(latLngs)),
        options,
      );
    default:
      return null;
  }
}

function latLngs(positions: readonly Position[]): [number, number][] {
  return positions.map(([lon = 0, lat = 0]) => [lat, lon]);
}
