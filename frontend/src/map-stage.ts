import type { Map as LeafletMap } from 'leaflet';
import type { Config } from './config';
import { basemapLabel } from './layers/labels';
import { LayerSet } from './layers/layer-set';
import { Legend } from './layers/legend';
import { collectionNear, type Place } from './layers/place';
import { Pointing } from './layers/pointing';
import { addPaints } from './layers/symbols';
import { Basemap } from './map/basemap';
import { addFurniture, boxesOf } from './map/furniture';
import { focusOn } from './map/focus';
import { LabelsLayer } from './map/labels';
import { addTiles, bboxOf, boundsOfStill, createMap, MAX_ZOOM, showBbox } from './map/map';
import { listenForMoves } from './map/moves';
import { positionOf } from './map/position';
import { addScale } from './map/scale';
import { Tip } from './map/tip';
import { bboxNear, lonNear, middleOfTurn } from './geo/turn';
import type { Bbox, MapPosition, PlaceCollection } from './model';
import type { HashState } from './state/hash';
import type { Records } from './records/records';
import { passes, type Selection } from './dates/selection';
import type { Urls } from './urls';
import type { Words } from './words';

/** The options and callbacks of the map. */
export interface MapStageOptions {
  /** How many pixels of the map are covered from below. */
  readonly covered: () => number;
  readonly onOpen: (id: string) => void;
  /** Called when the reader chose something that has a page. */
  readonly onOpenPage: (url: string) => void;
  readonly onHover: (id: string | null) => void;
  readonly onMoved: () => void;
  readonly onLayers: () => void;
  readonly onFailure: (title: string) => void;
  /** Called when somebody wants to embed the map; undefined if the page offers no embeds. */
  readonly onEmbed?: () => void;
}

/** The interactive map with its layers, legend and buttons, on top of the still map. */
export class MapStage {
  private readonly map: LeafletMap;
  readonly layers: LayerSet;
  private readonly labels: LabelsLayer;
  private readonly legend: Legend;
  private readonly tip: Tip;
  private readonly pointing: Pointing;
  private readonly basemap: Basemap | null;
  private records: Records | null = null;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  /** The longitude that everything is drawn around. */
  private readonly middle: number;
  /** The view to show until the reader moves the map. */
  private view: Bbox;
  private moved = false;
  private time: Selection | null = null;
  private told: MapPosition | null = null;

  constructor(
    private readonly section: HTMLElement,
    private readonly config: Config,
    private readonly urls: Urls,
    private readonly words: Words,
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
    const detail = config.layers.some(({ tiles }) => tiles) ? 'records' : 'basemap';
    const maxZoom = MAX_ZOOM[config.tiles ? 'tiles' : detail];
    this.map = createMap(live, maxZoom, this.still.matches, this.middle);
    live.ariaLabel = words.say('live.keys');
    live.role = 'application';
    this.fit(false);
    addScale(this.map, live, words);
    this.labels = new LabelsLayer(() => boxesOf(section)).addTo(this.map);
    this.basemap = this.addGround();
    this.layers = new LayerSet(this.map, config.layers, {
      lang: config.lang,
      words,
      fetchLayer: async (url) => {
        const response = await fetch(urls.file(url));
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        return collectionNear((await response.json()) as PlaceCollection, this.middle);
      },
      onOpen: (place) => options.onOpen(place.id),
      onHover: (place) => this.pointing.on(place),
      onChange: () => this.labels.refresh(),
      onFailure: (layer) => options.onFailure(layer.title),
    });
    this.labels.addSource(() => this.layers.labels((name) => this.basemap?.placesOf(name) ?? []));
    this.labels.addLines(() => this.layers.lines());
    this.legend = new Legend(
      config.layers,
      words,
      (id) => this.layers.isVisible(id),
      (id, on) => {
        this.layers.setVisible(id, on);
        this.records?.update();
        options.onLayers();
      },
    );
    this.tip = new Tip(live);
    this.pointing = new Pointing(this.map, this.layers, this.tip, {
      words,
      named: (id) => this.labels.has(id),
      covered: options.covered,
      onPoint: options.onHover,
    });
    const credit = config.tiles?.attribution ?? config.basemap?.attribution ?? '';
    addFurniture(section, this.legend.element, words, credit, {
      zoomIn: () => this.zoom(1),
      zoomOut: () => this.zoom(-1),
      home: () => this.goHome(),
      legend: () => this.labels.refresh(),
      embed: options.onEmbed,
    });
    this.onCovered();
    this.listen(live);
  }

