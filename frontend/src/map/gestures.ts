import type { Map } from 'leaflet';
import type { Words } from '../words';

/** How long the hint stays. */
const SHOWN_MS = 1600;
/** A finger that moves less than this taps. */
const MOVED_PX = 12;

/**
 * Leaves one finger and the wheel to the article around the map: two fingers move the map, and Ctrl or ⌘ with the wheel
 * zooms it. A short hint says so to those who try. The style sheet lets the browser scroll with one finger.
 */
export function shareGestures(map: Map, section: HTMLElement, words: Words): void {
  const hint = document.createElement('p');
  hint.className = 'map-hint';
  hint.setAttribute('aria-hidden', 'true');
  section.append(hint);
  let timer = 0;
  const show = (text: string): void => {
    hint.textContent = text;
    hint.classList.add('is-shown');
    window.clearTimeout(timer);
    timer = window.setTimeout(() => hint.classList.remove('is-shown'), SHOWN_MS);
  };
  const live = map.getContainer();
  // Before Leaflet sees the press: a mouse drags the map as usual.
  live.addEventListener(
    'pointerdown',
    ({ pointerType }) => {
      if (pointerType === 'touch') map.dragging.disable();
      else map.dragging.enable();
    },
    { capture: true },
  );
  let from: { readonly x: number; readonly y: number } | null = null;
  live.addEventListener(
    'touchstart',
    ({ touches: [first, second] }) => {
      from = first && !second ? { x: first.clientX, y: first.clientY } : null;
    },
    { passive: true },
  );
  live.addEventListener(
    'touchmove',
    ({ touches: [first, second] }) => {
      if (!from || !first || second) return;
      if (Math.hypot(first.clientX - from.x, first.clientY - from.y) < MOVED_PX) return;
      from = null;
      show(words.say('gesture.fingers'));
    },
    { passive: true },
  );
  live.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.stopPropagation();
      const apple = /Mac|iP(ad|hone|od)/.test(navigator.platform);
      show(words.say('gesture.wheel', apple ? '⌘' : 'Ctrl'));
    },
    { capture: true, passive: true },
  );
}
