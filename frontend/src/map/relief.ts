import { project, type XY } from '../geo/mercator';
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
    const box = boxes[index] ?? view;
    if (view[0] < box[2] && box[0] < view[2] && view[1] < box[3] && box[1] < view[3]) {
      shown.unshift(index);
    }
    const [from, to, start, end] = [
      corner(box, 0),
      corner(box, 2),
      corner(view, 0),
      corner(view, 2),
    ];
    const [aside, above] = [(to.x - from.x) * EDGE, (from.y - to.y) * EDGE];
    if (
      from.x + aside <= start.x &&
      from.y - above >= start.y &&
      to.x - aside >= end.x &&
      to.y + above <= end.y
    ) {
      break;
    }
  }
  return shown;
}

/** A corner of a box on the map, at its west and south or at its east and north. */
function corner(box: Bbox, at: 0 | 2): XY {
  return project(box[at], box[at + 1] ?? 0);
}
