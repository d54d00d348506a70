import type { LayerStyle } from '../config';
import { pixelsOf } from '../geo/mercator';
import { circlesOf, coreOf, symbolRadius, type SymbolCircle } from '../layers/symbols';
import { partOf, sizes, soft, tones, type PartName } from '../look';
import { radiusOf, shortCount } from './count';
import type { TileRecord } from './decode';
import { hatch } from './hatch';
import type { Spot } from './merge';

/** The page's colours, for the canvas. */
export interface Paints {
  /** The colour with a name of look.json. */
  readonly colour: (name: string) => string;
  /** The colour of a layer's symbols. */
  readonly tone: (style: LayerStyle) => string;
  /** The colour for what is pointed at or open. */
  readonly strong: string;
  readonly sans: string;
}

/** Reads the colours from an element's computed style. */
export function paintsOf(element: Element): Paints {
  const css = getComputedStyle(element);
  const known = new Map<string, string>();
  const colour = (name: string): string => {
    const value = known.get(name) ?? css.getPropertyValue(`--${name}`).trim();
    known.set(name, value);
    return value;
  };
  return {
    colour,
    tone: (style) => colour(tones[style]),
    strong: colour(tones.selected),
    sans: colour('sans'),
  };
}

/** Strokes a path in the style of a symbol's part. */
export function strokePart(
  context: CanvasRenderingContext2D,
  name: PartName,
  tone: string,
  paints: Paints,
  path?: Path2D,
): void {
  const { stroke, strokeOpacity = 1, width = 1, dash = [] } = partOf(name);
  if (!stroke) return;
  context.globalAlpha = strokeOpacity;
  context.strokeStyle = stroke === 'tone' ? tone : paints.colour(stroke);
  context.lineWidth = width;
  context.setLineDash([...dash]);
  // Round ends would close the gaps of a dash.
  if (dash.length > 0) context.lineCap = 'butt';
  if (path) context.stroke(path);
  else context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Paints a symbol's circle; a soft one fades towards its edge. */
export function paintCircle(
  context: CanvasRenderingContext2D,
  { part, radius }: SymbolCircle,
  { x, y }: { readonly x: number; readonly y: number },
  tone: string,
  paints: Paints,
): void {
  const { fill, fillOpacity = 1 } = partOf(part);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  if (fill) {
    context.globalAlpha = fillOpacity;
    context.fillStyle =
      fill === 'soft'
        ? softOf(context, x, y, radius, tone)
        : fill === 'tone'
          ? tone
          : paints.colour(fill);
    context.fill();
    context.globalAlpha = 1;
  }
  strokePart(context, part, tone, paints);
}

/** A gradient that is densest in the middle, for a position somewhere in the circle. */
function softOf(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  tone: string,
): CanvasGradient {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  for (const [offset = 0, opacity = 1] of soft) {
    const alpha = Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0');
    // The tone is `#b3391f` or `#b3391fcc`; replace its opacity.
    gradient.addColorStop(offset, `${tone.slice(0, 7)}${alpha}`);
  }
  return gradient;
}

/** The radius of a mark as drawn, in pixels. */
export function spotRadius(spot: Spot, style: LayerStyle): number {
  if (!spot.record) return radiusOf(spot.records);
  return symbolRadius(style, spot.record.location, false);
}

/** Draws several records as a disc with their number. */
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
  // Tinted paper, so that the quoted places above stay the most prominent.
  disc(context, spot.x, spot.y, radius);
  context.fillStyle = paints.colour('map-route-core');
  context.fill();
  paintCircle(context, { part: hot ? 'cell-hot' : 'cell', radius }, spot, tone, paints);
  const size = radius < 12 ? 10.5 : Math.min(13, 8 + radius / 4);
  context.font = `600 ${size}px ${paints.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.direction = 'ltr';
  context.fillStyle = tone;
  context.fillText(shortCount(spot.records, lang), spot.x, spot.y + 0.5);
}

/** Draws a single record with the symbol of its location class. */
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
  const { location } = record;
  const tone = state === '' ? paints.tone(style) : paints.strong;
  const paint = (circle: SymbolCircle): void => paintCircle(context, circle, spot, tone, paints);
  const halo = state === '' ? null : state === 'hot' ? 'halo-hot' : 'halo';
  const half = symbolRadius(style, location, false) + 1;
  if (location === 'area') {
    if (halo) paint({ part: halo, radius: half + sizes.halo });
    blob(context, x, y, half);
    context.fillStyle = hatch(context, tone);
    context.fill();
    strokePart(context, 'bracket', tone, paints);
    return;
  }
  if (location === 'line' || location === 'between') {
    if (halo) paint({ part: halo, radius: half + sizes.halo });
    dash(context, x, y, half, location === 'between');
    strokePart(context, 'line-casing', tone, paints);
    strokePart(context, 'bracket', tone, paints);
    return;
  }
  const radius = location === 'radius' ? pixelsOf(record.uncertainty, at.lat, at.zoom) : 0;
  if (radius < sizes['true-circle']) {
    circlesOf(style, location, state !== '', halo).forEach(paint);
    return;
  }
  paint({ part: style === 'incident' ? 'circle-incident' : 'circle', radius });
  paint({ part: state === '' ? 'circle-edge' : 'circle-edge-strong', radius });
  paint(coreOf(style));
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/**
 * Outlines a rounded square, because a location known only to an area must not look like a point.
 */
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
}
