import type { Browser, Page } from '@playwright/test';

/** A box in pixels of the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name and where it stands. */
export interface Name extends Box {
  readonly text: string;
}

/** What of a map can be compared, in pixels of the window. */
export interface Picture {
  readonly names: readonly Name[];
  readonly badges: readonly Box[];
  /** The rings and cores of symbols by feature: where, and their radii from the outside in. */
  readonly symbols: Readonly<Record<string, { x: number; y: number; radii: number[] }>>;
  /** What covers the map. */
  readonly controls: readonly Box[];
}

/** The same of a still map, with the box of its view. */
export interface StillPicture extends Picture {
  readonly view: Box;
}

/** Notes what is written on the canvas of names, before any script of the page runs. */
export function noteNames(): void {
  type Method = 'clearRect' | 'fillText' | 'roundRect';
  const drawing = CanvasRenderingContext2D.prototype as unknown as Record<
    Method,
    (...values: never[]) => void
  >;
  const notes = { names: [] as Name[], badges: [] as Box[] };
  Object.assign(globalThis, { notes });
  const listen = (
    method: Method,
    hear: (context: CanvasRenderingContext2D, ...values: never[]) => void,
  ): void => {
    const draw = drawing[method];
    drawing[method] = function (this: CanvasRenderingContext2D, ...values: never[]): void {
      if (this.canvas.closest('.leaflet-labels-pane')) hear(this, ...values);
      draw.apply(this, values);
    };
  };
  listen('clearRect', () => {
    notes.names = [];
    notes.badges = [];
  });
  listen('fillText', (context, text: string, x: number, y: number) => {
    // The numbers on badges stand about their middle.
    if (context.textBaseline === 'middle') return;
    notes.names.push({ text, x, y: y - 10, width: context.measureText(text).width, height: 12 });
  });
  listen('roundRect', (_, x: number, y: number, width: number, height: number) => {
    notes.badges.push({ x, y, width, height });
  });
}

/** What the awake map shows, on a page that notes names. */
export async function awake(page: Page): Promise<Picture> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const { notes } = globalThis as unknown as { notes: { names: Name[]; badges: Box[] } };
    const canvas = document.querySelector('.leaflet-labels-pane canvas')?.getBoundingClientRect();
    const shift = <T extends Box>(box: T): T => ({
      ...box,
      x: box.x + (canvas?.x ?? 0),
      y: box.y + (canvas?.y ?? 0),
    });
    const symbols: Record<string, { x: number; y: number; radii: number[] }> = {};
    for (const pin of document.querySelectorAll<HTMLElement>('.map-live .pin.is-quoted')) {
      const box = pin.getBoundingClientRect();
      const circles = [...pin.querySelectorAll('.pin-ring, .pin-core')].filter(
        (circle) => getComputedStyle(circle).display !== 'none',
      );
      symbols[pin.dataset.feature ?? ''] = {
        x: box.x + box.width / 2,
        y: box.y + box.height / 2,
        radii: circles.map((circle) => Number(circle.getAttribute('r'))),
      };
    }
    const over = '.map-tools, .map-corner, .timeline, .map-credit, .map-scale, .panel, .topbar';
    const controls = [...document.querySelectorAll(over)].map((one): Box => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x, y, width, height };
    });
    return {
      names: notes.names.map(shift),
      badges: notes.badges.map(shift),
      symbols,
      controls,
    };
  });
}

/** The still map; which group of an embed's two is on, its visibility says. */
async function asleep(page: Page): Promise<StillPicture> {
  return page.evaluate(() => {
    const map = document.querySelector<SVGSVGElement>('svg.map-still');
    const matrix = map?.getScreenCTM();
    if (!map || !matrix) throw new Error('There is no still map.');
    const boxOf = (element: Element): Box => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    const seen = (element: Element): boolean => boxOf(element).width > 0;
    const symbols: Record<string, { x: number; y: number; radii: number[] }> = {};
    for (const mark of map.querySelectorAll<SVGElement>('a.mark')) {
      const circles = [...mark.querySelectorAll('circle.ring, circle.core')].filter(seen);
      const first = circles[0] && boxOf(circles[0]);
      if (first) {
        symbols[mark.dataset.feature ?? ''] = {
          x: first.x + first.width / 2,
          y: first.y + first.height / 2,
          radii: circles.map((circle) => Number(circle.getAttribute('r')) * matrix.a),
        };
      }
    }
    const { x, y, width, height } = map.viewBox.baseVal;
    return {
      names: [...map.querySelectorAll('.label')]
        .filter(seen)
        .map((label) => ({ text: label.textContent, ...boxOf(label) })),
      badges: [...map.querySelectorAll<SVGRectElement>('.badge, .badge-strong')]
        .filter(seen)
        .map((badge) => ({
          ...boxOf(badge),
          width: badge.width.baseVal.value * matrix.a,
          height: badge.height.baseVal.value * matrix.a,
        })),
      symbols,
      controls: [],
      view: {
        x: matrix.a * x + matrix.e,
        y: matrix.d * y + matrix.f,
        width: matrix.a * width,
        height: matrix.d * height,
      },
    };
  });
}

/** The still map as a reader without script sees it. */
export async function withoutScript(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
): Promise<StillPicture> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: size });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  const picture = await asleep(page);
  await context.close();
  return picture;
}
