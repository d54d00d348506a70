import { expect, type Page } from '@playwright/test';
import { onMap, open, plain as test } from './site';

// What a layer states to a decimetre stands there on the map: seen as near as tiles of an operator let a reader come.

const SIBI = [67.877345, 29.543045] as const;
const CORNER = [67.876955, 29.543355] as const;

/** Pixels of the map a degree is wide, at the greatest zoom. */
const DEGREE = (256 * 2 ** 18) / 360;

/** Hands out the page with tiles, and layers with exact positions. */
async function openNear(page: Page, baseURL: string | undefined): Promise<void> {
  const home = (baseURL ?? '').replace(/\/?$/, '/');
  await page.route(home, async (route) => {
    const html = await (await route.fetch()).text();
    const tiles = '"tiles":{"url":"https://tiles.example/{z}/{x}/{y}.png","attribution":""}';
    await route.fulfill({ contentType: 'text/html', body: html.replace('"tiles":null', tiles) });
  });
  await page.route('https://tiles.example/**', (route) => route.abort());
  await page.route('**/layers/*.geojson', async (route) => {
    const layer = (await (await route.fetch()).json()) as {
      features: { properties: { id: string }; geometry: { coordinates: unknown } }[];
    };
    for (const { properties, geometry } of layer.features) {
      if (properties.id === 'sibi') geometry.coordinates = SIBI;
      if (properties.id === 'quetta-peshawar-line')
        geometry.coordinates = [[67.876, 29.543], CORNER, [67.8775, 29.5438]];
    }
    await route.fulfill({ json: layer });
  });
  await open(page, `/#map=18/${SIBI[1]}/${SIBI[0]}`);
}

/** The middle of the map, where the address points to. */
async function middle(page: Page): Promise<{ x: number; y: number }> {
  return page.locator('.map-live').evaluate((map) => {
    const { left, top, width, height } = map.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
}

/** Whether two places on the screen are at most a pixel apart, which is half a metre on the ground. */
function expectNear(a: { x: number; y: number }, b: { x: number; y: number }): void {
  expect(Math.abs(a.x - b.x)).toBeLessThanOrEqual(1);
  expect(Math.abs(a.y - b.y)).toBeLessThanOrEqual(1);
}

test('a symbol stands where its layer says, to the pixel', async ({ page, baseURL }) => {
  await openNear(page, baseURL);
  const box = await onMap(page, 'Sibi').boundingBox();
  if (!box) throw new Error('Sibi is not on the map.');
  expectNear({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, await middle(page));
});

test('a line runs where its layer says, to the pixel', async ({ page, baseURL }) => {
  await openNear(page, baseURL);
  const corners = await page
    .locator('path.shape-body[class*=of-route]')
    .first()
    .evaluate((element) => {
      const path = element as SVGPathElement;
      const matrix = path.getScreenCTM();
      return [...(path.getAttribute('d') ?? '').matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(
        ([, x, y]) => {
          const at = new DOMPoint(Number(x), Number(y)).matrixTransform(matrix ?? undefined);
          return { x: at.x, y: at.y };
        },
      );
    });
  const { x, y } = await middle(page);
  const stretch = 1 / Math.cos((SIBI[1] * Math.PI) / 180);
  const corner = corners[1];
  if (!corner) throw new Error('The line has no corner.');
  expectNear(corner, {
    x: x + (CORNER[0] - SIBI[0]) * DEGREE,
    y: y - (CORNER[1] - SIBI[1]) * DEGREE * stretch,
  });
});
