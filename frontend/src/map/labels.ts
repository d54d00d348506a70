import type { Map } from 'leaflet';
import { beadsAlong } from '../geo/beads';
import { project } from '../geo/mercator';
import { fits, letters, placing, sizes } from '../look';
import { CanvasLayer, type CanvasView } from './canvas-layer';
import {
  around,
  overlap,
  placeLabels,
  type Box,
  type Candidate,
  type LabelRequest,
  type Obstacle,
} from './label-placement';
import type { Label, LabelLine, Sheet } from './label';
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

  /** Does in short tasks what the first drawing needs: measures the names and looks for their positions. */
  async prepare(): Promise<void> {
    const context = this.canvas?.getContext('2d');
    if (!this.canvas || !context) return;
    const sheet = sheetOf(this.presentView());
    const css = getComputedStyle(this.canvas);
    const pace = new Pace();
    for (const label of this.sources.flatMap((source) => source())) {
      await pace.rest();
      if (label.text === '') continue;
      this.measure(context, label, css);
      // Areas and lines keep their positions for a view.
      Array.from(label.candidates(sheet));
    }
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
    const sheet = sheetOf(view);
    const { at, frame } = sheet;
    for (const { positions, half } of this.lines.flatMap((source) => source())) {
      const pixels = positions.map(([lon = 0, lat = 0]) => at(lon, lat));
      for (const { x, y } of beadsAlong(pixels, half * 2, view)) {
        obstacles.push({ kind: 'line', owner: null, ...around(x, y, half) });
      }
    }
    for (const label of this.sources.flatMap((source) => source())) {
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
      written.set(label.id, measured);
      requests.push({
        ...label,
        candidates: within(label.candidates(sheet), frame),
        owner,
        width: measured.width,
        height: measured.height,
      });
    }
    // Names must lie within the visible map, because a name that is cut off is useless.
    const boxes = placeLabels(requests, obstacles, {
      left: frame.left + placing.edge,
      top: frame.top + placing.edge,
      right: frame.right - placing.edge,
      bottom: frame.bottom - placing.edge,
    });
    context.clearRect(0, 0, view.width, view.height);
    this.placed = [];
    for (const box of boxes) {
      const item = written.get(box.id);
      if (!item) continue;
      this.placed.push({ label: item.label, box });
      this.write(context, item, box, colour);
      if (item.label.dot > 0 && !item.label.dotted) {
        context.beginPath();
        context.arc(box.x, box.y, sizes.town, 0, 2 * Math.PI);
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

function sheetOf(view: CanvasView): Sheet {
  const scale = 2 ** view.zoom;
  return {
    at: (lon, lat) => {
      const world = project(lon, lat);
      return { x: world.x * scale - view.left, y: world.y * scale - view.top };
    },
    frame: {
      left: view.inset.x,
      top: view.inset.y,
      right: view.width - view.inset.x,
      bottom: view.height - view.inset.y,
    },
    key: [view.zoom, view.left, view.top, view.width, view.height].join('/'),
  };
}

/** The room above and below the base line for the script's tallest and deepest letters. */
function heightOf(text: string, size: number): { ascent: number; descent: number } {
  return isArabicScript(text)
    ? { ascent: letters['nastaliq-ascent'] * size, descent: letters['nastaliq-descent'] * size }
    : { ascent: letters.ascent * size, descent: letters.descent * size };
}

function* within(candidates: Iterable<Candidate>, frame: Box): Iterable<Candidate> {
  for (const at of candidates) {
    const { left, top, right, bottom } = frame;
    if (at.x >= left && at.x <= right && at.y >= top && at.y <= bottom) yield at;
  }
}
