const hatches = new Map<string, CanvasPattern>();

/** Lines aslant, 7 pixels apart, in a tone. */
export function hatch(context: CanvasRenderingContext2D, tone: string): CanvasPattern | string {
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
