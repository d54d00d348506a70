import {
  circleMarker,
  CircleMarker,
  featureGroup,
  marker,
  polyline,
  type DivIcon,
  type FeatureGroup,
  type LatLng,
  type Layer,
  type Map,
  type Marker,
  type Path,
  type Renderer,
} from 'leaflet';
import type { Geometry, Position } from 'geojson';
import { bracketAlong } from '../geo/bracket';
import { pixelsOf } from '../geo/mercator';
import { quotes, sizes, uncertainty } from '../look';
import { pathOf } from './paths';
import { isStation, stationShows, type Place } from './place';
import { markerIcon, symbolRadius } from './symbols';

/** Draws a place on the map: as a marker, a shape, or both. */
export class PlaceView {
  readonly group: FeatureGroup;
  private readonly marker: Marker | null;
  private readonly shape: Path | null;
  private readonly bracket: Path | null;
  private readonly doubt: CircleMarker | null;
  private readonly paths: [part: string, path: Path][] = [];
  private readonly states = new Set<string>();
  /** The place as drawn now: its count includes only quotes that pass the filter. */
  place: Place;

  /** @param whole the place with all of its quotes */
  constructor(
    readonly whole: Place,
    private label: string,
    private readonly renderer: Renderer,
    private readonly onOpen: (place: Place) => void,
  ) {
    const place = whole;
    this.place = whole;
    this.shape = this.createShape();
    this.bracket = place.location === 'between' ? this.createBracket() : null;
    this.doubt = this.createDoubt();
    this.marker = this.createMarker();
    const layers = [...this.underlines(), this.shape, this.bracket, this.doubt, this.marker];
    this.group = featureGroup(layers.filter((layer): layer is Path | Marker => layer !== null));
  }

  /** Whether it is drawn at a zoom. */
  showsAt(zoom: number): boolean {
    return isStation(this.place)
      ? stationShows(this.place, zoom)
      : this.place.count > 0 || this.stays();
  }

  /** Whether it stays on the map without a quote that passes, as the route and areas do. */
  private stays(): boolean {
    const { whole } = this;
    const { style } = whole.layer;
    return whole.count === 0 || style === 'route' || style === 'area';
  }

  /** Sets the number of quotes, and the spoken label. */
  tell(count: number, label: string): void {
    const quoted = this.place.count > 0;
    this.place = { ...this.whole, count };
    this.label = label;
    if (quoted !== count > 0) {
      for (const [part, path] of this.paths) {
        path.options.className = this.classes(part);
        elementOf(path)?.classList.toggle('is-quoted', count > 0);
      }
      this.marker?.setIcon(this.icon());
      elementOf(this.marker)?.classList.add(...this.states);
    }
    this.marker?.setZIndexOffset(this.depth() + (this.states.size > 0 ? 5000 : 0));
    const element = this.element();
    if (element?.hasAttribute('aria-label')) this.name(element);
  }

  /** Half the size of its symbol in pixels; 0 for shapes without one. */
  symbolAt(): number {
    const { layer, location, count } = this.place;
    return this.marker ? symbolRadius(layer.style, location, count > 0) : 0;
  }

  /** The true radius of its circle in pixels; 0 if it has none. */
  circleAt(zoom: number): number {
    const { location, anchor, uncertainty } = this.place;
    return location === 'radius' && anchor ? pixelsOf(uncertainty, anchor.lat, zoom) : 0;
  }

  /**
   * Updates everything that depends on the zoom: circle or disc, the bracket, and whether an area
   * fills the map.
   */
  fit(map: Map): void {
    const zoom = map.getZoom();
    if (this.shape instanceof CircleMarker) this.shape.setRadius(this.circleAt(zoom));
    if (this.marker) {
      const trueCircle = this.circleAt(zoom) >= sizes['true-circle'];
      this.toggle('is-drawn', trueCircle, [this.marker]);
      if (this.shape) this.toggle('is-small', !trueCircle, [this.shape]);
    }
    if (this.place.areal && this.shape && this.place.bbox) {
      const [west, south, east, north] = this.place.bbox;
      const size = map.project([south, east], zoom).subtract(map.project([north, west], zoom));
      const frame = map.getSize();
      // An area larger than the map would take every click; only its outline and name react then.
      this.toggle('is-vast', size.x > frame.x * 0.8 || size.y > frame.y * 0.9, [this.shape]);
    }
    if (this.bracket) this.fitBracket(map);
    if (this.doubt) this.fitDoubt(zoom);
  }

  /** Marks it as hovered or selected. */
  set(state: 'is-hot' | 'is-selected', on: boolean): void {
    if (on) this.states.add(state);
    else this.states.delete(state);
    this.group.eachLayer((layer) => elementOf(layer)?.classList.toggle(state, on));
    if (this.marker) this.marker.setZIndexOffset(this.depth() + (this.states.size > 0 ? 5000 : 0));
  }

  /** The element that takes the keyboard's focus for the place. */
  element(): HTMLElement | SVGElement | null {
    return elementOf(this.marker ?? this.shape);
  }

  /** All its elements on the map, from the bottom up. */
  elements(): Element[] {
    return this.group.getLayers().flatMap((layer) => elementOf(layer) ?? []);
  }

  private createMarker(): Marker | null {
    const { anchor, location, areal } = this.place;
    if (!anchor || areal || (location !== 'point' && location !== 'radius')) return null;
    const created = marker([anchor.lat, anchor.lon], {
      icon: this.icon(),
      keyboard: false,
      zIndexOffset: this.depth(),
      pane: 'markerPane',
    });
    created.on('add', () => this.equip(elementOf(created), true));
    return created;
  }