  /** Fetches the basemap and the layers; removes the still map when they can be seen. */
  async start(state: HashState, place: string | null | undefined): Promise<void> {
    this.switchLayers(state);
    if (state.map) this.goTo(state.map, false);
    await Promise.all([this.basemap?.load(), this.layers.load(), this.loadRecords()]);
    document.documentElement.classList.add('is-awake');
    this.layers.select(place ?? null);
    this.records?.onPanel();
    if (!state.map) this.focus(place ?? null, false);
  }

  /** Fetches the code for large layers if the catalog has one. */
  private async loadRecords(): Promise<void> {
    const layers = this.config.layers.filter(({ tiles }) => tiles);
    if (layers.length === 0) return;
    const { Records } = await import('./records/records');
    this.records = new Records(this.map, {
      lang: this.config.lang,
      words: this.words,
      urls: this.urls,
      layers,
      middle: this.middle,
      isVisible: (id) => this.layers.isVisible(id),
      tip: this.tip,
      stage: this.options,
      animate: () => !this.still.matches,
      onMove: () => (this.moved = true),
      onDrawn: () => this.labels.refresh(),
    });
    this.labels.addLines(() => this.records?.discs() ?? []);
    this.records.setTime(this.time);
  }

  /** Shows only what is dated within the selection. */
  setTime(time: Selection | null): void {
    this.time = time;
    this.layers.setFilter((date) => passes(time, date));
    this.records?.setTime(time);
  }

  /** All places of all layers. */
  places(): Place[] {
    return this.layers.places();
  }

  /** Moves the map to an address's position or, without one, to its place if it is out of sight. */
  follow(state: HashState, place: string | null, back: boolean, home: boolean): void {
    this.switchLayers(state);
    this.layers.hover(null);
    this.layers.select(place);
    this.records?.onPanel();
    const animate = !this.still.matches;
    if (back && state.map) this.goTo(state.map, animate);
    else if (this.focus(place, animate)) this.moved = true;
    else if (back && home && this.moved) this.goHome();
  }

  /** The element that takes the keyboard's focus for a place on the map. */
  element(id: string): HTMLElement | SVGElement | null {
    return this.layers.element(id);
  }

  /** Emphasises the place that is pointed at elsewhere. */
  hover(id: string | null): void {
    this.pointing.show(id);
  }

  /** The visible bounds and the layers that are on. */
  shown(): { readonly bbox: Bbox; readonly layers: readonly string[] } {
    const on = this.config.layers.filter(({ id }) => this.layers.isVisible(id));
    return { bbox: bboxOf(this.map), layers: on.map(({ id }) => id) };
  }

  /** The state of map and layers, for the address. */
  state(): Pick<HashState, 'map' | 'off' | 'on'> {
    const { layers, config } = this;
    const differ = config.layers.filter(({ id, visible }) => layers.isVisible(id) !== visible);
    return {
      map: this.moved ? positionOf(this.map, this.told, this.middle) : null,
      off: differ.filter(({ visible }) => visible).map(({ id }) => id),
      on: differ.filter(({ visible }) => !visible).map(({ id }) => id),
    };
  }

  /** Draws again after the colours have changed. */
  recolour(): void {
    this.basemap?.refresh();
    this.records?.update();
    this.labels.refresh();
  }

  /** Called when the covered part of the map has changed. */
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
    live.addEventListener('focusin', (event) => this.pointing.onFocus(event.target));
    live.addEventListener('focusout', () => this.pointing.on(null));
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(live);
  }

  private zoom(by: number): void {
    this.moved = true;
    this.map.setZoom(this.map.getZoom() + by);
  }

  /** Moves the map to a place, or to the record whose page is open. */
  private focus(id: string | null, animate: boolean): boolean {
    const { anchor, bbox } = (id ? this.layers.place(id) : this.records?.chosen()) ?? {};
    if (!anchor || bbox === undefined) return false;
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
    this.records?.update();
    this.legend.update((id) => this.layers.isVisible(id));
  }
}
