import { project } from '../geo/mercator';
import type { CanvasView } from './canvas-layer';
import type { Sheet } from './label';

/** The sheet on which names are placed: what a canvas shows, in its pixels. */
export function sheetOf(view: CanvasView): Sheet {
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
    zoom: view.zoom,
    key: [view.zoom, view.left, view.top, view.width, view.height].join('/'),
  };
}
