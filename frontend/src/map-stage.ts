import type { Map as LeafletMap } from 'leaflet';
import type { Config } from './config';
import { LayerSet } from './layers/layer-set';
import { Legend } from './layers/legend';
import { fetchLayer } from './layers/place';
import { Pointing } from './layers/pointing';
import { addPaints } from './layers/symbols';
import type { Basemap } from './map/basemap';
import { targetOf } from './map/focus';
import { addGround } from './map/ground';
import { addFurniture, boxesOf, coveredSides, type Furniture } from './map/furniture';
import { LabelsLayer } from './map/labels';
import { bboxOf, boundsOfStill, createMap, maxZoomOf } from './map/map';
import { listenForMoves } from './map/moves';
import { Picking } from './map/picking';
import { addScale } from './map/scale';
import type { MapStageOptions } from './map/stage-options';
import { Tip } from './map/tip';
import { Viewpoint } from './map/viewpoint';
import { middleOfTurn } from './geo/turn';
import type { Bbox } from './model';
import type { HashState } from './state/hash';
import { canvasesOf, groundLabels, loadRecords, loadStreets } from './parts';
import type { Records } from './records/records';
import type { Streets } from './streets/streets';
import { passes, type Selection } from './dates/selection';
import { afterFrame, nextTask } from './pace';
import type { Urls } from './urls';
import type { Words } from './words';

/** The interactive map with its layers, legend and buttons, on top of the still map. */
export class MapStage {
  readonly layers: LayerSet;
  private readonly labels: LabelsLayer;
  private readonly legend: Legend;
  private readonly tip: Tip;
  private readonly pointing: Pointing;
  private readonly basemap: Basemap | null;
  private records: Records | null = null;
  private streets: Streets | null = null;
  private furniture: Furniture | null = null;
  private readonly viewpoint: Viewpoint;
  private time: Selection | null = null;

  /** Creates it in short tasks, each after the browser has drawn the last. */
  static async create(
    section: HTMLElement,
    ...rest: [Config, Urls, Words, MapStageOptions]
  ): Promise<MapStage> {
    const live = document.createElement('div');
    live.className = 'map-live';
    live.dir = 'ltr';
    section.append(live);
    addPaints(section);
    await afterFrame();
    const [config] = rest;
    const middle = middleOfTurn(config.bbox);
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    const map = createMap(live, maxZoomOf(config), still.matches, middle);
    await nextTask();
    const stage = new MapStage(section, live, map, middle, still, ...rest);
    await afterFrame();
    stage.furnish();
    await afterFrame();
    return stage;
  }

  private constructor(
    private readonly section: HTMLElement,
    private readonly live: HTMLElement,
    readonly map: LeafletMap,
    /** The longitude that everything is drawn around. */
    private readonly middle: number,
    private readonly still: MediaQueryList,
    private readonly config: Config,
    private readonly urls: Urls,
    private readonly words: Words,
    private readonly options: MapStageOptions,
  ) {
    Object.assign(live, { ariaLabel: words.say('live.keys'), role: 'application' });
    this.viewpoint = new Viewpoint(this.map, {
      first: boundsOfStill(section.querySelector('svg.map-still'), config.bbox),
      home: config.bbox,
      middle: this.middle,
      covered: () => coveredSides(section, options),
      boxes: () => boxesOf(section),
      animate: () => !this.still.matches,
    });
    addScale(this.map, live, words);
    this.labels = new LabelsLayer(() => boxesOf(section, options.covered())).addTo(this.map);
    this.basemap = addGround(this.map, section, config, this.middle, {
      file: (path) => urls.file(path),
      onLabels: () => this.labels.refresh(),
      lacking: () => this.streets?.canvas.isLacking() ?? false,
    });
    this.labels.addSource(() => groundLabels(this.basemap, this.streets));
    this.layers = new LayerSet(this.map, config.layers, {
      lang: config.lang,
      words,
      fetchLayer: (url) => fetchLayer(urls.file(url), this.middle),
      onOpen: (place) => options.onOpen(place.id),
      onHover: (place) => this.pointing.on(place),
      onChange: () => {
        this.labels.refresh();
        this.legend.tell((id) => this.layers.quoted(id));
      },
      onFailure: (layer) => options.onFailure(layer.title),
    });
    this.labels.addSource(() => this.layers.labels((name) => this.basemap?.placesOf(name) ?? []));
    this.labels.addLines(() => this.layers.lines());
    const isOn = (id: string): boolean => this.layers.isVisible(id);
    this.legend = new Legend(config.layers, words, isOn, (id, on) => this.switchLayer(id, on));
    this.tip = new Tip(live);
    this.pointing = new Pointing(this.map, this.layers, this.tip, {
      words,
      named: (id) => this.labels.has(id),
      covered: options.covered,
      onPoint: options.onHover,
    });
  }

  /** Adds the buttons and the legend. */
  private furnish(): void {
    const { section, config, words, options, live } = this;
    const credit = config.tiles?.attribution ?? config.basemap?.attribution ?? '';
    const legend = config.stories ? null : this.legend.element;
    this.furniture = addFurniture(section, legend, words, credit, {
      zoomIn: () => this.viewpoint.zoom(1),
      zoomOut: () => this.viewpoint.zoom(-1),
      home: () => this.goHome(),
      legend: () => this.labels.refresh(),
      spots: () => this.layers.spots(false).map((at) => this.map.latLngToContainerPoint(at)),
      embed: options.onEmbed,
    });
    this.onCovered();
    this.listen(live);
  }

