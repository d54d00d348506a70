import { partOf, sizes } from '../look';

const hatches = new Map<string, CanvasPattern>();

/** A pattern of slanting lines in a colour, like the map's hatch. */
export function hatch(context: CanvasRenderingContext2D, tone: string): CanvasPattern | string {
  const known = hatches.get(tone);
  if (known) return known;
  const tile = document.createElement('canvas');
  const ratio = 2;
  tile.width = tile.height = sizes.hatch * ratio;
  const pen = tile.getContext('2d');
  const pattern = pen && context.createPattern(tile, 'repeat');
  if (!pen || !pattern) return tone;
  pen.strokeStyle = tone;
  pen.lineWidth = (partOf('hatch').width ?? 1) * ratio;
  for (const shift of [-sizes.hatch, 0, sizes.hatch]) {
    pen.beginPath();
    pen.moveTo((shift - 1) * ratio, (sizes.hatch + 1) * ratio);
    pen.lineTo((shift + sizes.hatch + 1) * ratio, -ratio);
    pen.stroke();
  }
  const made = context.createPattern(tile, 'repeat');
  if (!made) return tone;
  made.setTransform(new DOMMatrix().scale(1 / ratio));
  hatches.set(tone, made);
  return made;
}
