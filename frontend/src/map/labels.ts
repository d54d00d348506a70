import type { Map } from 'leaflet';
import { beadsAlong } from '../geo/beads';
import { project } from '../geo/mercator';
import { sizes, type LabelStyleName } from '../look';
import { CanvasLayer, type CanvasView } from './canvas-layer';
import {
  overlap,
  placeLabels,
  type Box,
  type LabelRequest,
  type Obstacle,
  type PlacedLabel,
  type Side,
} from './label-placement';
import { isArabicScript, styleOf, type LabelStyle } from './label-styles';

/** A name to write on the map. */
export interface Label {
  readonly id: string;
  /** The feature it names, if a click on the name is to open one. */
  readonly feature: string | null;
  readonly text: string;
  readonly lon: number;
  readonly lat: number;
  readonly style: LabelStyleName;
  /** Lower values are placed first. */
  readonly priority: number;
  readonly sides: readonly Side[];
  readonly gap: number;
  /** Half the size of the symbol, which other labels must not cover; 0 for none. */
  readonly symbol: number;
  /** Half the size of a dot to draw at the anchor together with the name; 0 for none. */
  readonly dot: number;
  /** The number in a badge after the name; 0 for none. */
  readonly count: number;
  /** The distance in pixels from which the same name may be written again. */
  readonly repeat: number;
  /** The label may cover a line (1), or also a symbol (2), rather than be left out. */
  readonly covers: 0 | 1 | 2;
  /** Whether the name is emphasised. */
  readonly strong: boolean;
}

/** A line that names avoid crossing. */
export interface LabelLine {
  /** The positions as longitude and latitude. */
  readonly positions: readonly (readonly number[])[];
  /** Half its width, in pixels. */
  readonly half: number;
}

interface Written {
  readonly label: Label;
  readonly style: LabelStyle;
  readonly textWidth: number;
  readonly badgeWidth: number;
  readonly width: number;
  readonly ascent: number;
  readonly height: number;
}

const BADGE_GAP = sizes['badge-gap'];
const BADGE_HEIGHT = sizes['badge-height'];

/** Draws all names on the map, placed together so that none covers another. */
export class LabelsLayer extends CanvasLayer {
  private readonly sources: (() => readonly Label[])[] = [];
  private readonly lines: (() => readonly LabelLine[])[] = [];
  private placed: { label: Label; box: Box }[] = [];
  private readonly measures = new globalThis.Map<string, TextMetrics>();
  private inset = { x: 0, y: 0 };

  constructor(private readonly controls: () => readonly Box[]) {
    super('labels', 0.15);
  }

  override onAdd(map: Map): this {
    const pane = map.createPane('labels');
    pane.style.zIndex = '500';
    pane.style.pointerEvents = 'none';
    pane.setAttribute('aria-hidden', 'true');
    map.on('zoomstart', () => pane.classList.add('is-zooming'));
    map.on('zoomend', () => pane.classList.remove('is-zooming'));
    document.fonts.addEventListener('loadingdone', () => {
      this.measures.clear();
      this.refresh();
    });
    return super.onAdd(map);
  }

  /** Adds a source of names. */
  addSource(source: () => readonly Label[]): void {
    this.sources.push(source);
    this.refresh();
  }

  /** Adds a source of lines to keep clear. */
  addLines(source: () => readonly LabelLine[]): void {
    this.lines.push(source);
  }

  /** The id of the feature whose name is at a pixel of the map's container; null for none. */
  at(x: number, y: number): string | null {
    const inCanvas = { x: x + this.inset.x, y: y + this.inset.y };
    const box = {
      left: inCanvas.x - 2,
      right: inCanvas.x + 2,
      top: inCanvas.y - 2,
      bottom: inCanvas.y + 2,
    };
    return this.placed.find((placed) => overlap(placed.box, box))?.label.feature ?? null;
  }

  /** Whether the name of a feature is on the map. */
  has(id: string): boolean {
    return this.placed.some(({ label }) => label.feature === id);
  }

