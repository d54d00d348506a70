import { type Page } from '@playwright/test';

/** A name that the awake map wrote, with the box of its letters in pixels of the window. */
interface Written {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

declare global {
  interface Window {
    /** What the canvas of names shows. */
    writtenNames?: Written[];
    /** How often it was drawn. */
    namesDrawn?: number;
  }
}

/** Notes what the map writes, because a canvas cannot be asked. */
export async function watchNames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const canvasOfNames = (context: CanvasRenderingContext2D): boolean =>
      context.canvas.closest('.leaflet-labels-pane') !== null;
    // They are called with their context again.
    /* eslint-disable @typescript-eslint/unbound-method */
    const { clearRect, strokeText } = CanvasRenderingContext2D.prototype;
    /* eslint-enable @typescript-eslint/unbound-method */
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      if (canvasOfNames(this)) {
        window.writtenNames = [];
        window.namesDrawn = (window.namesDrawn ?? 0) + 1;
      }
      clearRect.apply(this, box);
    };
    CanvasRenderingContext2D.prototype.strokeText = function (text, x, y) {
      strokeText.call(this, text, x, y);
      const { a, b, d, e, f } = this.getTransform();
      // Names of streets follow their street.
      if (b !== 0 || !canvasOfNames(this)) return;
      const frame = this.canvas.getBoundingClientRect();
      const [across, down] = [frame.width / this.canvas.width, frame.height / this.canvas.height];
      const metrics = this.measureText(text);
      window.writtenNames?.push({
        name: text,
        left: frame.left + (a * (x - metrics.actualBoundingBoxLeft) + e) * across,
        right: frame.left + (a * (x + metrics.actualBoundingBoxRight) + e) * across,
        top: frame.top + (d * (y - metrics.actualBoundingBoxAscent) + f) * down,
        bottom: frame.top + (d * (y + metrics.actualBoundingBoxDescent) + f) * down,
      });
    };
  });
}

/**
 * Waits until the names have not been drawn anew for a moment. A map that is just awake on a busy machine has none yet: it
 * may take a while to draw the first.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const awake = document.documentElement.classList.contains('is-awake');
    const end = performance.now() + 30_000;
    const missing = (): boolean => awake && !window.writtenNames?.length && performance.now() < end;
    for (let drawn = -1; drawn !== (window.namesDrawn ?? 0) || missing();) {
      drawn = window.namesDrawn ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
  });
}

/** Runs in the page: what its map's names cover, in words; the drawn map's if it is asleep. */
export function meetings(): string[] {
  interface Box {
    readonly what: string;
    readonly owner: string;
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  const awake = document.documentElement.classList.contains('is-awake');
  const map = document.querySelector('.map')!.getBoundingClientRect();
  const ruler = document.createElement('canvas').getContext('2d')!;
  const boxOf = (element: Element, what: string, owner: string): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { what, owner, left, top, right, bottom };
  };
  const seen = ({ left, top, right, bottom }: Box): boolean =>
    right > left &&
    right > map.left &&
    left < map.right &&
    bottom > map.top &&
    top < Math.min(map.bottom, innerHeight);
  const ownerOf = (element: Element): string =>
    (element.closest('[aria-label]') ?? element).getAttribute('aria-label') ?? '';

  // The box of an SVG text has room for all letters of its fonts; its letters are measured.
  const lettersOf = (text: SVGTextElement): Box => {
    const { fontWeight, fontStyle, fontFamily } = getComputedStyle(text);
    const matrix = text.getScreenCTM()!;
    const size = Number(text.getAttribute('font-size')) * matrix.d;
    ruler.font = `${fontStyle} ${fontWeight} 100px ${fontFamily}`;
    const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = ruler.measureText(
      text.textContent,
    );
    const y = Number(text.getAttribute('y')) * matrix.d + matrix.f;
    const box = boxOf(text, `“${text.textContent}”`, ownerOf(text));
    return { ...box, top: y - (up * size) / 100, bottom: y + (down * size) / 100 };
  };
  const names: Box[] = awake
    ? (window.writtenNames ?? []).map((one) => ({
        ...one,
        what: `“${one.name}”`,
        owner: one.name,
      }))
    : [...document.querySelectorAll<SVGTextElement>('svg.map-still text.label')]
        .filter((text) => !text.hasAttribute('transform'))
        .map(lettersOf);
  // The dots of stations that no report names are part of their line.
  const symbols = [
    ...document.querySelectorAll(
      awake
        ? '.map-live .pin:not(.pin-route) .pin-ring, .map-live .pin.is-quoted .pin-ring, .map-live .pin .pin-core'
        : 'svg.map-still circle.ring, svg.map-still circle.ring-quiet, svg.map-still circle.core',
    ),
  ].map((circle) => boxOf(circle, `the symbol of ${ownerOf(circle)}`, ownerOf(circle)));
  const parts = [
    ...document.querySelectorAll(
      '.map-tools, .legend, .map-credit, .map-scale, .dates-opener, .sheet, .explore',
    ),
  ].map((part) => boxOf(part, part.className, part.className));

  const AIR = 0.5;
  const meet = (a: Box, b: Box): boolean =>
    a.left < b.right - AIR &&
    b.left < a.right - AIR &&
    a.top < b.bottom - AIR &&
    b.top < a.bottom - AIR;
  const shown = names.filter(seen);
  const found: string[] = [];
  shown.forEach((name, i) => {
    for (const other of [...symbols.filter(seen), ...parts.filter(seen), ...shown.slice(i + 1)]) {
      const own = symbols.includes(other) && other.owner.startsWith(name.owner);
      if (!own && meet(name, other)) found.push(`${name.what} on ${other.what}`);
    }
  });
  // What opens the page lies clear of what lies over the map.
  for (const part of parts.filter(seen)) {
    for (const symbol of symbols.filter(seen)) {
      if (meet(part, symbol)) found.push(`${part.what} on ${symbol.what}`);
    }
  }
  if (shown.length === 0) found.push('no name at all');
  return found;
}
