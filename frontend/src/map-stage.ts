import type { Map as LeafletMap } from 'leaflet';
import type { Config } from './config';
import { quotesOf, type Translate } from './i18n';
import { basemapLabel } from './layers/labels';
import { LayerSet } from './layers/layer-set';
import { Legend } from './layers/legend';
import { collectionNear, type Place } from './layers/place';
import { addPaints } from './layers/symbols';
import { Basemap } from './map/basemap';
import { addFurniture, boxesOf } from './map/furniture';
import { focusOn } from './map/focus';
import { LabelsLayer } from './map/labels';
import { addTiles, bboxOf, boundsOfStill, createMap, MAX_ZOOM, showBbox } from './map/map';
import { listenForMoves } from './map/moves';
import { addScale } from './map/scale';
import { Tip } from './map/tip';
import { bboxNear, lonNear, middleOfTurn } from './geo/turn';
import type { Bbox, PlaceCollection } from './model';
import type { HashState, MapPosition } from './state/hash';
import type { Urls } from './urls';

/** What the map asks of those around it. */
export interface MapStageOptions {
  /** Pixels of the map covered from below. */
  readonly covered: () => number;
  readonly onOpen: (id: string) => void;
  readonly onHover: (id: string | null) => void;
  readonly onMoved: () => void;
  readonly onLayers: () => void;
  readonly onFailure: (title: string) => void;
  /** Somebody wants to embed what the map shows; absent where that cannot be asked for. */
  readonly onEmbed?: () => void;
}

/** The map with its layers, legend and buttons, woken up on top of the still map. */
export class MapStage {
  private readonly map: LeafletMap;
  readonly layers: LayerSet;
  private readonly labels: LabelsLayer;
  private readonly legend: Legend;
  private readonly tip: Tip;
  private readonly basemap: Basemap | null;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  /** The longitude that all is drawn around. */
  private readonly middle: number;
  /** The view shown as long as the reader does not move the map. */
  private view: Bbox;
  private moved = false;
  private told: MapPosition | null = null;

  constructor(
    private readonly section: HTMLElement,
    private readonly config: Config,
    private readonly urls: Urls,
    private readonly t: Translate,
    private readonly options: MapStageOptions,
  ) {
    this.middle = middleOfTurn(config.bbox);
    const bounds = boundsOfStill(section.querySelector('svg.map-still'), config.bbox);
    this.view = bboxNear(bounds, this.middle);
    const live = document.createElement('div');
    live.className = 'map-live';
    live.dir = 'ltr';
    section.append(live);
    addPaints(section);
    const maxZoom = config.tiles ? MAX_ZOOM.tiles : MAX_ZOOM.basemap;
    this.map = createMap(live, maxZoom, this.still.matches, this.middle);
    live.ariaLabel = t('mapKeys');
    live.role = 'application';
    this.fit(false);
    addScale(this.map, live, t);
    this.labels = new LabelsLayer(config.lang === 'ur', () => boxesOf(section)).addTo(this.map);
    this.basemap = this.addGround();
    this.layers = new LayerSet(this.map, config.layers, {
      lang: config.lang,
      t,
      fetchLayer: async (layer) => {
        const response = await fetch(urls.file(layer.url));
        if (!response.ok) throw new Error(`${layer.url}: ${response.status}`);
        return collectionNear((await response.json()) as PlaceCollection, this.middle);
      },
      onOpen: (place) => options.onOpen(place.id),
      onHover: (place) => this.onHover(place),
      onChange: () => this.labels.refresh(),
      onFailure: (layer) => options.onFailure(layer.title),
    });
    this.labels.addSource(() => this.layers.labels((name) => this.basemap?.placeOf(name) ?? null));
    this.labels.addLines(() => this.layers.lines());
    this.legend = new Legend(
      config.layers,
      t,
      (id) => this.layers.isVisible(id),
      (id, on) => {
        this.layers.setVisible(id, on);
        options.onLayers();
      },
    );
    this.tip = new Tip(live);
    const credit = config.tiles?.attribution ?? config.basemap?.attribution ?? '';
    addFurniture(section, this.legend.element, t, credit, {
      zoomIn: () => this.zoom(1),
      zoomOut: () => this.zoom(-1),
      home: () => this.goHome(),
      legend: () => this.labels.refresh(),
      embed: options.onEmbed,
    });
    this.onCovered();
    this.listen(live);
  }

  /** Fetches basemap and layers; the still map goes when there is something to see instead. */
  async start(state: HashState, place: string | null | undefined): Promise<void> {
    this.switchLayers(state);
    if (state.map) this.goTo(state.map, false);
    await Promise.all([this.basemap?.load(), this.layers.load()]);
    document.documentElement.classList.add('is-awake');
    this.layers.select(place ?? null);
    if (place && !state.map) this.focus(place, false);
  }

  /** All places of all layers. */
  places(): Place[] {
    return this.layers.places();
  }

  /** Goes where an address says: to its map position, else to its place if that is out of sight. */
  follow(state: HashState, place: string | null, back: boolean, home: boolean): void {
    this.switchLayers(state);
    this.layers.hover(null);
    this.layers.select(place);
    const animate = !this.still.matches;
    if (back && state.map) this.goTo(state.map, animate);
    else if (place && this.focus(place, animate)) this.moved = true;
    else if (back && home && this.moved) this.goHome();
  }

  /** What has the keyboard's focus on the map when a place has it. */
  element(id: string): HTMLElement | SVGElement | null {
    return this.layers.element(id);
  }

