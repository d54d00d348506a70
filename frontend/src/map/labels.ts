import type { Map } from 'leaflet';
import { beadsAlong } from '../geo/beads';
import { fits, letters, placing, sizes } from '../look';
import { CanvasLayer, type CanvasView } from './canvas-layer';
import {
  around,
  overlap,
  placeLabels,
  shown,
  upright,
  type Box,
  type LabelRequest,
  type Obstacle,
  type PlacedLabel,
} from './label-placement';
import type { Label, LabelLine } from './label';
import { sheetOf } from './sheet';
import { isArabicScript, styleOf, type LabelStyle } from './label-styles';
import { Pace } from '../pace';

interface Written {
  readonly label: Label;
  readonly style: LabelStyle;
  readonly textWidth: number;
  readonly badgeWidth: number;
  readonly width: number;
  readonly ascent: number;
  readonly height: number;
}

/** Where the names of a view stand. */
interface Arrangement {
  readonly written: ReadonlyMap<string, Written>;
  readonly boxes: readonly PlacedLabel[];
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
  /** What the next drawing of a view needs, if nothing changes until then. */
  private prepared: (Arrangement & { readonly key: string }) | null = null;

  constructor(private readonly controls: () => readonly Box[]) {
    // No name reaches beyond the visible map.
    super('labels', 0);
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

  /** Finds the positions of the names in short tasks, so that the first drawing is short, too. */
  async prepare(): Promise<void> {
    const context = this.canvas?.getContext('2d');
    if (!this.canvas || !context) return;
    const view = this.presentView();
    const steps = this.arrange(context, view, getComputedStyle(this.canvas), true);
    const pace = new Pace();
    this.prepared = null;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        this.prepared = { key: sheetOf(view).key, ...step.value };
        return;
      }
      await pace.rest();
    }
  }

  /** Redraws once at the next frame; what was prepared for the present view holds no longer. */
  override refresh(): void {
    this.prepared = null;
    super.refresh();
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
    const known = this.prepared?.key === sheetOf(view).key ? this.prepared : null;
    this.prepared = null;
    const { written, boxes } = known ?? lastOf(this.arrange(context, view, css, false));
    context.clearRect(0, 0, view.width, view.height);
    this.placed = [];
    for (const box of boxes) {
      const item = written.get(box.id);
      if (!item) continue;
      this.placed.push({ label: item.label, box });
      context.save();
      this.write(context, item, upright(context, box), colour);
      context.restore();
      if (item.label.dot > 0 && !item.label.dotted) {
        context.beginPath();
        context.arc(box.x, box.y, sizes.town, 0, 2 * Math.PI);
        context.fillStyle = colour(item.style.colour);
        context.fill();
      }
    }
  }

  /**
   * Finds the positions of all names in a view, step by step.
   *
   * @param ahead whether to look for all possible positions first, which is more work, but in shorter steps
   */
  private *arrange(
    context: CanvasRenderingContext2D,
    view: CanvasView,
    css: CSSStyleDeclaration,
    ahead: boolean,
  ): Generator<undefined, Arrangement> {
    const written = new globalThis.Map<string, Written>();
    const requests: LabelRequest[] = [];
    const obstacles: Obstacle[] = this.controls().map((box) => ({
      kind: 'fixed',
      owner: null,
      left: box.left + view.inset.x,
      right: box.right + view.inset.x,
      top: box.top + view.inset.y,
      bottom: box.bottom + view.inset.y,
    }));
    yield;
    const sheet = sheetOf(view);
    const { at, frame } = sheet;
    for (const { positions, half } of this.lines.flatMap((source) => source())) {
      const pixels = positions.map(([lon = 0, lat = 0]) => at(lon, lat));
      for (const { x, y } of beadsAlong(pixels, half * 2, view)) {
        obstacles.push({ kind: 'line', owner: null, ...around(x, y, half) });
      }
    }
    yield;
    for (const label of this.sources.flatMap((source) => source())) {
      yield;
      const owner = label.feature ?? label.id;
      const { x, y } = at(label.lon, label.lat);
      if (label.symbol > 0) {
        obstacles.push({ kind: 'symbol', owner, ...around(x, y, label.symbol) });
      }
      const disc = { kind: 'disc', owner, ...around(x, y, label.disc) } as const;
      if (label.disc > 0 && overlap(disc, frame)) obstacles.push(disc);
      if (label.dotted) obstacles.push({ kind: 'line', owner, ...around(x, y, label.dot) });
      if (label.text === '') continue;
      const measured = this.measure(context, label, css);
      if (label.fits && label.extent < fits.from * measured.width) continue;
      const candidates = shown(label.candidates(sheet), frame);
      written.set(label.id, measured);
      requests.push({
        ...label,
        candidates: ahead ? [...candidates] : candidates,
        owner,
        width: measured.width,
        height: measured.height,
      });
    }
    yield;
    // Names must lie within the visible map, because a name that is cut off is useless.
    const boxes = placeLabels(requests, obstacles, {
      left: frame.left + placing.edge,
      top: frame.top + placing.edge,
      right: frame.right - placing.edge,
      bottom: frame.bottom - placing.edge,
    });
    return { written, boxes };
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
    const { ascent, descent } = heightOf(label.text, style.size);
    const badgeWidth =
      label.count === ''
        ? 0
        : Math.max(BADGE_HEIGHT, sizes['badge-sides'] + label.count.length * sizes['badge-digit']);
    const textWidth = metrics.width;
    return {
      label,
      style,
      textWidth,
      badgeWidth,
      width: textWidth + (badgeWidth > 0 ? badgeWidth + BADGE_GAP : 0),
      ascent,
      height: ascent + descent,
    };
  }

  private write(
    context: CanvasRenderingContext2D,
    { label, style, textWidth, badgeWidth, ascent }: Written,
    box: Box,
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
    context.fillText(label.count, left + badgeWidth / 2, top + BADGE_HEIGHT / 2 + 0.5);
  }
}

/** Takes all steps at once. */
function lastOf<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The room above and below the base line for the script's tallest and deepest letters. */
function heightOf(text: string, size: number): { ascent: number; descent: number } {
  return isArabicScript(text)
    ? { ascent: letters['nastaliq-ascent'] * size, descent: letters['nastaliq-descent'] * size }
    : { ascent: letters.ascent * size, descent: letters.descent * size };
}
