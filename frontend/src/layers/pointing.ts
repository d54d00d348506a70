import type { Map } from 'leaflet';
import type { Tip } from '../map/tip';
import type { LayerSet } from './layer-set';
import type { Place } from './place';
import type { Words } from '../words';

/** The options and callbacks of pointing. */
export interface PointingOptions {
  readonly words: Words;
  /** Whether a place's name is on the map. */
  readonly named: (id: string) => boolean;
  /** How many pixels of the map are covered from below. */
  readonly covered: () => number;
  /** Called when the pointer or the focus enters a place on the map; null when it leaves. */
  readonly onPoint: (id: string | null) => void;
}

/**
 * Emphasises the place that has the pointer or the focus, on the map or in a list, and shows its
 * name if the map does not.
 */
export class Pointing {
  constructor(
    private readonly map: Map,
    private readonly layers: LayerSet,
    private readonly tip: Tip,
    private readonly options: PointingOptions,
  ) {}

  /** Emphasises a place that is pointed at elsewhere. */
  show(id: string | null): void {
    this.layers.hover(id);
    const place = id ? this.layers.place(id) : null;
    if (!place?.anchor || this.options.named(place.id)) {
      this.tip.hide();
      return;
    }
    const { lon, lat } = place.anchor;
    const at = this.map.latLngToContainerPoint([lat, lon]);
    if (this.map.getSize().contains(at) && at.x >= 0 && at.y >= 0) this.name(place, at);
    else this.tip.hide();
  }

  /** Called when the pointer or the focus enters a place on the map; null when it leaves. */
  on(place: Place | null): void {
    this.layers.hover(place?.id ?? null);
    this.options.onPoint(place?.id ?? null);
    if (!place?.anchor || this.options.named(place.id)) this.tip.hide();
    else {
      const { lat, lon } = place.anchor;
      this.name(place, this.map.latLngToContainerPoint([lat, lon]));
    }
  }

  /** Moves the map so that the focused element is visible. */
  onFocus(target: EventTarget | null): void {
    const id = (target as Element | null)?.getAttribute('data-feature');
    const place = id ? this.layers.place(id) : null;
    if (!place?.anchor) return;
    this.on(place);
    const { lat, lon } = place.anchor;
    const at = this.map.latLngToContainerPoint([lat, lon]);
    const size = this.map.getSize();
    const seen = at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y - this.options.covered();
    if (!seen && !place.areal) this.map.panTo([lat, lon], { animate: false });
  }

  private name(place: Place, at: { x: number; y: number }): void {
    const { words } = this.options;
    this.tip.show(place.name, place.count > 0 ? words.say('quote.count', place.count) : '', at);
  }
}
