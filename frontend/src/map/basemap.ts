import { imageOverlay, type ImageOverlay, type Map } from 'leaflet';
import type { Topology } from 'topojson-specification';
import type { BasemapConfig, BasemapFile, ReliefConfig } from '../config';
import type { Bbox } from '../model';
import { CanvasLayer, type CanvasView } from './canvas-layer';
import {
  LINES,
  readBasemap,
  SURFACES,
  type BasemapLabel,
  type BasemapPath,
  type BasemapReading,
} from './basemap-paths';
import { bboxNear } from '../geo/turn';
import { grown, partOf, rivers, zooms, type PartName } from '../look';
import { reliefOpacity, reliefsIn } from './relief';

/** The panes of the basemap, below everything a layer draws. */
export const PANES = { land: 'land', relief: 'relief', lines: 'lines' } as const;

interface LoadedFile {
  readonly file: BasemapFile;
  readonly paths: readonly BasemapPath[];
  readonly labels: readonly BasemapLabel[];
}

/** How files are fetched, what is called when names have arrived, and whether the ground is hidden. */
export interface BasemapOptions {
  readonly file: (path: string) => string;
  readonly onLabels: () => void;
  /** Whether something covers all of the view, so that nothing of the ground would be seen. */
  readonly covered: () => boolean;
}

/** A relief on one turn of the world. */
interface ReliefCopy {
  readonly relief: ReliefConfig;
  readonly box: Bbox;
}

/**
 * The basemap: land, relief and lines, each in its own pane, and the names for label placement. A
 * file is fetched when the map first reaches its zooms.
 */
export class Basemap {
  private readonly loaded: LoadedFile[] = [];
  private readonly asked = new Set<BasemapFile>();
  private begun = false;
  private readonly land: BasemapCanvas;
  private readonly lines: BasemapCanvas;
  /** The reliefs that were needed so far, by their order. */
  private readonly reliefs = new globalThis.Map<
    number,
    { readonly overlay: ImageOverlay; readonly fade: ReliefConfig['fade'] }
  >();

  constructor(
    private readonly map: Map,
    private readonly config: BasemapConfig,
    private readonly reading: BasemapReading,
    private readonly options: BasemapOptions,
  ) {
    Object.values(PANES).forEach((name, index) => {
      const pane = map.createPane(name);
      pane.style.zIndex = String(201 + index);
      pane.style.pointerEvents = 'none';
      pane.setAttribute('aria-hidden', 'true');
    });
    this.land = new BasemapCanvas(PANES.land, SURFACES.slice(0, 1), () => this.current()).addTo(
      map,
    );
    this.lines = new BasemapCanvas(PANES.lines, [SURFACES[1], ...LINES], () =>
      this.current(),
    ).addTo(map);
    this.addReliefs();
    map.on('zoomend', () => this.fadeReliefs());
    map.on('moveend', () => {
      this.addReliefs();
      // Not before the map has come to its first view.
      if (this.begun) void this.load();
    });
  }

  /**
   * Fetches the files for the present zoom, unless something covers all of the view; a file that
   * fails is left out until the map moves.
   */
  async load(): Promise<void> {
    this.begun = true;
    if (this.options.covered()) return;
    const zoom = this.map.getZoom();
    const missing = this.config.files.filter((file) => covers(file, zoom) && !this.asked.has(file));
    await Promise.all(
      missing.map(async (file) => {
        this.asked.add(file);
        try {
          const response = await fetch(this.options.file(file.url));
          if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
          const topology = (await response.json()) as Topology;
          this.loaded.push({ file, ...readBasemap(topology, this.reading) });
          this.refresh();
          this.options.onLabels();
        } catch {
          this.asked.delete(file);
        }
      }),
    );
  }

  /** The names to show at the present zoom. */
  labels(): BasemapLabel[] {
    const zoom = this.map.getZoom();
    return this.current().flatMap(({ labels }) => labels.filter(({ minZoom }) => zoom >= minZoom));
  }

  /** The labels of a country, province or sea at any zoom. */
  placesOf(name: string): BasemapLabel[] {
    const areal = ['country', 'province', 'sea'];
    return this.current().flatMap(({ labels }) =>
      labels.filter((label) => label.name === name && areal.includes(label.kind)),
    );
  }

  /** What it draws on, from the bottom up. */
  get canvases(): readonly CanvasLayer[] {
    return [this.land, this.lines];
  }

  /** Draws again, for example in other colours. */
  refresh(): void {
    this.land.refresh();
    this.lines.refresh();
  }

