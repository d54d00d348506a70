import {
  circleMarker,
  featureGroup,
  polygon,
  polyline,
  svg,
  type LatLng,
  type Map as LeafletMap,
} from 'leaflet';
import { pixelsOf } from '../geo/mercator';
import { geometryOf, withPoint, type Point, type SketchKind } from './sketch-shape';
import type { Geometry } from 'geojson';

/**
 * Drawing on the map, by pointer and by keyboard: a click sets a point; with the focus on the map, arrows move it
 * beneath a cross, Enter sets a point at the cross and Backspace takes the last one away.
 */
export class Sketch {
  private kind: SketchKind | null = null;
  private points: Point[] = [];
  private metres = 0;
  private readonly group = featureGroup();
  private readonly renderer = svg({ pane: 'overlayPane', padding: 0.4 });
  private onChange: (geometry: Geometry | null, points: number) => void = () => undefined;

  constructor(
    private readonly map: LeafletMap,
    private readonly live: HTMLElement,
  ) {
    this.group.addTo(map);
    map.on('click', (event) => {
      if (this.drawing) this.add(event.latlng);
    });
    map.on('zoomend', () => this.draw());
    // Before the map's own keys.
    live.addEventListener('keydown', (event) => this.onKey(event), true);
  }

  get drawing(): boolean {
    return this.kind !== null;
  }

  /** Begins to draw. The points so far stay if they still make sense. */
  start(kind: SketchKind, onChange: (geometry: Geometry | null, points: number) => void): void {
    this.points = kind === 'pin' ? this.points.slice(-1) : this.points;
    this.kind = kind;
    this.onChange = onChange;
    this.live.classList.add('is-drawing');
    this.map.doubleClickZoom.disable();
    this.changed();
  }

  /** Shows how precisely a point is known. */
  setPrecision(metres: number): void {
    this.metres = metres;
    this.draw();
  }

  /** Takes the last point away. */
  back(): void {
    this.points = this.points.slice(0, -1);
    this.changed();
  }

  stop(): void {
    this.kind = null;
    this.points = [];
    this.live.classList.remove('is-drawing');
    this.map.doubleClickZoom.enable();
    this.draw();
  }

  private add({ lng, lat }: LatLng): void {
    if (!this.kind) return;
    const point: Point = [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
    this.points = withPoint(this.kind, this.points, point);
    this.changed();
  }

  private onKey(event: KeyboardEvent): void {
    if (!this.drawing) return;
    if (event.key === 'Enter') this.add(this.map.getCenter());
    else if (event.key === 'Backspace') this.back();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private changed(): void {
    this.draw();
    if (this.kind) this.onChange(geometryOf(this.kind, this.points), this.points.length);
  }

  private draw(): void {
    this.group.clearLayers();
    if (!this.kind) return;
    const { renderer } = this;
    const places = this.points.map(([lon, lat]): [number, number] => [lat, lon]);
    const [first] = places;
    const shape = { renderer, className: 'sketch-shape', interactive: false };
    if (this.kind === 'line') this.group.addLayer(polyline(places, { ...shape, fill: false }));
    if (this.kind === 'area') this.group.addLayer(polygon(places, shape));
    if (this.kind === 'pin' && first && this.metres > 0) {
      const radius = pixelsOf(this.metres, first[0], this.map.getZoom());
      this.group.addLayer(circleMarker(first, { ...shape, radius }));
    }
    for (const at of places) {
      this.group.addLayer(circleMarker(at, { ...shape, className: 'sketch-point', radius: 5 }));
    }
  }
}
