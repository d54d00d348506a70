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

/** A larger canvas takes a phone too long to fill. */
const MOST_PIXELS = 1_800_000;
/** The least margin around the map, as a share of it. */
const LEAST_MARGIN = 0.08;
/** What is drawn of the strip that something covers, in pixels: it has round corners. */
const BENEATH_PX = 64;

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
  private awake = false;
  /** How many pixels of the map something covers from below: they are not drawn, because that takes a phone long. */
  private covered = 0;
  /** How far the drawn canvas reaches beyond each side of the map, as a share of the map. */
  private beyond = point(0, 0);

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

  /** Says how many pixels of the map are covered from below. */
  cover(pixels: number): void {
    const uncovers = pixels < this.covered;
    this.covered = pixels;
    if (uncovers) this.refresh();
  }

  /** Draws for the first time. Until then nothing is drawn, because what a map shows arrives piece by piece. */
  wake(): void {
    this.awake = true;
    this.redraw();
  }

  /** Redraws once at the next frame, however often it is called before. */
  refresh(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.redraw());
  }

  private redraw(): void {
    const { canvas } = this;
    if (!canvas || !this.awake) return;
    const map = this._map;
    const view = this.presentView();
    const { width } = view;
    const height = view.height - Math.max(0, this.covered + view.inset.y - BENEATH_PX);
    const ratio = pixelRatio();
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    DomUtil.setPosition(canvas, this.topLeft(view.inset));
    this.beyond = view.inset.unscaleBy(map.getSize());
    this.drawn = { center: map.getCenter(), zoom: map.getZoom() };
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.draw(context, view);
  }

  /** What would be drawn now. */
  protected presentView(): CanvasView {
    const map = this._map;
    const size = map.getSize();
    const most = marginWithin(MOST_PIXELS, size.x * size.y * pixelRatio() ** 2);
    const inset = size.multiplyBy(Math.min(this.padding, most)).round();
    const origin = map.getPixelOrigin().add(this.topLeft(inset));
    return {
      zoom: map.getZoom(),
      left: origin.x,
      top: origin.y,
      width: size.x + 2 * inset.x,
      height: size.y + 2 * inset.y,
      inset,
    };
  }

  private topLeft(inset: Point): Point {
    return this._map.containerPointToLayerPoint(point(0, 0)).subtract(inset).round();
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
    const half = size.scaleBy(this.beyond.add([0.5, 0.5]));
    const offset = map.project(this.drawn.center, zoom).subtract(half.multiplyBy(scale));
    DomUtil.setTransform(this.canvas, offset.subtract(pixelOrigin), scale);
  }
}

/** Device pixels per pixel; more than two would cost time and show nothing. */
function pixelRatio(): number {
  return Math.min(window.devicePixelRatio || 1, 2);
}

/** The margin around a map, as a share of it, with which its canvas has a number of pixels. */
function marginWithin(pixels: number, map: number): number {
  return Math.max(LEAST_MARGIN, (Math.sqrt(pixels / Math.max(map, 1)) - 1) / 2);
}
