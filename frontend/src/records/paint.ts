import type { LayerStyle } from '../config';
import { pixelsOf } from '../geo/mercator';
import { symbolRadius } from '../layers/symbols';
import { radiusOf, shortCount } from './count';
import type { TileRecord } from './decode';
import { hatch } from './hatch';
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
  const tone = hot ? paints.strong : paints.tone(style);
  // Paper with a tint: the quoted places lie above, and must stay the loudest.
  disc(context, spot.x, spot.y, radius);
  context.fillStyle = paints.core;
  context.fill();
  context.globalAlpha = hot ? 0.3 : 0.13;
  context.fillStyle = tone;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = tone;
  context.lineWidth = hot ? 2.4 : 1.3;
  context.stroke();
  const size = radius < 12 ? 10.5 : Math.min(13, 8 + radius / 4);
  context.font = `600 ${size}px ${paints.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.direction = 'ltr';
  context.fillStyle = tone;
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
      drawMiddle(context, spot, tone, paints);
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

/** Draws the middle of a circle that is drawn as it is. */
export function drawMiddle(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  tone: string,
  paints: Paints,
): void {
  disc(context, x, y, 3.5);
  context.fillStyle = tone;
  context.fill();
  context.strokeStyle = paints.core;
  context.lineWidth = 1.5;
  context.stroke();
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
