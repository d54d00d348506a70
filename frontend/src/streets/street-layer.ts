import type { Map as LeafletMap } from 'leaflet';
import type { StreetsConfig } from '../config';
import { project } from '../geo/mercator';
import { bboxNear } from '../geo/turn';
import { partOf, type Part } from '../look';
import { CanvasLayer, type CanvasView } from '../map/canvas-layer';
import { isCovered } from '../map/ground';
import { tilesIn, type TileAt } from '../tiles/tiles';
import { NO_STREETS, TILE_UNITS, type StreetName, type StreetTile } from './decode';
import { StreetStore } from './street-store';
import { streetLook, widthAt } from './style';

/** How many levels up a loaded tile may be to stand in for one that is still missing. */
const STAND_IN = 4;

/** The options and callbacks of the layer. */
export interface StreetLayerOptions {
  readonly streets: StreetsConfig;
  readonly lang: string;
  /** The longitude that everything is drawn around. */
  readonly middle: number;
  readonly file: (path: string) => string;
  readonly onDrawn: () => void;
}

/** A tile in the view, and the content that is drawn there: its own or that of one above it. */
interface Shown {
  readonly tile: TileAt;
  readonly from: TileAt;
  readonly content: StreetTile;
  /** The tile's box, in pixels of the canvas. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** Draws streets from vector tiles over the basemap, from the zoom on that shows them. */
export class StreetLayer extends CanvasLayer {
  private readonly store: StreetStore;
  private shown: readonly Shown[] = [];
  /** Whether a tile of the view is empty or could not be fetched. */
  private lacking = false;
  /** Whether the map has been moved: only then are tiles beyond its edges fetched. */
  private moved = false;
  private onArrival: (() => void) | null = null;

  constructor(private readonly wanted: StreetLayerOptions) {
    super('streets');
    const { streets, lang, file } = wanted;
    this.store = new StreetStore({
      streets,
      lang,
      file,
      onTile: () => {
        if (!this.store.isWaiting()) this.onArrival?.();
        this.refresh();
      },
    });
  }

  override onAdd(map: LeafletMap): this {
    const pane = map.getPane('streets') ?? map.createPane('streets');
    pane.style.zIndex = '204';
    pane.style.pointerEvents = 'none';
    pane.setAttribute('aria-hidden', 'true');
    map.once('movestart', () => {
      this.moved = true;
      this.refresh();
    });
    return super.onAdd(map);
  }

  /** Fetches the tiles of the view that the page shows first; done when all have arrived or failed. */
  async prepare(): Promise<void> {
    const view = this.presentView();
    const { streets, middle } = this.wanted;
    this.store.begin(this.tilesOf(view), view.zoom, !isCovered(this._map, streets, middle));
    if (!this.store.isWaiting()) return;
    await new Promise<void>((resolve) => (this.onArrival = resolve));
  }

  /** Whether the ground shows through somewhere, as far as known. */
  isLacking(): boolean {
    return this.lacking;
  }

  /** Whether all tiles of the view have arrived. */
  isComplete(): boolean {
    return !this.store.isWaiting();
  }

  /** The names in the tiles that are drawn. */
  names(): StreetName[] {
    return this.shown.flatMap(({ content }) => content.names);
  }

  protected override draw(context: CanvasRenderingContext2D, view: CanvasView): void {
    context.clearRect(0, 0, view.width, view.height);
    const tiles = this.tilesOf(view);
    this.store.want(tiles, view.zoom);
    const [before, lacked] = [this.shown, this.lacking];
    this.shown = tiles.flatMap((tile) => this.show(tile, view, context));
    if (this.shown.length > 0) {
      context.save();
      this.clipToBounds(context, view);
      this.paint(context, view);
      context.restore();
    }
    this.lacking = this.isComplete() && this.shown.length < tiles.length;
    const drawn = new Set(before.map(({ content }) => content));
    if (
      this.lacking !== lacked ||
      before.length !== this.shown.length ||
      this.shown.some(({ content }) => !drawn.has(content))
    ) {
      this.wanted.onDrawn();
    }
  }

  /** The tiles of the view that the archive may have. */
  private tilesOf(view: CanvasView): TileAt[] {
    const { minZoom, maxZoom, from } = this.wanted.streets;
    if (view.zoom < from) return [];
    const z = Math.max(minZoom, Math.min(maxZoom, Math.floor(view.zoom - streetLook.enlarged)));
    const boxes = this.boxes(view);
    const side = 256 * 2 ** (view.zoom - z);
    const { x: aside, y: above } = this.moved ? { x: 0, y: 0 } : view.inset;
    const box = {
      left: view.left + aside,
      top: view.top + above,
      width: view.width - 2 * aside,
      height: view.height - 2 * above,
    };
    return tilesIn(box, view.zoom, z).filter(({ x, y, turn }) => {
      const left = (x + turn * 2 ** z) * side - view.left;
      const top = y * side - view.top;
      return boxes.some(
        (box) =>
          left < box.right && left + side > box.left && top < box.bottom && top + side > box.top,
      );
    });
  }

