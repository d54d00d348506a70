import type { LayerConfig, LayerStyle } from '../config';
import { lineSymbolOf } from '../layers/line-symbols';
import { coreOf } from '../layers/symbols';
import type { TileRecord } from './decode';
import { hatch } from './hatch';
import type { PartName } from '../look';
import { paintCircle, strokePart, type Paints } from './paint';
import type { PlacedShape } from './placing';

/** The width of a line for the pointer, in pixels. */
const LINE_PX = 14;

/** An area, circle or line to draw. */
export interface DrawnShape extends PlacedShape {
  readonly layer: LayerConfig;
}

/** The emphasis of a shape. */
type State = '' | 'hot' | 'selected';

/**
 * Draws shapes: first one tint for everything that areas and circles cover, then each edge, the
 * emphasised ones last.
 */
export function drawShapes(
  context: CanvasRenderingContext2D,
  shapes: readonly DrawnShape[],
  stateOf: (shape: DrawnShape) => State,
  paints: Paints,
): void {
  tintAll(context, shapes, paints);
  const plain = shapes.filter((shape) => stateOf(shape) === '');
  const strong = shapes.filter((shape) => stateOf(shape) !== '');
  for (const drawn of [...plain, ...strong]) {
    const { layer, shape, clip, middle } = drawn;
    const state = stateOf(drawn);
    context.save();
    if (clip) context.clip(clip);
    drawShape(context, drawn, shape.record, layer.style, paints, state);
    context.restore();
    const tone = state === '' ? paints.tone(layer.style) : paints.strong;
    if (middle) paintCircle(context, coreOf(layer.style), middle, tone, paints);
  }
}

/** The smallest shape at a pixel, ignoring shapes of at least the size `most`. */
export function shapeAt(
  shapes: readonly DrawnShape[],
  x: number,
  y: number,
  most: number,
): DrawnShape | null {
  const scratch = document.createElement('canvas').getContext('2d');
  if (!scratch) return null;
  scratch.lineWidth = LINE_PX;
  const holds = ({ shape, fill, edge, clip }: DrawnShape): boolean =>
    (!clip || scratch.isPointInPath(clip, x, y)) &&
    (shape.closed
      ? scratch.isPointInPath(fill, x, y, 'evenodd')
      : scratch.isPointInStroke(edge, x, y));
  return shapes
    .filter((shape) => sizeOf(shape) < most && holds(shape))
    .reduce<DrawnShape | null>(
      (best, next) => (best && sizeOf(best) <= sizeOf(next) ? best : next),
      null,
    );
}

function sizeOf({ box }: DrawnShape): number {
  return Math.max(box.right - box.left, box.bottom - box.top);
}

/**
 * Tints everything that a layer's shapes cover once, however many overlap: if tints added up, the
 * vaguest locations would be the most prominent.
 */
function tintAll(
  context: CanvasRenderingContext2D,
  shapes: readonly DrawnShape[],
  paints: Paints,
): void {
  const together = new Map<string, { path: Path2D; of: DrawnShape }>();
  const clips = new Map<Path2D | null, number>();
  for (const drawn of shapes) {
    const { layer, shape, clip, fill } = drawn;
    if (!shape.closed) continue;
    const tile = clips.get(clip) ?? clips.size;
    clips.set(clip, tile);
    const key = `${layer.id} ${shape.record.location} ${tile}`;
    const one = together.get(key) ?? { path: new Path2D(), of: drawn };
    one.path.addPath(fill);
    together.set(key, one);
  }
  for (const { path, of } of together.values()) {
    const { location } = of.shape.record;
    const { style } = of.layer;
    context.save();
    if (of.clip) context.clip(of.clip);
    const tone = paints.tone(style);
    context.globalAlpha = location === 'radius' ? (style === 'incident' ? 0.13 : 0.1) : 0.3;
    context.fillStyle = location === 'radius' ? tone : hatch(context, tone);
    context.fill(path, 'nonzero');
    context.restore();
  }
}

/** Draws a line, or the edge of an area or circle; an emphasised shape is also filled. */
function drawShape(
  context: CanvasRenderingContext2D,
  { fill, edge }: PlacedShape,
  { location, kind }: TileRecord,
  style: LayerStyle,
  paints: Paints,
  state: State,
): void {
  const tone = state === '' ? paints.tone(style) : paints.strong;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  if (location === 'radius' || location === 'area') {
    if (state !== '') {
      context.globalAlpha = location === 'area' ? 0.8 : 0.16;
      context.fillStyle = location === 'area' ? hatch(context, tone) : tone;
      context.fill(fill, 'evenodd');
    }
    strokePart(context, edgeOf(location, state), tone, paints, edge);
    return;
  }
  const { casing, body, strong, core } = lineSymbolOf(style, kind);
  if (core || state !== '') strokePart(context, casing, tone, paints, edge);
  strokePart(context, state === 'selected' ? strong : body, tone, paints, edge);
  if (core) strokePart(context, core, tone, paints, edge);
}

function edgeOf(location: 'area' | 'radius', state: State): PartName {
  if (location === 'radius') return state === '' ? 'circle-edge' : 'circle-edge-strong';
  return state === '' ? 'area-quoted' : state === 'hot' ? 'area-hot' : 'area-selected';
}
