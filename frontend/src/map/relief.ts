import type { Bbox } from '../model';

/** How strongly the relief shows at a zoom: 1 before the fade, 0 after it. */
export function reliefOpacity(zoom: number, fade: readonly [number, number]): number {
  const [from, to] = fade;
  if (to <= from) return zoom < from ? 1 : 0;
  return Math.max(0, Math.min(1, (to - zoom) / (to - from)));
}

/** The share of its sides at which a relief on top of another fades out, as map.css has it. */
const EDGE = 0.14;

/**
 * The reliefs that a view shows, by their positions, from the bottom up: those that meet it and are
 * not hidden by one on top. Boxes have their east to the east of their west.
 */
export function reliefsIn(view: Bbox, boxes: readonly Bbox[]): number[] {
  const shown: number[] = [];
  for (let index = boxes.length - 1; index >= 0; index--) {
    const [west, south, east, north] = boxes[index] ?? view;
    if (view[0] < east && west < view[2] && view[1] < north && south < view[3]) {
      shown.unshift(index);
    }
    const [aside, above] = [(east - west) * EDGE, (north - south) * EDGE];
    if (
      west + aside <= view[0] &&
      south + above <= view[1] &&
      east - aside >= view[2] &&
      north - above >= view[3]
    ) {
      break;
    }
  }
  return shown;
}
