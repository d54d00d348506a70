import type { Map as LeafletMap } from 'leaflet';
import type { LayerConfig } from '../config';
import { project, unproject } from '../geo/mercator';
import { CanvasLayer, type CanvasView } from '../map/canvas-layer';
import type { Bbox, LocationClass } from '../model';
import { drawCell, drawRecord, paintsOf, spotRadius, type Paints } from './paint';
import { decodeTile, NOTHING, type TileContent, type TileRecord } from './decode';
import { merged, type Spot } from './merge';
import { placed } from './placing';
import { drawShapes, shapeAt, type DrawnShape } from './shapes';
import { TileStore } from '../tiles/tile-store';
import { tilesIn } from '../tiles/tiles';

/** Within this distance of the pointer, the nearest mark is chosen. */
const REACH_PX = 14;

/** The target under the pointer: one record, or several in one mark. */
export interface PointerTarget {
  readonly layer: LayerConfig;
  readonly record: TileRecord | null;
  readonly records: number;
  readonly bbox: Bbox;
}

/** A record whose page is open. */
export interface OpenRecord {
  readonly layer: string;
  readonly id: string;
  readonly location: LocationClass;
  readonly uncertainty: number;
  readonly anchor: { readonly lon: number; readonly lat: number };
  readonly bbox: Bbox;
}

interface DrawnSpot {
  readonly layer: LayerConfig;
  readonly spot: Spot;
}

/** The options and callbacks of the layer. */
export interface RecordLayerOptions {
  readonly lang: string;
  /** The locale for writing numbers. */
  readonly locale: string;
  readonly layers: readonly LayerConfig[];
  readonly isVisible: (id: string) => boolean;
  readonly file: (path: string) => string;
  readonly onDrawn: () => void;
  readonly onFailure: (layer: LayerConfig) => void;
}

/**
 * Draws records of large layers from vector tiles, on one canvas for the whole view, so that no
 * mark is cut at a tile's border and marks of neighbouring tiles can be merged. It draws only what
 * the server has counted.
 */
export class RecordLayer extends CanvasLayer {
  private readonly stores: ReadonlyMap<LayerConfig, TileStore<TileContent>>;
  private spots: DrawnSpot[] = [];
  private shapes: DrawnShape[] = [];
  private view: CanvasView | null = null;
  private hot: PointerTarget | null = null;
  private chosen: OpenRecord | null = null;

  constructor(private readonly wanted: RecordLayerOptions) {
    super('records');
    const { file } = wanted;
    this.stores = new Map(
      wanted.layers.map((layer) => [
        layer,
        new TileStore({
          template: () => layer.tiles ?? '',
          decode: (bytes, at) => decodeTile(bytes, at, wanted.lang),
          nothing: NOTHING,
          file,
          onTile: () => this.refresh(),
          onFailure: () => wanted.onFailure(layer),
        }),
      ]),
    );
  }

  override onAdd(map: LeafletMap): this {
    const pane = map.getPane('records') ?? map.createPane('records');
    pane.style.zIndex = '390';
    pane.style.pointerEvents = 'none';
    pane.setAttribute('aria-hidden', 'true');
    return super.onAdd(map);
  }

  /** Selects records by query parameters of the server. */
  select(query: string): void {
    for (const store of this.stores.values()) store.select(query);
    this.refresh();
  }

  /** Emphasises the record whose page is open; null for none. */
  choose(chosen: OpenRecord | null): void {
    this.chosen = chosen;
    this.refresh();
  }

  /** Emphasises the target under the pointer; null for none. */
  point(target: PointerTarget | null): void {
    if (target === this.hot) return;
    this.hot = target;
    this.refresh();
  }

  /** Whether all tiles of the view have arrived. */
  isComplete(): boolean {
    return [...this.stores.values()].every((store) => !store.isWaiting());
  }

  /** The marks with a number, which names keep clear of, in pixels of the map's container. */
  discs(): { lon: number; lat: number; radius: number }[] {
    return this.spots
      .filter(({ spot }) => !spot.record)
      .map(({ layer, spot }) => ({ ...this.at(spot), radius: spotRadius(spot, layer.style) }));
  }

  /** The marks that reach a pixel of the map's container, nearest edge first. */
  marks(x: number, y: number): { target: PointerTarget; distance: number; inside: boolean }[] {
    const { view } = this;
    if (!view) return [];
    const at = { x: x + view.inset.x, y: y + view.inset.y };
    return this.spots
      .map(({ layer, spot }) => {
        const radius = spotRadius(spot, layer.style);
        const distance = Math.hypot(spot.x - at.x, spot.y - at.y);
        const inside = distance <= radius;
        return { target: { layer, ...spot }, distance, radius, inside };
      })
      .filter(({ distance, radius }) => distance <= Math.max(REACH_PX, radius))
      .sort((a, b) => a.distance - a.radius - (b.distance - b.radius));
  }