  /**
   * Fetches the basemap and the layers; removes the still map when they can be seen.
   *
   * @param place the place whose page is open when all has arrived
   */
  async start(state: HashState, place: () => string | null | undefined): Promise<void> {
    this.switchLayers(state);
    if (state.map) this.viewpoint.goTo(state.map, false);
    this.layers.select(place() ?? null);
    const focus = (): unknown => state.map ?? this.focus(place() ?? null, false);
    // Before anything is drawn; a record is known only when all has arrived.
    const layers = this.layers.load(() => {
      this.viewpoint.keepClear(this.layers.spots());
      focus();
    });
    await Promise.all([this.basemap?.load(), layers, this.loadRecords(), this.loadStreets()]);
    if (place() === null) focus();
    await Promise.all([this.basemap?.load(), this.streets?.canvas.prepare()]);
    await this.labels.prepare();
    for (const canvas of canvasesOf(this.basemap, this.streets, this.labels)) {
      await afterFrame();
      canvas.wake();
    }
    document.documentElement.classList.add('is-awake');
    // The legend is open where it covers no place that has quotes.
    this.furniture?.openLegend();
    this.records?.onPanel();
  }

  private async loadRecords(): Promise<void> {
    const { config, urls, words, middle } = this;
    this.records = await loadRecords(this.map, config, {
      lang: config.lang,
      words,
      urls,
      middle,
      isVisible: (id) => this.layers.isVisible(id),
      onNeeded: (id) => this.switchLayer(id, true),
      tip: this.tip,
      stage: this.options,
      animate: () => !this.still.matches,
      onMove: () => (this.viewpoint.moved = true),
      onDrawn: () => this.labels.refresh(),
    });
    this.labels.addLines(() => this.records?.discs() ?? []);
    this.records?.setTime(this.time);
  }

  private async loadStreets(): Promise<void> {
    const { map, config, urls, middle, basemap, labels } = this;
    this.streets = await loadStreets(map, config, urls, middle, { basemap, labels });
    this.streets?.canvas.cover(this.options.covered());
  }

  /** Shows only what is dated within the selection. */
  setTime(time: Selection | null): void {
    this.time = time;
    this.layers.setFilter((date) => passes(time, date));
    this.records?.setTime(time);
  }

  /** Moves the map to an address's position or, without one, to its place if it is out of sight. */
  follow(state: HashState, place: string | null, back: boolean, home: boolean): void {
    this.switchLayers(state);
    this.layers.hover(null);
    this.layers.select(place);
    this.records?.onPanel();
    const { viewpoint } = this;
    if (back && state.map) viewpoint.goTo(state.map);
    else if (this.focus(place)) viewpoint.moved = true;
    else if (back && home && viewpoint.moved) this.goHome();
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
    return { bbox: bboxOf(this.map), layers: this.layers.on() };
  }

  /** The state of map and layers, for the address. */
  state(): Pick<HashState, 'map' | 'off' | 'on'> {
    return { map: this.viewpoint.position(), ...this.layers.switched() };
  }

  /** Draws again after the colours have changed. */
  recolour(): void {
    this.basemap?.refresh();
    this.streets?.canvas.refresh();
    this.records?.update();
    this.labels.refresh();
  }

  /** Called when the covered part of the map has changed. */
  onCovered(): void {
    const corner = this.section.querySelector<HTMLElement>('.map-corner');
    corner?.style.setProperty('--covered', `${this.options.covered()}px`);
    this.uncover(this.options.covered());
    if (!this.viewpoint.refit()) this.labels.refresh();
  }

  /** Draws all of the map but a strip below, because what covers the rest may be on its way. */
  uncover(covered = 0): void {
    for (const canvas of canvasesOf(this.basemap, this.streets, this.labels)) canvas.cover(covered);
  }

  private listen(live: HTMLElement): void {
    const { map } = this;
    listenForMoves(map, live, () => (this.viewpoint.moved = true));
    map.on('zoomanim', () => this.tip.hide());
    map.on('moveend', () => this.options.onMoved());
    map.on('resize', () => this.viewpoint.refit());
    map.on('resize', () => this.furniture?.openLegend());
    new Picking(this.section, map, {
      words: this.words,
      targets: (at) => [...this.layers.targets(at), ...(this.records?.targets(at) ?? [])],
      name: ({ x, y }) => {
        const id = this.labels.at(x, y);
        return id && this.layers.place(id) ? () => this.options.onOpen(id) : null;
      },
    });
    live.addEventListener('focusin', (event) => this.pointing.onFocus(event.target));
    live.addEventListener('focusout', () => this.pointing.on(null));
    new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(live);
  }

  /** Moves the map to a place, or to the record whose page is open. */
  private focus(id: string | null, animate?: boolean): boolean {
    const found = id ? this.layers.place(id) : this.records?.target();
    if (!found?.anchor) return false;
    const target = targetOf({ ...found, anchor: found.anchor }, !!this.config.stories);
    return this.viewpoint.focus(target, animate);
  }

  private goHome(): void {
    this.viewpoint.goHome(document.getElementById('panel')?.dataset.page !== 'home');
  }

  private switchLayer(id: string, on: boolean): void {
    this.layers.setVisible(id, on);
    this.records?.update();
    this.legend.update((layer) => this.layers.isVisible(layer));
    this.options.onLayers();
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