  private current(): LoadedFile[] {
    const zoom = this.map.getZoom();
    const wanted = this.config.files.filter((file) => covers(file, zoom));
    const arrived = wanted.flatMap((file) => this.loaded.filter((loaded) => loaded.file === file));
    // In the catalog's order, not in the order of arrival. While a file is on its way, the ground of
    // other zooms stays, rather than none.
    return arrived.length > 0 || wanted.length === 0 ? arrived : this.loaded.slice(-1);
  }

  /** Adds the reliefs that the present view shows, unless one on top hides them. */
  private addReliefs(): void {
    const bounds = this.map.getBounds();
    const view: Bbox = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    // On each turn of the world that the map can show.
    const copies = this.config.reliefs.flatMap((relief) => {
      const [west, south, east, north] = bboxNear(relief.bbox, this.reading.middle);
      return [-360, 0, 360].map((turn): ReliefCopy => {
        return { relief, box: [west + turn, south, east + turn, north] };
      });
    });
    const shown = reliefsIn(
      view,
      copies.map(({ box }) => box),
    );
    for (const index of shown) {
      const copy = copies[index];
      if (!copy || this.reliefs.has(index)) continue;
      if (reliefOpacity(this.map.getZoom(), copy.relief.fade) === 0) continue;
      const [west, south, east, north] = copy.box;
      const upper = copy.relief !== this.config.reliefs[0];
      const edge = east - west >= 360 ? ' map-relief-world' : upper ? ' map-relief-upper' : '';
      const overlay = imageOverlay(
        this.options.file(copy.relief.url),
        [
          [south, west],
          [north, east],
        ],
        {
          pane: PANES.relief,
          className: `map-relief${edge}`,
          alt: '',
          zIndex: index + 1,
        },
      );
      this.reliefs.set(index, { overlay: overlay.addTo(this.map), fade: copy.relief.fade });
    }
    this.fadeReliefs();
  }

  private fadeReliefs(): void {
    for (const { overlay, fade } of this.reliefs.values()) {
      overlay.setOpacity(reliefOpacity(this.map.getZoom(), fade));
    }
  }
}

function covers({ minZoom, maxZoom }: BasemapFile, zoom: number): boolean {
  return zoom >= (minZoom ?? 0) && zoom < (maxZoom ?? Infinity);
}

class BasemapCanvas extends CanvasLayer {
  constructor(
    pane: string,
    private readonly objects: readonly string[],
    private readonly files: () => readonly LoadedFile[],
  ) {
    super(pane);
  }

  protected override draw(context: CanvasRenderingContext2D, view: CanvasView): void {
    if (!this.canvas) return;
    const colours = getComputedStyle(this.canvas);
    const scale = 2 ** view.zoom;
    context.clearRect(0, 0, view.width, view.height);
    context.lineJoin = 'round';
    for (const object of this.objects) {
      for (const file of this.files()) {
        for (const path of file.paths) {
          if (path.object !== object) continue;
          const pen = penFor(path, view.zoom, (name) => colours.getPropertyValue(name));
          if (!pen) continue;
          context.save();
          context.translate(path.origin.x * scale - view.left, path.origin.y * scale - view.top);
          context.scale(scale, scale);
          if (pen.fill) {
            context.fillStyle = pen.fill;
            context.fill(path.path, 'evenodd');
          }
          if (pen.stroke && pen.width) {
            context.strokeStyle = pen.stroke;
            context.lineWidth = pen.width / scale;
            context.setLineDash((pen.dash ?? []).map((length) => length / scale));
            context.lineCap = pen.dash ? 'butt' : 'round';
            context.stroke(path.path);
          }
          context.restore();
        }
      }
    }
  }
}

interface Pen {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}

/** The part of look.json for each object of a basemap file. */
const PARTS: Readonly<Record<string, PartName>> = {
  land: 'land',
  lakes: 'lake',
  coast: 'coast',
  rivers: 'river',
  districts: 'district',
  provinces: 'province',
  boundaries: 'boundary',
};

function penFor(path: BasemapPath, zoom: number, colour: (name: string) => string): Pen | null {
  const { object, rank, dashed } = path;
  const name = PARTS[object];
  if (!name || (isDivision(object) && zoom < zooms[object])) return null;
  // Smaller rivers appear later and are thinner.
  if (object === 'rivers' && rank > zoom + rivers['beyond-zoom']) return null;
  const { fill, stroke, width = 1, dash, grows } = partOf(dashed ? 'boundary-unsettled' : name);
  const thin = object === 'rivers' ? Math.max(rivers.least, width - rank * rivers.thinner) : width;
  return {
    ...(fill && { fill: colour(`--${fill}`) }),
    ...(stroke && { stroke: colour(`--${stroke}`), width: grows ? thin * grown(zoom) : thin }),
    ...(dash && { dash }),
  };
}

function isDivision(object: string): object is 'districts' | 'provinces' {
  return object === 'districts' || object === 'provinces';
}