  /**
   * The target at a pixel of the map's container: the nearest mark, otherwise the smallest shape.
   */
  hit(x: number, y: number): PointerTarget | null {
    const { view } = this;
    if (!view) return null;
    const [nearest] = this.marks(x, y);
    if (nearest) return nearest.target;
    const at = { x: x + view.inset.x, y: y + view.inset.y };
    // A shape that fills the map would take every click.
    const most = 0.8 * Math.max(view.width - 2 * view.inset.x, view.height - 2 * view.inset.y);
    const shape = shapeAt(this.shapes, at.x, at.y, most);
    if (!shape) return null;
    const { lon, lat } = this.at(at);
    const { record } = shape.shape;
    return { layer: shape.layer, record, records: 1, bbox: [lon, lat, lon, lat] };
  }

  protected override draw(context: CanvasRenderingContext2D, view: CanvasView): void {
    this.view = view;
    context.clearRect(0, 0, view.width, view.height);
    this.spots = [];
    this.shapes = [];
    for (const [layer, store] of this.stores) {
      if (this.wanted.isVisible(layer.id)) this.place(layer, store, view);
      else store.want([]);
    }
    const paints = paintsOf(this.canvas ?? context.canvas);
    drawShapes(
      context,
      this.shapes,
      ({ layer, shape }) => this.stateOf(layer, shape.record),
      paints,
    );
    // Draw marks with the largest numbers last, so that they stay readable.
    for (const { layer, spot } of [...this.spots].reverse()) {
      this.drawSpot(context, layer, spot, view, paints);
    }
    this.drawChosen(context, view, paints);
    this.wanted.onDrawn();
  }

  /** Draws the open record, even if it is part of a merged mark or its layer is off. */
  private drawChosen(context: CanvasRenderingContext2D, view: CanvasView, paints: Paints): void {
    const { chosen, wanted } = this;
    const layer = wanted.layers.find(({ id }) => id === chosen?.layer);
    const lies = this.shapes.some(({ shape }) => shape.record.id === chosen?.id);
    if (!chosen || !layer || lies) return;
    const { lon, lat } = chosen.anchor;
    const scale = 2 ** view.zoom;
    const at = project(lon, lat);
    const spot = {
      x: at.x * scale - view.left,
      y: at.y * scale - view.top,
      records: 1,
      record: null,
      bbox: chosen.bbox,
    };
    const how = { style: layer.style, lat, zoom: view.zoom };
    drawRecord(context, spot, chosen, how, paints, 'selected');
  }

  private place(layer: LayerConfig, store: TileStore<TileContent>, view: CanvasView): void {
    const tiles = tilesIn(view, view.zoom);
    store.want(tiles);
    const { spots, shapes } = placed(tiles, (tile) => store.get(tile), view);
    for (const spot of merged(spots)) this.spots.push({ layer, spot });
    for (const shape of shapes) this.shapes.push({ layer, ...shape });
  }

  private drawSpot(
    context: CanvasRenderingContext2D,
    layer: LayerConfig,
    spot: Spot,
    view: CanvasView,
    paints: Paints,
  ): void {
    const { style } = layer;
    if (!spot.record) {
      drawCell(context, spot, style, paints, this.wanted.locale, this.isHot(layer, spot));
      return;
    }
    const { lat } = this.at(spot);
    const at = { style, lat, zoom: view.zoom };
    drawRecord(context, spot, spot.record, at, paints, this.stateOf(layer, spot.record));
  }

  private isHot(layer: LayerConfig, spot: Spot): boolean {
    const { hot } = this;
    return hot?.layer === layer && hot.record === null && hot.bbox.join() === spot.bbox.join();
  }

  private stateOf(layer: LayerConfig, record: TileRecord): '' | 'hot' | 'selected' {
    const { chosen, hot } = this;
    if (chosen?.layer === layer.id && chosen.id === record.id) return 'selected';
    return hot?.layer === layer && hot.record?.id === record.id ? 'hot' : '';
  }

  private at({ x, y }: { x: number; y: number }): { lon: number; lat: number } {
    const { left = 0, top = 0, zoom = 0 } = this.view ?? {};
    const scale = 2 ** zoom;
    return unproject({ x: (x + left) / scale, y: (y + top) / scale });
  }
}
