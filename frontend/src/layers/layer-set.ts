import {
  svg,
  type LatLngTuple,
  type LeafletMouseEvent,
  type Map,
  type Point,
  type Renderer,
} from 'leaflet';
import type { LayerConfig } from '../config';
import { REACH_PX, type Target } from '../map/choice';
import type { Label, LabelLine } from '../map/label';
import type { PlaceCollection } from '../model';
import { labelOf, clearOf } from './labels';
import { extentOf, inOrder, placeOf, type Place } from './place';
import { PlaceView } from './place-view';
import { afterFrame, Pace } from '../pace';
import type { Words } from '../words';

/** The pane of shapes, which lie below markers but follow them in the page and the tab order. */
const SHAPES = 'shapes';
/** The options and callbacks of the layer set. */
export interface LayerSetOptions {
  readonly lang: string;
  readonly words: Words;
  readonly fetchLayer: (url: string) => Promise<PlaceCollection>;
  /** Called when the reader chose a place on the map. */
  readonly onOpen: (place: Place) => void;
  /** Called when the pointer or the focus enters a place on the map; null when it leaves. */
  readonly onHover: (place: Place | null) => void;
  /** Called when something that labels show has changed. */
  readonly onChange: () => void;
  readonly onFailure: (layer: LayerConfig) => void;
}

/** All layers on the map, with the layers that are on and the hovered and selected place. */
export class LayerSet {
  private readonly views = new globalThis.Map<string, PlaceView>();
  private readonly visible = new Set<string>();
  private readonly renderer: Renderer;
  private hot: string | null = null;
  private selected: string | null = null;
  /** Whether places are being added one by one, in short tasks: a move of the map then adds no others. */
  private arriving = false;
  private passes: (date: string | null) => boolean = () => true;

  constructor(
    private readonly map: Map,
    readonly layers: readonly LayerConfig[],
    private readonly options: LayerSetOptions,
  ) {
    map.createPane(SHAPES).style.zIndex = '400';
    this.renderer = svg({ pane: SHAPES, padding: 0.4 });
    for (const layer of layers) if (layer.visible) this.visible.add(layer.id);
    map.on('zoomend', () => this.show());
  }

  /**
   * Fetches all layers, including those that are off, which search and the lists need too.
   *
   * @param known called when all places are known, before the first is drawn
   */
  async load(known: () => void): Promise<void> {
    const { options } = this;
    const collections = await Promise.all(
      this.layers.map(async (layer) => {
        const { url } = layer;
        try {
          return url === undefined ? null : { layer, collection: await options.fetchLayer(url) };
        } catch {
          options.onFailure(layer);
          return null;
        }
      }),
    );
    const pace = new Pace();
    const added: PlaceView[] = [];
    this.arriving = true;
    for (const loaded of collections)
      if (loaded) added.push(...(await this.add(loaded.collection, loaded.layer, pace)));
    known();
    for (const view of added) {
      await pace.rest();
      if (this.isShown(view)) view.group.addTo(this.map);
      if (view.place.id === this.selected) view.set('is-selected', true);
    }
    await afterFrame();
    this.arriving = false;
    this.show();
  }

  /** All loaded places with all of their quotes, whatever passes the filter and is on. */
  places(): Place[] {
    return [...this.views.values()].map(({ whole }) => whole);
  }

  /** Shows only places with quotes whose dates pass, and counts only those quotes. */
  setFilter(passes: (date: string | null) => boolean): void {
    this.passes = passes;
    for (const view of this.views.values()) this.tell(view);
    this.show();
  }

  /** The place with an id, with the count of its quotes that pass the filter. */
  place(id: string): Place | null {
    return this.views.get(id)?.place ?? null;
  }

  /** Whether a layer is on. */
  isVisible(id: string): boolean {
    return this.visible.has(id);
  }

  /** Switches a layer on or off. */
  setVisible(id: string, on: boolean): void {
    this.visible[on ? 'add' : 'delete'](id);
    this.show();
  }

  /** The ids of the layers that are on. */
  on(): string[] {
    return this.layers.filter(({ id }) => this.isVisible(id)).map(({ id }) => id);
  }

  /** The ids of the layers that were switched off or on. */
  switched(): { off: string[]; on: string[] } {
    const differ = this.layers.filter(({ id, visible }) => this.isVisible(id) !== visible);
    return {
      off: differ.filter(({ visible }) => visible).map(({ id }) => id),
      on: differ.filter(({ visible }) => !visible).map(({ id }) => id),
    };
  }

  /** Emphasises the place whose page is open. */
  select(id: string | null): void {
    if (this.selected) this.views.get(this.selected)?.set('is-selected', false);
    this.selected = id;
    // The open place is always shown, even a station that would appear only at a deeper zoom.
    this.show();
    if (id) this.views.get(id)?.set('is-selected', true);
    this.options.onChange();
  }

  /** Emphasises the place under the pointer, on the map or in a list. */
  hover(id: string | null): void {
    if (id === this.hot) return;
    if (this.hot) this.views.get(this.hot)?.set('is-hot', false);
    this.hot = id;
    if (id) this.views.get(id)?.set('is-hot', true);
    this.options.onChange();
  }

