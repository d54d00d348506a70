import type { Map } from 'leaflet';

/**
 * Reports when the reader moves the map by mouse, wheel, touch or key, but not when the page itself
 * does.
 */
export function listenForMoves(map: Map, container: HTMLElement, onMove: () => void): void {
  map.on('dragstart', onMove);
  for (const type of ['wheel', 'dblclick', 'touchmove'] as const) {
    container.addEventListener(type, onMove, { passive: true });
  }
  container.addEventListener('keydown', ({ key }) => {
    if (/^(Arrow.*|[-+=_])$/.test(key)) onMove();
  });
}

/** Whether the reader has just dragged the map, so that the click which ends it opens nothing. */
export function isDragged(map: Map): boolean {
  return (map.dragging as unknown as { moved(): boolean } | undefined)?.moved() ?? false;
}
