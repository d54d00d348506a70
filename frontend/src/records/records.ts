import type { LeafletMouseEvent, Map as LeafletMap } from 'leaflet';
import type { LayerConfig } from '../config';
import { zoomToFit } from '../geo/mercator';
import { bboxNear, lonNear } from '../geo/turn';
import type { Target } from '../map/choice';
import type { LabelLine } from '../map/label';
import { bboxOf, showBbox } from '../map/map';
import { isDragged } from '../map/moves';
import type { Tip } from '../map/tip';
import type { Bbox, LocationClass } from '../model';
import { DateWords } from '../dates/date-words';
import type { Selection } from '../dates/selection';
import type { Urls } from '../urls';
import { RecordLayer, type OpenRecord, type PointerTarget } from './record-layer';
import './records.css';
import { InView } from './in-view';
import { queryOf } from './query';
import type { Words } from '../words';

/** Marks closer than this at the deepest zoom cannot be distinguished. */
const APART_PX = 24;
/** The delay after a move before the panel shows the number of records. */
const SAY_AFTER_MS = 500;

/** The options and callbacks of the records. */
export interface RecordsOptions {
  readonly lang: string;
  readonly words: Words;
  readonly urls: Urls;
  readonly layers: readonly LayerConfig[];
  /** The longitude that everything is drawn around. */
  readonly middle: number;
  readonly isVisible: (id: string) => boolean;
  /** Called when a page needs a layer that is off. */
  readonly onNeeded: (id: string) => void;
  readonly tip: Tip;
  readonly stage: {
    /** How many pixels of the map are covered from below. */
    readonly covered: () => number;
    readonly onOpenPage: (url: string) => void;
    readonly onFailure: (title: string) => void;
  };
  readonly animate: () => boolean;
  /** Called when a click of the reader moves the map. */
  readonly onMove: () => void;
  readonly onDrawn: () => void;
}

/**
 * Large layers on the map and in the panel. This code is fetched only if the catalog has a large
 * layer.
 */
export class Records {
  private readonly drawn: RecordLayer;
  private readonly dates: DateWords;
  private query = '';
  private timer = 0;
  private readonly inView: InView;

  constructor(
    private readonly map: LeafletMap,
    private readonly options: RecordsOptions,
  ) {
    const { lang, layers, words, urls } = options;
    this.dates = new DateWords(words);
    this.inView = new InView(words, urls);
    this.drawn = new RecordLayer({
      lang,
      locale: words.locale,
      layers,
      isVisible: options.isVisible,
      file: (path) => urls.file(path),
      onDrawn: () => {
        options.onDrawn();
        this.saySoon();
      },
      onFailure: ({ title }) => options.stage.onFailure(title),
    }).addTo(map);
    this.drawn.wake();
    this.listen();
  }

  /** Shows only records of the chosen dates, and fetches a list in the panel again. */
  setTime(time: Selection | null): void {
    const query = queryOf(time);
    if (query === this.query) return;
    this.query = query;
    this.drawn.select(query);
    this.followList();
  }

  /** Draws again after a layer was switched on or off, or the colours changed. */
  update(): void {
    this.drawn.refresh();
  }

  /** The record whose page is open; null for none, or if it has no location. */
  chosen(): OpenRecord | null {
    return chosenIn(document, this.options.middle);
  }

  /** What the map has to show for the page in the panel: its record, or all records of a list that is of no part. */
  target(): OpenRecord | null {
    return this.chosen() ?? listedIn(document, this.options.middle);
  }

  /** Emphasises the record if the new panel is a record's, and shows the layer of a list. */
  onPanel(): void {
    const layer = listIn(document);
    if (layer && !this.options.isVisible(layer)) this.options.onNeeded(layer);
    this.drawn.choose(this.chosen());
    this.followList();
    this.saySoon();
  }

  /** The discs with numbers; names avoid them, but cover one rather than be left out. */
  discs(): LabelLine[] {
    return this.drawn.discs().map(({ lon, lat, radius }) => ({
      positions: [
        [lon, lat],
        [lon, lat],
      ],
      half: radius,
    }));
  }

  /** The marks that a click at a pixel of the map's container may mean. */
  targets({ x, y }: { x: number; y: number }): Target[] {
    return this.drawn.marks(x, y).map(({ target, distance, inside }) => ({
      distance,
      inside,
      weight: target.records,
      ...this.told(target),
      open: () => this.open(target),
    }));
  }

  private told({ record, records }: PointerTarget): { name: string; detail: string } {
    const { words } = this.options;
    if (!record) return { name: words.say('tile.records', records), detail: '' };
    const { name, kind, date } = record;
    const when = date === '' ? words.say('date.notStated') : this.dates.date(date, 'long');
    return { name, detail: [words.kind(kind), when].filter((part) => part !== '').join(' · ') };
  }

  private listen(): void {
    const { map } = this;
    const container = map.getContainer();
    // Handle clicks before the shapes of other layers, because an area that fills the map would
    // take all of them.
    container.addEventListener(
      'click',
      (event) => {
        if (!(event.target instanceof Element) || event.target.closest('.pin, button')) return;
        if (isDragged(map)) return;
        const target = this.under(event);
        if (!target) return;
        event.stopPropagation();
        this.open(target);
      },
      true,
    );
    map.on('mousemove', (event: LeafletMouseEvent) => {
      const { originalEvent } = event;
      const pin = originalEvent.target instanceof Element && originalEvent.target.closest('.pin');
      this.point(pin ? null : this.under(originalEvent), event.containerPoint);
    });
    map.on('mouseout movestart', () => this.point(null, { x: 0, y: 0 }));
  }