  /** Where there are tiles on each turn of the world, in pixels of the canvas. */
  private boxes(view: CanvasView): { left: number; top: number; right: number; bottom: number }[] {
    const { bbox, areas = [bbox] } = this.wanted.streets;
    const scale = 2 ** view.zoom;
    return areas.flatMap((area) => {
      const [west, south, east, north] = bboxNear(area, this.wanted.middle);
      return [-360, 0, 360].map((turn) => {
        const northWest = project(west + turn, north);
        const southEast = project(east + turn, south);
        return {
          left: northWest.x * scale - view.left,
          top: northWest.y * scale - view.top,
          right: southEast.x * scale - view.left,
          bottom: southEast.y * scale - view.top,
        };
      });
    });
  }

  /** Beyond its bounds an archive knows nothing: there the ground stays. */
  private clipToBounds(context: CanvasRenderingContext2D, view: CanvasView): void {
    context.beginPath();
    for (const { left, top, right, bottom } of this.boxes(view)) {
      context.rect(left, top, right - left, bottom - top);
    }
    context.clip();
  }

  private show(tile: TileAt, view: CanvasView, context: CanvasRenderingContext2D): Shown[] {
    for (let up = 0; up <= STAND_IN && tile.z >= up; up++) {
      const from = { z: tile.z - up, x: tile.x >> up, y: tile.y >> up, turn: tile.turn };
      const content = this.store.get(from);
      if (!content) continue;
      // An empty tile says nothing, not even that there is land.
      if (content === NO_STREETS) return [];
      const side = 256 * 2 ** (view.zoom - tile.z);
      const ratio = context.getTransform().a;
      // On whole pixels of the screen, so that neighbours meet without a seam.
      const snap = (pixels: number): number => Math.round(pixels * ratio) / ratio;
      const column = tile.x + tile.turn * 2 ** tile.z;
      const box = {
        left: snap(column * side - view.left),
        top: snap(tile.y * side - view.top),
        right: snap((column + 1) * side - view.left),
        bottom: snap((tile.y + 1) * side - view.top),
      };
      return [{ tile, from, content, box }];
    }
    return [];
  }

  private paint(context: CanvasRenderingContext2D, view: CanvasView): void {
    if (!this.canvas) return;
    const css = getComputedStyle(this.canvas);
    const colour = (name: string): string => css.getPropertyValue(`--${name}`).trim();
    context.fillStyle = colour(partOf('land').fill ?? '');
    for (const { box } of this.shown) {
      context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    }
    for (const { kind, part, from } of streetLook.surfaces) {
      if (view.zoom < from) continue;
      const { fill } = partOf(part);
      if (!fill) continue;
      context.fillStyle = colour(fill);
      this.each(context, view, (content) => {
        const path = content.surfaces.get(kind);
        if (path) context.fill(path);
      });
    }
    let edges = true;
    for (const line of streetLook.lines) {
      if (line.edge && edges) {
        // All edges first, so that crossings are open.
        for (const edged of streetLook.lines) {
          const width = widthAt(edged.widths, view.zoom);
          if (!edged.edge || width < streetLook.edged) continue;
          this.stroke(
            context,
            view,
            edged.kind,
            partOf(edged.edge),
            width + streetLook.edge,
            colour,
          );
        }
        edges = false;
      }
      const width = widthAt(line.widths, view.zoom);
      if (width > 0) this.stroke(context, view, line.kind, partOf(line.part), width, colour);
    }
  }

  private stroke(
    context: CanvasRenderingContext2D,
    view: CanvasView,
    kind: string,
    part: Part,
    width: number,
    colour: (name: string) => string,
  ): void {
    context.strokeStyle = colour(part.stroke ?? '');
    context.lineJoin = 'round';
    context.lineCap = part.dash ? 'butt' : 'round';
    this.each(context, view, (content, scale) => {
      const path = content.lines.get(kind);
      if (!path) return;
      context.lineWidth = width / scale;
      context.setLineDash((part.dash ?? []).map((length) => length / scale));
      context.stroke(path);
    });
  }

  /** Draws in each tile, in the units of its paths and within its box. */
  private each(
    context: CanvasRenderingContext2D,
    view: CanvasView,
    draw: (content: StreetTile, scale: number) => void,
  ): void {
    for (const { from, content, box } of this.shown) {
      const side = 256 * 2 ** (view.zoom - from.z);
      const scale = side / TILE_UNITS;
      context.save();
      context.beginPath();
      context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      context.clip();
      context.translate(
        (from.x + from.turn * 2 ** from.z) * side - view.left,
        from.y * side - view.top,
      );
      context.scale(scale, scale);
      draw(content, scale);
      context.restore();
    }
  }
}