  private icon(): DivIcon {
    const { layer, location, count } = this.place;
    return markerIcon(layer.style, location, count > 0);
  }

  /** The stacking order: small above large, places with quotes above those without. */
  private depth(): number {
    const { layer, count, location } = this.place;
    const base = layer.style === 'incident' ? 3000 : layer.style === 'place' ? 2000 : 1000;
    return (
      (count > 0 ? base + Math.min(count, quotes.most) * 10 : 0) - (location === 'radius' ? 500 : 0)
    );
  }

  private createShape(): Path | null {
    const { feature, location, anchor } = this.place;
    const geometry = feature.geometry;
    if (!geometry || !anchor || geometry.type === 'Point' || location === 'point') return null;
    const shape = location === 'radius' ? this.drawCircle('shape') : this.draw('shape', geometry);
    shape?.on('add', () => this.equip(elementOf(shape), location !== 'radius' || this.place.areal));
    return shape;
  }

  /** A wide invisible line that is easy to hit; beneath a route its casing and body too. */
  private underlines(): Path[] {
    const { location } = this.place;
    const { geometry } = this.place.feature;
    if (!geometry || (location !== 'line' && location !== 'between')) return [];
    const parts = location === 'line' ? ['hit', 'casing', 'body'] : ['hit'];
    return parts.flatMap((part) => {
      const path = this.draw(part, geometry);
      if (!path) return [];
      path.on('add', () => elementOf(path)?.setAttribute('aria-hidden', 'true'));
      return [path];
    });
  }

  /** How far off a point may be, as a circle around it. */
  private createDoubt(): CircleMarker | null {
    const { anchor, location, uncertainty: metres } = this.place;
    if (!anchor || location !== 'point' || metres <= 0) return null;
    return this.drawCircle('uncertainty');
  }

  private createBracket(): Path {
    const bracket = polyline([], {
      className: this.classes('bracket'),
      renderer: this.renderer,
      smoothFactor: 0,
      interactive: false,
    });
    this.paths.push(['bracket', bracket]);
    return bracket;
  }

  private draw(part: string, geometry: Geometry): Path | null {
    const path = pathOf(geometry, this.classes(part), this.renderer);
    if (path) this.paths.push([part, path]);
    return path;
  }

  /** A circle around the place, whose radius follows the zoom. */
  private drawCircle(part: 'shape' | 'uncertainty'): CircleMarker {
    const { lat = 0, lon = 0 } = this.place.anchor ?? {};
    const circle = circleMarker([lat, lon], {
      className: this.classes(part),
      renderer: this.renderer,
      interactive: part === 'shape',
      radius: 0,
    });
    this.paths.push([part, circle]);
    return circle;
  }

  private fitBracket(map: Map): void {
    const geometry = this.place.feature.geometry;
    if (!geometry || !this.bracket) return;
    const lines =
      geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'MultiLineString'
          ? geometry.coordinates
          : [];
    const brackets = lines.map((line: Position[]): LatLng[] => {
      const pixels = line.map(([lon = 0, lat = 0]) => map.project([lat, lon]));
      return bracketAlong(pixels, sizes.bracket).map((at) => map.unproject([at.x, at.y]));
    });
    (this.bracket as Path & { setLatLngs(lines: LatLng[][]): void }).setLatLngs(brackets);
  }

  /** A circle that its symbol would all but hide says nothing; nor does one around each of many stations. */
  private fitDoubt(zoom: number): void {
    const { anchor, count, uncertainty: metres } = this.place;
    if (!this.doubt || !anchor) return;
    const radius = pixelsOf(metres, anchor.lat, zoom);
    const dot = isStation(this.place) && count === 0;
    const hidden = dot || radius <= uncertainty.from * this.symbolAt();
    this.doubt.setRadius(radius);
    this.toggle('is-small', hidden, [this.doubt]);
  }

  private classes(part: string): string {
    const { layer, location, areal, count, kind } = this.place;
    return `shape-${part} shape-${areal ? 'area' : location} of-${layer.style} kind-${kind}${count > 0 ? ' is-quoted' : ''}`;
  }

  /** Gives an element its name, role and keyboard handling. */
  private equip(element: Element | null, focusable: boolean): void {
    if (!element) return;
    for (const state of this.states) element.classList.add(state);
    element.setAttribute('data-feature', this.place.id);
    if (!focusable) {
      element.setAttribute('aria-hidden', 'true');
      return;
    }
    element.setAttribute('role', 'link');
    this.name(element);
    element.addEventListener('keydown', (event) => {
      const { key } = event as KeyboardEvent;
      if (key !== 'Enter' && key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      this.onOpen(this.place);
    });
  }

  private name(element: Element): void {
    element.setAttribute('aria-label', this.label);
    // Stations without a quote are reachable through the list; a hundred of them would bury the
    // other places.
    element.setAttribute('tabindex', this.place.count > 0 || !isStation(this.place) ? '0' : '-1');
  }

  private toggle(state: string, on: boolean, layers: readonly Layer[]): void {
    for (const layer of layers) elementOf(layer)?.classList.toggle(state, on);
  }
}

function elementOf(layer: Layer | null): HTMLElement | SVGElement | null {
  // Markers and paths have getElement, but Leaflet's type of a layer does not.
  const drawn = layer as Marker | Path | null;
  return (drawn?.getElement?.() as HTMLElement | SVGElement | undefined) ?? null;
}
