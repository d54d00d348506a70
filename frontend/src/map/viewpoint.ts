import type { LatLngTuple, Map } from 'leaflet';
import { bboxNear, lonNear } from '../geo/turn';
import type { Bbox, MapPosition } from '../model';
import { focusOn, type FocusTarget } from './focus';
import { around, overlap, type Box } from './label-placement';
import { fitBbox, showBbox, type Covered } from './map';
import { positionOf } from './position';

/** The options of a viewpoint. */
export interface ViewpointOptions {
  /** The box to show until the reader moves the map. */
  readonly first: Bbox;
  /** The box of the button "home". */
  readonly home: Bbox;
  /** The longitude that everything is drawn around. */
  readonly middle: number;
  /** What lies over the map at present. */
  readonly covered: () => Covered;
  /** The boxes of the controls on the map. */
  readonly boxes: () => readonly Box[];
  /** Whether moves are animated. */
  readonly animate: () => boolean;
}

/** Half the size of a symbol, in pixels. */
const SYMBOL_PX = 9;
/** The widest strip at an edge of the map that is given up for a control on it, in pixels. */
const STRIP_PX = 72;

/** What part of the world the map shows: a box that fits the window, until the reader moves the map. */
export class Viewpoint {
  private view: Bbox;
  private told: MapPosition | null = null;
  private spots: readonly LatLngTuple[] = [];
  /** Whether the reader has moved the map. */
  moved = false;

  constructor(
    private readonly map: Map,
    private readonly options: ViewpointOptions,
  ) {
    this.view = bboxNear(options.first, options.middle);
    this.fit(false);
  }

  /** Fits the box again after the window has changed; returns false if the reader has moved the map. */
  refit(): boolean {
    if (!this.moved) this.fit(false);
    return !this.moved;
  }

  /** Keeps symbols that the box shows clear of controls. */
  keepClear(spots: readonly LatLngTuple[]): void {
    this.spots = spots;
    this.refit();
  }

  /** Zooms in or out by a number of levels. */
  zoom(by: number): void {
    this.moved = true;
    this.map.setZoom(this.map.getZoom() + by);
  }

  /** Moves to a target if it is out of sight; returns whether it moved. */
  focus(target: FocusTarget, animate = this.options.animate()): boolean {
    const cover = { sides: this.options.covered(), boxes: this.options.boxes() };
    return focusOn(this.map, target, cover, animate);
  }

  /** Moves to the position of an address. */
  goTo(position: MapPosition, animate = this.options.animate()): void {
    this.moved = true;
    this.told = position;
    const lng = lonNear(position.lng, this.options.middle);
    this.map.setView([position.lat, lng], position.zoom, { animate });
  }

  /**
   * Shows the home box.
   *
   * @param moved whether that counts as a move of the reader
   */
  goHome(moved: boolean): void {
    this.view = bboxNear(this.options.home, this.options.middle);
    this.moved = moved;
    this.fit(this.options.animate());
  }

  /** The position for the address; null until the reader has moved the map. */
  position(): MapPosition | null {
    return this.moved ? positionOf(this.map, this.told, this.options.middle) : null;
  }

  private fit(animate: boolean): void {
    showBbox(this.map, this.view, this.free(), animate);
  }

  /** What is covered, with a strip for each control that would lie on a symbol of the view. */
  private free(): Covered {
    let covered = this.options.covered();
    const size = this.map.getSize();
    for (const box of this.options.boxes()) {
      if (!this.hides(box, covered)) continue;
      const strips = [
        ['left', box.right],
        ['top', box.bottom],
        ['right', size.x - box.left],
        ['bottom', size.y - box.top],
      ] as const;
      const [side, strip] = strips.reduce((a, b) => (b[1] < a[1] ? b : a));
      if (strip <= STRIP_PX) covered = { ...covered, [side]: Math.max(strip, covered[side] ?? 0) };
    }
    return covered;
  }

  /** Whether a box lies on a symbol of the view, if that much is covered. */
  private hides(box: Box, covered: Covered): boolean {
    const { map, view } = this;
    const [west, south, east, north] = view;
    const { center, zoom } = fitBbox(map, view, covered);
    const corner = map.project(center, zoom).subtract(map.getSize().divideBy(2));
    return this.spots.some(([lat, lon]) => {
      const { x, y } = map.project([lat, lon], zoom).subtract(corner);
      const within = lat >= south && lat <= north && lon >= west && lon <= east;
      return within && overlap(box, around(x, y, SYMBOL_PX));
    });
  }
}
