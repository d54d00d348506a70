import { divIcon, featureGroup, marker, type Map as LeafletMap } from 'leaflet';
import { el } from './dom';
import { Sketch } from './sketch';
import type { SiteMap } from './site-config';
import type { Candidate } from './wire';
import { middleOfTurn } from '../geo/turn';
import { LayerSet } from '../layers/layer-set';
import { fetchLayer } from '../layers/place';
import { addPaints } from '../layers/symbols';
import { addGround } from '../map/ground';
import { boxesOf } from '../map/furniture';
import { LabelsLayer } from '../map/labels';
import { createMap, MAX_ZOOM, showBbox } from '../map/map';
import { isDragged } from '../map/moves';
import { addScale } from '../map/scale';
import type { Bbox } from '../model';
import { groundLabels, loadStreets } from '../parts';
import type { Streets } from '../streets/streets';
import { Urls } from '../urls';
import { Words } from '../words';

/** A spot to compare with others. */
export interface Spot {
  /** What stands on it: a key that chooses it. */
  readonly key: string;
  readonly name: string;
  readonly position: readonly [number, number];
  /** Whether it is the one that Enter takes, or that was taken. */
  readonly chosen: boolean;
}

/** The least extent of what the map moves to, in degrees: enough to recognise the surroundings. */
const LEAST_DEGREES = 0.5;

/** Candidates that are farther from the chosen one than this, in degrees, are not moved to unless all are about as probable. */
const NEAR_DEGREES = 1;

/** The map beside the text: the site's ground and layers, the candidates of a proposal, and what is drawn. */
export class DeskMap {
  readonly map: LeafletMap;
  readonly sketch: Sketch;
  private readonly spots = featureGroup();
  private readonly labels: LabelsLayer;
  private streets: Streets | null = null;
  private layers: LayerSet | null = null;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private shown = '';
  /** What the map moved to and keeps in sight when its size changes, until somebody moves it. */
  private aim: readonly (readonly [number, number])[] | null = null;
  /** Called when somebody chooses a spot by its key, or a place of the catalog by its id. */
  onSpot: (key: string) => void = () => undefined;
  onPlace: (id: string) => void = () => undefined;

  /** @param section an element that has its size */
  constructor(
    private readonly section: HTMLElement,
    private readonly words: Words,
    site: SiteMap | null,
    bbox: Bbox,
  ) {
    const live = el('div', { class: 'map-live', dir: 'ltr', role: 'application' });
    live.setAttribute('aria-label', words.say('live.keys'));
    section.append(live);
    addPaints(section);
    const middle = middleOfTurn(bbox);
    const tiled = site?.config.tiles ? 'tiles' : 'streets';
    this.map = createMap(live, MAX_ZOOM[tiled], this.still.matches, middle);
    showBbox(this.map, bbox, { bottom: 0 }, false);
    addScale(this.map, live, words);
    this.labels = new LabelsLayer(() => boxesOf(section, 0, '.spot b, .spot-name')).addTo(this.map);
    this.spots.addTo(this.map);
    this.sketch = new Sketch(this.map, live);
    if (site) void this.load(site, middle);
    new ResizeObserver(() => {
      this.map.invalidateSize({ pan: false });
      if (this.aim) this.fit(this.aim, false);
    }).observe(live);
    const letGo = (): void => {
      this.aim = null;
    };
    this.map.on('dragstart', letGo);
    live.addEventListener('wheel', letGo, { passive: true });
    live.addEventListener('keydown', letGo);
    section.append(this.tools(bbox, letGo));
    document.documentElement.classList.add('is-awake');
  }

  /** Draws again after the colours have changed. */
  recolour: () => void = () => this.labels.refresh();

  /**
   * Shows the candidates of a proposal, and moves to them.
   *
   * @param all moves to those that lie far from the chosen one, too
   */
  show(spots: readonly Spot[], rightToLeft = false, all = true): void {
    this.spots.clearLayers();
    // Places of one name are told apart by their numbers; the map has the names of those of the catalog.
    const isNamed = new Set(spots.map(({ name }) => name)).size > 1;
    for (const spot of [...spots].reverse()) {
      const [lon, lat] = spot.position;
      const icon = divIcon({
        className: `spot${spot.chosen ? ' is-chosen' : ''}`,
        iconSize: [26, 26],
        html: el(
          'span',
          { dir: rightToLeft ? 'rtl' : 'ltr' },
          el('b', {}, spot.key),
          isNamed && el('bdi', { class: 'spot-name' }, spot.name),
        ),
      });
      const drawn = marker([lat, lon], {
        icon,
        keyboard: false,
        zIndexOffset: spot.chosen ? 9000 : 8000,
      });
      drawn.on('click', () => this.onSpot(spot.key));
      this.spots.addLayer(drawn);
      drawn.getElement()?.setAttribute('aria-hidden', 'true');
    }
    const chosen = spots.find((spot) => spot.chosen)?.position;
    const positions = spots
      .map(({ position }) => position)
      .filter((position) => all || !chosen || isNear(position, chosen));
    const key = positions.join(';');
    if (key !== '' && key !== this.shown) this.fit(positions);
    this.shown = key;
    this.labels.refresh();
  }

