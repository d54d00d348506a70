import { expect, type Locator, type Page } from '@playwright/test';
import { onMap, open, test } from './site';

// What lies over the map leaves the places in sight, and its own parts apart.

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(target: Locator): Promise<Box> {
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return box;
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The middles of the symbols of all places with quotes. */
async function symbols(page: Page): Promise<Box[]> {
  return page.locator('.map-live .pin.is-quoted').evaluateAll((pins) =>
    pins.map((pin) => {
      const { x, y, width, height } = pin.getBoundingClientRect();
      return { x: x + width / 2 - 6, y: y + height / 2 - 6, width: 12, height: 12 };
    }),
  );
}

/** Points along the railway, close together. */
async function railway(page: Page): Promise<Box[]> {
  return page.locator('.map-live path.shape-body').evaluateAll((paths: SVGPathElement[]) =>
    paths.flatMap((path) => {
      const onScreen = path.getScreenCTM();
      return Array.from({ length: Math.floor(path.getTotalLength() / 4) }, (_, i) => {
        const { x, y } = path.getPointAtLength(i * 4).matrixTransform(onScreen ?? undefined);
        return { x, y, width: 1, height: 1 };
      });
    }),
  );
}

for (const language of ['', '/ur']) {
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
    [820, 1180],
    [820, 600],
    [390, 844],
    [360, 640],
  ] as const) {
    test(`nothing covers a place or the railway that ${language}/ opens with at ${width} x ${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await open(page, `${language}/`);
      const parts = page.locator('.map-tools, .legend, .map-credit, .sheet, .dates-opener');
      const places = await symbols(page);
      const line = await railway(page);
      expect(places.length).toBeGreaterThan(6);
      expect(line.length).toBeGreaterThan(20);
      for (const part of await parts.all()) {
        if (!(await part.isVisible())) continue;
        const box = await part.boundingBox();
        if (!box) continue;
        const under = [...places, ...line].filter((place) => meet(place, box));
        expect(under, (await part.getAttribute('class')) ?? '').toEqual([]);
      }
    });
  }
}

for (const [width, height] of [
  [640, 360],
  [320, 180],
  [320, 256],
  [844, 390],
  [1280, 360],
] as const) {
  test(`no button of the map lies beneath anything at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, '/');
    for (const button of await page.locator('.map-tools button').all()) {
      await button.scrollIntoViewIfNeeded();
      await button.click({ trial: true, timeout: 20_000 });
    }
    const legend = page.locator('.map-tools [data-tool=legend]');
    if ((await legend.getAttribute('aria-expanded')) === 'false') await legend.click();
    await expect(page.locator('.legend')).toBeVisible();
    for (const button of await page.locator('.map-tools button').all())
      await button.click({ trial: true, timeout: 20_000 });
  });
}

for (const [width, height] of [
  [1280, 720],
  [390, 844],
] as const) {
  test(`an incident opens where its circle can be seen at ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, '/places/jaffar-express-hijacking/');
    const circle = await boxOf(
      page.locator('.map-live path.shape-radius[data-feature="jaffar-express-hijacking"]'),
    );
    expect(circle.width).toBeGreaterThan(40);
    const map = await boxOf(page.locator('#map'));
    const sheet = width < 720 ? await boxOf(page.locator('.sheet')) : null;
    const bottom = sheet ? sheet.y : map.y + map.height;
    expect(circle.x).toBeGreaterThan(map.x);
    expect(circle.y).toBeGreaterThan(map.y);
    expect(circle.x + circle.width).toBeLessThan(map.x + map.width);
    expect(circle.y + circle.height).toBeLessThan(bottom);
  });
}

test('the map moves to an incident that lies beneath a control', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Sibi lies beneath the buttons.
  await open(page, '/#map=7.00/29.0/64.0');
  await page.locator('.panel a[href*="places/sibi/"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Sibi');
  const pin = await boxOf(onMap(page, 'Sibi'));
  expect(meet(pin, await boxOf(page.locator('.map-tools')))).toBe(false);
  expect(pin.x).toBeLessThan(1220);
});

test('the legend counts the places that the lists count', async ({ page }) => {
  await open(page, '/');
  const counts = await page.locator('.legend-count').allTextContents();
  const sum = counts.reduce((total, count) => total + Number(count), 0);
  expect(String(sum)).toBe(await page.locator('.tabs a[href="#places"] b').textContent());
});

test('the legend draws a railway as the map does', async ({ page }) => {
  await open(page, '/');
  const sample = page.locator('.legend label:has([data-layer="rail-route"]) svg path');
  const dashes = await sample.evaluateAll((parts) =>
    parts.map((part) => part.getAttribute('stroke-dasharray')),
  );
  expect(dashes).toEqual([null, '9 6']);
});