  /**
   * The names to write at the present zoom.
   *
   * @param named where the basemap writes a name
   */
  labels(named: (name: string) => readonly { lon: number; lat: number }[]): Label[] {
    const zoom = this.map.getZoom();
    const { words } = this.options;
    return this.shown().flatMap((view) => {
      const { place } = view;
      const symbol = view.symbolAt();
      return labelOf(place, {
        zoom,
        selected: place.id === this.selected,
        symbol,
        circle: Math.max(symbol, view.circleAt(zoom)),
        extent: extentOf(place, zoom),
        count: words.say('quote.badge', place.count),
        named: place.areal ? named(place.name) : [],
      });
    });
  }

  /** The lines on the map that names keep clear of. */
  lines(): LabelLine[] {
    return this.shown().flatMap(({ place }) => clearOf(place));
  }

  /** Where there is something to see: the symbols of places with quotes, and the bends of lines if asked for. */
  spots(lines = true): LatLngTuple[] {
    return this.shown().flatMap((view): LatLngTuple[] => {
      const { place } = view;
      const bends = (lines ? clearOf(place) : []).flatMap(({ positions }) => positions);
      if (place.anchor && place.count > 0 && view.symbolAt() > 0)
        bends.push([place.anchor.lon, place.anchor.lat]);
      return bends.map(([lon = 0, lat = 0]) => [lat, lon]);
    });
  }

  /** The number of places with quotes in a layer; null if it is a layer without quotes. */
  quoted(layer: string): number | null {
    const views = [...this.views.values()].filter(({ whole }) => whole.layer.id === layer);
    return views.some(({ whole }) => whole.count > 0)
      ? views.filter(({ place }) => place.count > 0).length
      : null;
  }

  /** The places whose symbols a click at a pixel of the map's container may mean. */
  targets(at: Point): Target[] {
    const { words, onOpen } = this.options;
    return this.shown().flatMap((view) => {
      const { place } = view;
      const radius = view.symbolAt();
      if (!place.anchor || radius === 0) return [];
      const symbol = this.map.latLngToContainerPoint([place.anchor.lat, place.anchor.lon]);
      const distance = symbol.distanceTo(at);
      if (distance > Math.max(REACH_PX, radius)) return [];
      const { name, count, kind } = place;
      const told = count > 0 ? [words.say('quote.count', count)] : [];
      return {
        distance,
        inside: distance <= radius,
        weight: count,
        name,
        detail: [words.kind(kind), ...told].join(' · '),
        open: () => onOpen(place),
      };
    });
  }

  /** The element of a place on the map, which can take the focus. */
  element(id: string): HTMLElement | SVGElement | null {
    return this.views.get(id)?.element() ?? null;
  }

  private shown(): PlaceView[] {
    return [...this.views.values()].filter((view) => this.isShown(view));
  }

  private isShown(view: PlaceView): boolean {
    const { id, layer } = view.place;
    return id === this.selected || (this.visible.has(layer.id) && view.showsAt(this.map.getZoom()));
  }

  private show(): void {
    if (this.arriving) return;
    const shown = new Set(this.shown());
    const above = new globalThis.Map<Node, Element>();
    for (const view of [...this.views.values()].reverse()) {
      if (!shown.has(view)) {
        view.group.remove();
        continue;
      }
      const isNew = !this.map.hasLayer(view.group);
      if (isNew) view.group.addTo(this.map);
      for (const element of view.elements().reverse()) {
        const parent = element.parentNode;
        if (!parent) continue;
        // Leaflet puts what is new on top of all else. What is on the map already never moves: an element that has the
        // focus would lose it, and others their turn in the order of Tab.
        if (isNew) parent.insertBefore(element, above.get(parent) ?? null);
        above.set(parent, element);
      }
      view.fit(this.map);
    }
    this.options.onChange();
  }

  private async add(
    collection: PlaceCollection,
    layer: LayerConfig,
    pace: Pace,
  ): Promise<PlaceView[]> {
    const { lang, onOpen } = this.options;
    const places = collection.features.map((feature) => placeOf(feature, layer, lang));
    const views: PlaceView[] = [];
    for (const place of inOrder(places)) {
      await pace.rest();
      const view = new PlaceView(place, this.spoken(place, place.count), this.renderer, onOpen);
      view.group.on('click', ({ originalEvent }: LeafletMouseEvent) => {
        originalEvent.stopPropagation();
        onOpen(view.place);
      });
      view.group.on('mouseover', () => this.options.onHover(place));
      view.group.on('mouseout', () => this.options.onHover(null));
      this.views.set(place.id, view);
      views.push(view);
      this.tell(view);
    }
    return views;
  }

  private tell(view: PlaceView): void {
    const count = view.whole.excerpts.filter((one) => this.passes(one.effective_date)).length;
    if (count !== view.place.count) view.tell(count, this.spoken(view.whole, count));
  }

  private spoken({ name, kind }: Place, count: number): string {
    const { words } = this.options;
    return [name, words.kind(kind), words.say('quote.count', count)].join(', ');
  }
}
