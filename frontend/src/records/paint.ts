import type { LayerStyle } from '../config';
import { pixelsOf } from '../geo/mercator';
import { symbolRadius } from '../layers/symbols';
import { radiusOf, shortCount } from './count';
import type { TileRecord } from './decode';
import type { Spot } from './merge';

/** The colours of the page, as the canvas needs them. */
export interface Paints {
  /** Of a layer's symbols. */
  readonly tone: (style: LayerStyle) => string;
  readonly core: string;
  readonly halo: string;
  readonly strong: string;
  readonly sans: string;
}

/** From this many pixels on, a radius is drawn as the circle it is. */
const TRUE_CIRCLE_PX = 12;

/** Reads the colours from an element's style. */
export function paintsOf(element: Element): Paints {
  const css = getComputedStyle(element);
  const of = (name: string): string => css.getPropertyValue(name).trim();
  const tones: Readonly<Record<LayerStyle, string>> = {
    incident: of('--map-incident'),
    place: of('--map-route'),
    route: of('--map-route'),
    area: of('--map-area'),
  };
  return {
    tone: (style) => tones[style],
    core: of('--map-route-core'),
    halo: of('--map-halo'),
    strong: of('--map-incident'),
    sans: of('--sans'),
  };
}

/** The radius of what a spot looks like, in pixels. */
export function spotRadius(spot: Spot, style: LayerStyle): number {
  if (!spot.record) return radiusOf(spot.records);
  return symbolRadius(style, spot.record.location, false);
}