  private under(event: MouseEvent): PointerTarget | null {
    const at = this.map.mouseEventToContainerPoint(event);
    return this.drawn.hit(at.x, at.y);
  }

  private pointed: PointerTarget | null = null;

  private point(target: PointerTarget | null, at: { x: number; y: number }): void {
    const { tip } = this.options;
    if (same(target, this.pointed)) return;
    const before = this.pointed;
    this.pointed = target;
    this.drawn.point(target);
    this.map.getContainer().classList.toggle('is-on-record', target !== null);
    if (target) {
      const { name, detail } = this.told(target);
      tip.show(name, detail, at);
    } else if (before) tip.hide();
  }

  private open({ layer, record, bbox }: PointerTarget): void {
    const { options, map } = this;
    if (record) {
      options.stage.onOpenPage(
        options.urls.page(record.page || `records/${layer.id}/${encodeURIComponent(record.id)}/`),
      );
      return;
    }
    const deepest = map.getMaxZoom();
    const size = Math.max(1, 256 * 2 ** deepest) * ((bbox[2] - bbox[0]) / 360);
    if (map.getZoom() > deepest - 0.05 || size < APART_PX) {
      options.stage.onOpenPage(this.listOf(layer.id, bbox));
      return;
    }
    options.onMove();
    const { x, y } = map.getSize();
    const fitting = zoomToFit(bbox, x, y);
    const margin = fitting > map.getZoom() + 1 ? 0.15 : 0;
    const [dx, dy] = [(bbox[2] - bbox[0]) * margin, (bbox[3] - bbox[1]) * margin];
    const wider: Bbox = [bbox[0] - dx, bbox[1] - dy, bbox[2] + dx, bbox[3] + dy];
    if (zoomToFit(wider, x, y) > map.getZoom() + 0.5) {
      showBbox(map, wider, { bottom: options.stage.covered() }, options.animate());
    } else {
      map.setView(
        [(bbox[1] + bbox[3]) / 2, (bbox[0] + bbox[2]) / 2],
        Math.min(deepest, map.getZoom() + 1.5),
        {
          animate: options.animate(),
        },
      );
    }
  }

  private listOf(layer: string, bbox: Bbox | null): string {
    return this.inView.listOf(layer, { bbox, query: this.query });
  }

  /** Fetches the list again if its address does not match the chosen dates. */
  private followList(): void {
    const panel = document.getElementById('panel');
    if (panel?.dataset.page !== 'records' || !panel.dataset.id) return;
    const url = new URL(location.href);
    const bbox = url.searchParams.get('bbox');
    const wanted = new URL(this.listOf(panel.dataset.id, null));
    const own = new URLSearchParams(wanted.search);
    const same = ['datetime', 'undated'].every(
      (name) => own.get(name) === url.searchParams.get(name),
    );
    if (same) return;
    if (bbox) wanted.search = [`bbox=${bbox}`, ...(this.query ? [this.query] : [])].join('&');
    this.options.stage.onOpenPage(wanted.href);
  }

  /** Writes the numbers of records in view, once the map stands still. */
  private saySoon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (!this.drawn.isComplete()) return;
      const { layers, isVisible } = this.options;
      this.inView.say(layers, isVisible, { bbox: bboxOf(this.map), query: this.query });
    }, SAY_AFTER_MS);
  }
}

function chosenIn(page: Document, middle: number): OpenRecord | null {
  const told = page.querySelector<HTMLElement>('#panel [data-record]')?.dataset;
  const [lon, lat] = (told?.at ?? '').split(',').map(Number);
  const [west, south, east, north] = (told?.bbox ?? '').split(',').map(Number);
  if (!told?.record || !told.layer || lon === undefined || lat === undefined || north === undefined)
    return null;
  return {
    layer: told.layer,
    id: told.record,
    location: (told.location ?? 'point') as LocationClass,
    uncertainty: Number(told.uncertainty ?? 0),
    anchor: { lon: lonNear(lon, middle), lat },
    bbox: bboxNear([west ?? lon, south ?? lat, east ?? lon, north], middle),
  };
}

/** The layer whose list is in the panel; null for none. */
function listIn(page: Document): string | null {
  const panel = page.querySelector<HTMLElement>('#panel[data-page=records]');
  return panel?.dataset.id ?? null;
}

/** All records of the layer whose list is in the panel; null for the list of a part of the map. */
function listedIn(page: Document, middle: number): OpenRecord | null {
  const layer = listIn(page);
  const extent = page.querySelector<HTMLElement>('#panel [data-extent]')?.dataset.extent;
  if (!layer || !extent || new URL(page.location.href).searchParams.has('bbox')) return null;
  const [west = 0, south = 0, east = 0, north = 0] = extent.split(',').map(Number);
  const bbox = bboxNear([west, south, east, north], middle);
  const anchor = { lon: (bbox[0] + bbox[2]) / 2, lat: (bbox[1] + bbox[3]) / 2 };
  return { layer, id: '', location: 'area', uncertainty: 0, anchor, bbox };
}

function same(a: PointerTarget | null, b: PointerTarget | null): boolean {
  if (a === null || b === null) return a === b;
  return a.layer === b.layer && a.record?.id === b.record?.id && a.bbox.join() === b.bbox.join();
}