  protected override draw(context: CanvasRenderingContext2D, view: CanvasView): void {
    if (!this.canvas) return;
    const css = getComputedStyle(this.canvas);
    const colour = (name: string): string => css.getPropertyValue(name).trim();
    this.inset = view.inset;
    const scale = 2 ** view.zoom;
    const written = new globalThis.Map<string, Written>();
    const requests: LabelRequest[] = [];
    const obstacles: Obstacle[] = this.controls().map((box, index) => ({
      id: `control-${index}`,
      firmness: 3,
      left: box.left + view.inset.x,
      right: box.right + view.inset.x,
      top: box.top + view.inset.y,
      bottom: box.bottom + view.inset.y,
    }));
    for (const { positions, half } of this.lines.flatMap((source) => source())) {
      const pixels = positions.map(([lon = 0, lat = 0]) => {
        const world = project(lon, lat);
        return { x: world.x * scale - view.left, y: world.y * scale - view.top };
      });
      for (const { x, y } of beadsAlong(pixels, half * 2, view)) {
        obstacles.push({
          id: 'line',
          firmness: 1,
          left: x - half,
          right: x + half,
          top: y - half,
          bottom: y + half,
        });
      }
    }
    for (const label of this.sources.flatMap((source) => source())) {
      const world = project(label.lon, label.lat);
      const x = world.x * scale - view.left;
      const y = world.y * scale - view.top;
      if (x < -80 || y < -40 || x > view.width + 80 || y > view.height + 40) continue;
      if (label.symbol > 0) {
        const { symbol } = label;
        obstacles.push({
          id: label.feature ?? label.id,
          firmness: 2,
          left: x - symbol,
          right: x + symbol,
          top: y - symbol,
          bottom: y + symbol,
        });
      }
      if (label.text === '') continue;
      const measured = this.measure(context, label, css);
      written.set(label.id, measured);
      requests.push({
        ...label,
        x,
        y,
        own: label.feature ?? label.id,
        width: measured.width,
        height: measured.height,
      });
    }
    // Names must lie within the visible map, because a name that is cut off is useless.
    const frame = {
      left: view.inset.x + 2,
      top: view.inset.y + 2,
      right: view.width - view.inset.x - 2,
      bottom: view.height - view.inset.y - 2,
    };
    const boxes = placeLabels(requests, obstacles, 2, frame);
    context.clearRect(0, 0, view.width, view.height);
    this.placed = [];
    for (const box of boxes) {
      const item = written.get(box.id);
      if (!item) continue;
      this.placed.push({ label: item.label, box });
      this.write(context, item, box, colour);
      if (item.label.dot > 0) {
        const world = project(item.label.lon, item.label.lat);
        context.beginPath();
        context.arc(
          world.x * scale - view.left,
          world.y * scale - view.top,
          item.label.dot,
          0,
          2 * Math.PI,
        );
        context.fillStyle = colour(item.style.colour);
        context.fill();
      }
    }
  }

  private measure(
    context: CanvasRenderingContext2D,
    label: Label,
    css: CSSStyleDeclaration,
  ): Written {
    const style = styleOf(label.style, label.text, label.strong, css);
    const key = `${style.font}|${style.spacing}|${label.text}`;
    let metrics = this.measures.get(key);
    if (!metrics) {
      context.font = style.font;
      context.letterSpacing = `${style.spacing}px`;
      metrics = context.measureText(label.text);
      this.measures.set(key, metrics);
    }
    const ascent = Math.max(metrics.actualBoundingBoxAscent, style.size * 0.74);
    const descent = Math.max(metrics.actualBoundingBoxDescent, style.size * 0.22);
    const badgeWidth = label.count > 0 ? Math.max(14, 8 + String(label.count).length * 6) : 0;
    const textWidth = Math.ceil(metrics.width - style.spacing);
    return {
      label,
      style,
      textWidth,
      badgeWidth,
      width: textWidth + (badgeWidth > 0 ? badgeWidth + BADGE_GAP : 0),
      ascent,
      height: Math.ceil(ascent + descent),
    };
  }

  private write(
    context: CanvasRenderingContext2D,
    { label, style, textWidth, badgeWidth, ascent }: Written,
    box: PlacedLabel,
    colour: (name: string) => string,
  ): void {
    const badgeFirst = isArabicScript(label.text);
    const textLeft = box.left + (badgeFirst && badgeWidth > 0 ? badgeWidth + BADGE_GAP : 0);
    const baseline = box.top + ascent;
    context.font = style.font;
    context.letterSpacing = `${style.spacing}px`;
    context.direction = badgeFirst ? 'rtl' : 'ltr';
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.lineJoin = 'round';
    context.miterLimit = 2;
    context.strokeStyle = colour('--map-halo');
    context.lineWidth = style.halo;
    context.strokeText(label.text, textLeft, baseline);
    context.fillStyle = colour(style.colour);
    context.fillText(label.text, textLeft, baseline);
    if (badgeWidth === 0) return;
    const left = badgeFirst ? box.left : box.left + textWidth + BADGE_GAP;
    const top = (box.top + box.bottom) / 2 - BADGE_HEIGHT / 2;
    context.beginPath();
    context.roundRect(left, top, badgeWidth, BADGE_HEIGHT, BADGE_HEIGHT / 2);
    context.lineWidth = 2;
    context.stroke();
    context.fillStyle = colour(style.badge);
    context.fill();
    context.fillStyle = colour('--map-badge-ink');
    context.font = `600 ${sizes['badge-type']}px ${colour('--sans')}`;
    context.letterSpacing = '0px';
    context.direction = 'ltr';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(String(label.count), left + badgeWidth / 2, top + BADGE_HEIGHT / 2 + 0.5);
  }
}