/** Draws several records as one disc with their number. */
export function drawCell(
  context: CanvasRenderingContext2D,
  spot: Spot,
  style: LayerStyle,
  paints: Paints,
  lang: string,
  hot: boolean,
): void {
  const radius = radiusOf(spot.records);
  disc(context, spot.x, spot.y, radius + (hot ? 3 : 1.5));
  context.fillStyle = hot ? paints.strong : paints.halo;
  context.fill();
  disc(context, spot.x, spot.y, radius);
  context.fillStyle = paints.tone(style);
  context.fill();
  const size = radius < 12 ? 10.5 : Math.min(13, 8 + radius / 4);
  context.font = `600 ${size}px ${paints.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.direction = 'ltr';
  context.fillStyle = paints.core;
  context.fillText(shortCount(spot.records, lang), spot.x, spot.y + 0.5);
}

/** Draws a record that stands for itself with the symbol of its location class. */
export function drawRecord(
  context: CanvasRenderingContext2D,
  spot: Spot,
  record: Pick<TileRecord, 'location' | 'uncertainty'>,
  at: { readonly style: LayerStyle; readonly lat: number; readonly zoom: number },
  paints: Paints,
  state: '' | 'hot' | 'selected',
): void {
  const { x, y } = spot;
  const { style } = at;
  const tone = state === '' ? paints.tone(style) : paints.strong;
  const radius = symbolRadius(style, record.location, false);
  context.strokeStyle = tone;
  context.fillStyle = tone;
  if (state !== '') halo(context, x, y, radius, paints, state);
  switch (record.location) {
    case 'radius': {
      const circle = pixelsOf(record.uncertainty, at.lat, at.zoom);
      const wide = circle >= TRUE_CIRCLE_PX;
      soft(context, x, y, wide ? circle : radius, tone, wide ? 0.5 : 1);
      disc(context, x, y, style === 'incident' ? 3.5 : 2.5);
      context.fillStyle = tone;
      context.fill();
      context.strokeStyle = paints.core;
      context.lineWidth = 1.5;
      context.stroke();
      break;
    }
    case 'area':
      blob(context, x, y, radius + 1);
      context.fillStyle = hatch(context, tone);
      context.fill();
      context.lineWidth = 1.2;
      context.stroke();
      break;
    case 'line':
    case 'between':
      dash(context, x, y, radius + 1, tone, paints, record.location === 'between');
      break;
    default:
      disc(context, x, y, radius - 1.5);
      context.fillStyle = paints.core;
      context.fill();
      context.strokeStyle = tone;
      context.lineWidth = state === '' ? 1.8 : 3;
      context.stroke();
  }
}

/** Draws what lies along a path: an area's outline, a circle, a line. */
export function drawShape(
  context: CanvasRenderingContext2D,
  path: Path2D,
  record: Pick<TileRecord, 'location'>,
  style: LayerStyle,
  paints: Paints,
  state: '' | 'hot' | 'selected',
): void {
  const tone = state === '' ? paints.tone(style) : paints.strong;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (record.location === 'radius') {
    context.globalAlpha = style === 'incident' ? 0.14 : 0.1;
    context.fillStyle = tone;
    context.fill(path, 'evenodd');
    context.globalAlpha = state === '' ? 0.35 : 0.9;
    stroke(context, path, tone, state === '' ? 1 : 1.6);
  } else if (record.location === 'area') {
    context.fillStyle = hatch(context, tone);
    context.globalAlpha = state === '' ? 0.35 : 0.9;
    context.fill(path, 'evenodd');
    context.globalAlpha = state === '' ? 0.6 : 1;
    stroke(context, path, tone, state === '' ? 1 : 2);
  } else {
    const route = style === 'route';
    stroke(context, path, paints.halo, route ? 7 : 5);
    context.setLineDash(record.location === 'between' ? [2, 5] : route ? [] : [7, 4]);
    stroke(context, path, tone, route ? 4 : state === '' ? 2.4 : 3.2);
    context.setLineDash([]);
    if (route) stroke(context, path, paints.core, 1.4);
  }
  context.globalAlpha = 1;
}

function stroke(
  context: CanvasRenderingContext2D,
  path: Path2D,
  tone: string,
  width: number,
): void {
  context.strokeStyle = tone;
  context.lineWidth = width;
  context.stroke(path);
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function halo(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  paints: Paints,
  state: 'hot' | 'selected',
): void {
  disc(context, x, y, radius + 3);
  context.fillStyle = paints.halo;
  context.fill();
  context.globalAlpha = state === 'hot' ? 0.5 : 1;
  context.strokeStyle = paints.strong;
  context.lineWidth = 2.5;
  context.stroke();
  context.globalAlpha = 1;
}

/** A disc whose edge says that it is not known where in it something is. */
function soft(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  tone: string,
  strength: number,
): void {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, faded(tone, 0.42 * strength));
  gradient.addColorStop(0.55, faded(tone, 0.42 * strength));
  gradient.addColorStop(1, faded(tone, 0.06));
  disc(context, x, y, radius);
  context.fillStyle = gradient;
  context.fill();
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  context.strokeStyle = tone;
  context.stroke();
  context.globalAlpha = 1;
}

/** `#b3391f` or `#b3391fcc` with an opacity of its own. */
function faded(tone: string, opacity: number): string {
  const alpha = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0');
  return `${tone.slice(0, 7)}${alpha}`;
}

/** No circle: what is known to an area only must not look like a place. */
function blob(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  const corners = [
    [-1, -0.65],
    [-0.15, -1],
    [0.95, -0.6],
    [1.05, 0.3],
    [0.45, 0.95],
    [-0.75, 0.85],
  ] as const;
  context.beginPath();
  for (const [dx, dy] of corners) context.lineTo(x + dx * radius, y + dy * radius);
  context.closePath();
}

function dash(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  half: number,
  tone: string,
  paints: Paints,
  bracket: boolean,
): void {
  context.lineCap = 'round';
  context.beginPath();
  if (bracket) {
    context.moveTo(x - half, y + 3);
    context.lineTo(x - half, y - 3);
    context.lineTo(x + half, y - 3);
    context.lineTo(x + half, y + 3);
  } else {
    context.moveTo(x - half, y + 2);
    context.lineTo(x + half, y - 2);
  }
  context.strokeStyle = paints.halo;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = tone;
  context.lineWidth = 2.2;
  context.stroke();
}

const hatches = new Map<string, CanvasPattern>();

/** Lines aslant, 7 pixels apart, in a tone. */
function hatch(context: CanvasRenderingContext2D, tone: string): CanvasPattern | string {
  const known = hatches.get(tone);
  if (known) return known;
  const tile = document.createElement('canvas');
  const ratio = 2;
  tile.width = tile.height = 7 * ratio;
  const pen = tile.getContext('2d');
  const pattern = pen && context.createPattern(tile, 'repeat');
  if (!pen || !pattern) return tone;
  pen.strokeStyle = tone;
  pen.lineWidth = 1.3 * ratio;
  for (const shift of [-7, 0, 7]) {
    pen.beginPath();
    pen.moveTo((shift - 1) * ratio, 8 * ratio);
    pen.lineTo((shift + 8) * ratio, -1 * ratio);
    pen.stroke();
  }
  const made = context.createPattern(tile, 'repeat');
  if (!made) return tone;
  made.setTransform(new DOMMatrix().scale(1 / ratio));
  hatches.set(tone, made);
  return made;
}