  /** Shows on the map what is pointed at elsewhere. */
  hover(id: string | null): void {
    this.layers.hover(id);
    const place = id ? this.layers.place(id) : null;
    if (!place?.anchor || this.labels.has(place.id)) {
      this.tip.hide();
      return;
    }
    const { lon, lat } = place.anchor;
    const at = this.map.latLngToContainerPoint([lat, lon]);
    if (this.map.getSize().contains(at) && at.x >= 0 && at.y >= 0) this.showTip(place, at);
    else this.tip.hide();
  }

  /** What the map shows, and the layers that are on. */
  shown(): { readonly bbox: Bbox; readonly layers: readonly string[] } {
    const on = this.config.layers.filter(({ id }) => this.layers.isVisible(id));
    return { bbox: bboxOf(this.map), layers: on.map(({ id }) => id) };
  }

  /** Map and layers, as an address holds them. */
  state(): Pick<HashState, 'map' | 'off' | 'on'> {
    const { layers, config } = this;
    const differ = config.layers.filter(({ id, visible }) => layers.isVisible(id) !== visible);
    return {
      map: this.moved ? this.position() : null,
      off: differ.filter(({ visible }) => visible).map(({ id }) => id),
      on: differ.filter(({ visible }) => !visible).map(({ id }) => id),
    };
  }

  /** Where the map stands: as it was told, unless it was moved since; pixels are rounded. */
  private position(): MapPosition {
    const { told } = this;
    const center = this.map.getCenter();
    const zoom = this.map.getZoom();
    if (told && Math.abs(told.zoom - zoom) < 0.005) {
      const at = this.map.project([told.lat, lonNear(told.lng, this.middle)]);
      const off = this.map.project(center).distanceTo(at);
      if (off < 1.5) return told;
    }
    return { zoom, lat: center.lat, lng: lonNear(center.lng, 0) };
  }

  /** The colours have changed. */
  recolour(): void {
    this.basemap?.refresh();
    this.labels.refresh();
  }

  /** What covers the map has changed. */
  onCovered(): void {
    const legend = this.section.querySelector<HTMLElement>('.map-corner');
    legend?.style.setProperty('--covered', `${this.options.covered()}px`);
    if (!this.moved) this.fit(false);
    else this.labels.refresh();
  }

  private addGround(): Basemap | null {
    const { basemap, tiles, lang } = this.config;
    this.section.classList.toggle('is-tiled', tiles !== null);
    if (tiles) addTiles(this.map, tiles.url);
    if (tiles || !basemap) return null;
    const ground = new Basemap(
      this.map,
      basemap,
      { lang, middle: this.middle },
      (path) => this.urls.file(path),
      () => this.labels.refresh(),
    );
    this.labels.addSource(() => ground.labels().map(basemapLabel));
    return ground;
  }

  private listen(live: HTMLElement): void {
    const { map } = this;
    listenForMoves(map, live, () => {
      this.moved = true;
    });
    map.on('zoomanim', () => this.tip.hide());
    map.on('moveend', () => this.options.onMoved());
    map.on('resize', () => {
      if (!this.moved) this.fit(false);
    });
    map.on('click', (event) => {
      const id = this.labels.at(event.containerPoint.x, event.containerPoint.y);
      if (id && this.layers.place(id)) this.options.onOpen(id);
    });
    live.addEventListener('focusin', (event) => this.onFocus(event.target));
    live.addEventListener('focusout', () => this.onHover(null));
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(live);
  }

  /** What has the focus must be seen. */
  private onFocus(target: EventTarget | null): void {
    const id = (target as Element | null)?.getAttribute('data-feature');
    const place = id ? this.layers.place(id) : null;
    if (!place?.anchor) return;
    this.onHover(place);
    const { lat, lon } = place.anchor;
    const at = this.map.latLngToContainerPoint([lat, lon]);
    const size = this.map.getSize();
    const seen = at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y - this.options.covered();
    if (!seen && !place.areal) this.map.panTo([lat, lon], { animate: false });
  }

  private onHover(place: Place | null): void {
    this.layers.hover(place?.id ?? null);
    this.options.onHover(place?.id ?? null);
    if (!place?.anchor || this.labels.has(place.id)) this.tip.hide();
    else {
      const { lat, lon } = place.anchor;
      this.showTip(place, this.map.latLngToContainerPoint([lat, lon]));
    }
  }

  private showTip(place: Place, at: { x: number; y: number }): void {
    this.tip.show(place.name, place.count > 0 ? quotesOf(this.t, place.count) : '', at);
  }

  private zoom(by: number): void {
    this.moved = true;
    this.map.setZoom(this.map.getZoom() + by);
  }

  private focus(id: string, animate: boolean): boolean {
    const place = this.layers.place(id);
    if (!place?.anchor) return false;
    const { anchor, bbox } = place;
    return focusOn(this.map, { anchor, bbox }, { bottom: this.options.covered() }, animate);
  }

  private goTo(position: MapPosition, animate: boolean): void {
    this.moved = true;
    this.told = position;
    const lng = lonNear(position.lng, this.middle);
    this.map.setView([position.lat, lng], position.zoom, { animate });
  }

  private goHome(): void {
    this.view = bboxNear(this.config.bbox, this.middle);
    this.moved = document.getElementById('panel')?.dataset.page !== 'home';
    this.fit(!this.still.matches);
  }

  private fit(animate: boolean): void {
    showBbox(this.map, this.view, { bottom: this.options.covered() }, animate);
  }

  private switchLayers({ off, on }: HashState): void {
    for (const { id, visible } of this.config.layers) {
      const wanted = visible ? !off.includes(id) : on.includes(id);
      if (this.layers.isVisible(id) !== wanted) this.layers.setVisible(id, wanted);
    }
    this.legend.update((id) => this.layers.isVisible(id));
  }
}