  /** What the map shows: west, south, east, north in degrees, to a hundredth of its width. */
  box(): Bbox {
    const bounds = this.map.getBounds();
    const width = bounds.getEast() - bounds.getWest();
    const digits = Math.max(0, Math.ceil(-Math.log10(width / 100)));
    const rounded = (degrees: number): number => Number(degrees.toFixed(digits));
    return [
      rounded(bounds.getWest()),
      rounded(bounds.getSouth()),
      rounded(bounds.getEast()),
      rounded(bounds.getNorth()),
    ];
  }

  /** Emphasises a place of the catalog. */
  select(id: string | null): void {
    this.layers?.select(id);
  }

  /** Moves to positions, with their surroundings; a map that is hidden, when it is shown again. */
  fit(positions: readonly (readonly [number, number])[], animate = true): void {
    this.aim = positions;
    const size = this.map.getSize();
    if (size.x === 0 || size.y === 0) return;
    const lons = positions.map(([lon]) => lon);
    const lats = positions.map(([, lat]) => lat);
    const grown = (low: number, high: number): [number, number] => {
      const missing = Math.max(0, LEAST_DEGREES - (high - low)) / 2 + (high - low) * 0.15;
      return [low - missing, high + missing];
    };
    const [west, east] = grown(Math.min(...lons), Math.max(...lons));
    const [south, north] = grown(Math.min(...lats), Math.max(...lats));
    const moves = animate && !this.still.matches && document.visibilityState === 'visible';
    showBbox(this.map, [west, south, east, north], { bottom: 12, top: 12 }, moves);
  }

  private async load({ config, file }: SiteMap, middle: number): Promise<void> {
    const { map, labels } = this;
    const words = new Words(config.locale, config.words);
    const basemap = addGround(map, this.section, config, middle, {
      file,
      onLabels: () => labels.refresh(),
      lacking: () => this.streets?.canvas.isLacking() ?? false,
    });
    const urls = new Urls('./', file(''), config);
    const layers = new LayerSet(
      map,
      config.layers.filter(({ url }) => url !== undefined),
      {
        lang: config.lang,
        words,
        fetchLayer: (url) => fetchLayer(file(url), middle),
        onOpen: ({ id }) => {
          if (!this.sketch.drawing && !isDragged(map)) this.onPlace(id);
        },
        onHover: () => undefined,
        onChange: () => labels.refresh(),
        onFailure: () => undefined,
      },
    );
    this.layers = layers;
    const streets = await loadStreets(map, config, urls, middle, { basemap, labels });
    this.streets = streets;
    labels.addSource(() => groundLabels(basemap, streets));
    labels.addSource(() => layers.labels((name) => basemap?.placesOf(name) ?? []));
    labels.addLines(() => layers.lines());
    await Promise.all([basemap?.load(), layers.load(() => undefined)]);
    this.section.classList.toggle('has-ground', basemap !== null);
    const canvases = [...(basemap?.canvases ?? []), ...(streets ? [streets.canvas] : []), labels];
    for (const canvas of canvases) canvas.wake();
    this.recolour = () => {
      basemap?.refresh();
      streets?.canvas.refresh();
      labels.refresh();
    };
  }

  private tools(bbox: Bbox, letGo: () => void): HTMLElement {
    const { map, words } = this;
    const tool = (name: string, sign: string, press: () => unknown): HTMLElement =>
      el(
        'button',
        {
          type: 'button',
          title: words.say(`live.${name}`),
          'aria-label': words.say(`live.${name}`),
          click: press,
        },
        sign,
      );
    return el(
      'div',
      { class: 'map-tools desk-map-tools' },
      tool('zoomIn', '+', () => {
        letGo();
        map.zoomIn();
      }),
      tool('zoomOut', '−', () => {
        letGo();
        map.zoomOut();
      }),
      tool('home', '⌂', () => {
        letGo();
        showBbox(map, bbox, { bottom: 0 }, !this.still.matches);
      }),
    );
  }
}

/** The candidates of a proposal that have a position, with the digits that choose them. */
export function spotsOf(candidates: readonly Candidate[]): Spot[] {
  return candidates
    .slice(0, 9)
    .flatMap(({ position, name }, index) =>
      position ? [{ key: String(index + 1), name, position, chosen: index === 0 }] : [],
    );
}

function isNear(one: readonly [number, number], other: readonly [number, number]): boolean {
  return Math.abs(one[0] - other[0]) < NEAR_DEGREES && Math.abs(one[1] - other[1]) < NEAR_DEGREES;
}
