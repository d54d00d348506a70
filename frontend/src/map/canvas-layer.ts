import {
  DomUtil,
  Layer,
  point,
  type LatLng,
  type LeafletEvent,
  type Map,
  type Point,
  type ZoomAnimEvent,
} from 'leaflet';

/** The part of the world that a canvas shows, in pixels at a zoom from its upper left corner. */
export interface CanvasView {
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The position of the visible map within the canvas, which is larger. */
  readonly inset: Point;
}

/**
 * A canvas in its own pane, slightly larger than the map, so that dragging reveals what is already
 * drawn. It is redrawn when the map comes to rest, and scaled while the map zooms.
 */
export abstract class CanvasLayer extends Layer {
  protected canvas: HTMLCanvasElement | null = null;
  private drawn: { center: LatLng; zoom: number } | null = null;
  private frame = 0;

  protected constructor(
    private readonly paneName: string,
    private readonly padding = 0.25,
  ) {
    super({ pane: paneName });
  }

  /** Draws the view; the context's units are CSS pixels of the canvas. */
  protected abstract draw(context: CanvasRenderingContext2D, view: CanvasView): void;

  override onAdd(map: Map): this {
    this.canvas = DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(this.paneName));
    this.redraw();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.frame);
    this.canvas?.remove();
    this.canvas = null;
    return this;
  }

  override getEvents(): Record<string, (event: LeafletEvent) => void> {
    return {
      moveend: () => this.redraw(),
      viewreset: () => this.redraw(),
      zoom: () => this.follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => {
        const { center, zoom } = event as ZoomAnimEvent;
        this.follow(center, zoom);
      },
    };
  }

  /** Redraws once at the next frame, however often it is called before. */
  refresh(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.redraw());
  }

  private redraw(): void {
    const { canvas } = this;
    if (!canvas) return;
    const map = this._map;
    const size = map.getSize();
    const inset = size.multiplyBy(this.padding).round();
    const width = size.x + 2 * inset.x;
    const height = size.y + 2 * inset.y;
    const topLeft = map.containerPointToLayerPoint(point(0, 0)).subtract(inset).round();
    const origin = map.getPixelOrigin().add(topLeft);
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    DomUtil.setPosition(canvas, topLeft);
    this.drawn = { center: map.getCenter(), zoom: map.getZoom() };
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.draw(context, {
      zoom: map.getZoom(),
      left: origin.x,
      top: origin.y,
      width,
      height,
      inset,
    });
  }

  /** Moves and scales the drawn canvas to match another centre and zoom. */
  private follow(center: LatLng, zoom: number): void {
    if (!this.canvas || !this.drawn) return;
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.drawn.zoom);
    const size = map.getSize();
    const panePosition = DomUtil.getPosition(map.getPane('mapPane') ?? map.getContainer());
    const pixelOrigin = map
      .project(center, zoom)
      .subtract(size.divideBy(2))
      .add(panePosition)
      .round();
    const half = size.multiplyBy(0.5 + this.padding);
    const offset = map.project(this.drawn.center, zoom).subtract(half.multiplyBy(scale));
    DomUtil.setTransform(this.canvas, offset.subtract(pixelOrigin), scale);
  }
}
