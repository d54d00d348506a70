import type { Map } from 'leaflet';
import { bboxNear, lonNear } from '../geo/turn';
import type { Bbox, MapPosition } from '../model';
import { focusOn, type FocusTarget } from './focus';
import type { Box } from './label-placement';
import { showBbox, type Covered } from './map';
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

/** What part of the world the map shows: a box that fits the window, until the reader moves the map. */
export class Viewpoint {
  private view: Bbox;
  private told: MapPosition | null = null;
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
    showBbox(this.map, this.view, this.options.covered(), animate);
  }
}
