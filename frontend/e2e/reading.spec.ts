import { expect, type Request } from '@playwright/test';
import {
  clickMiddle,
  hashOf,
  middleOf,
  onMap,
  open,
  pathOf,
  plain,
  requestsFor,
  test,
} from './site';

test('a place on the map opens what was reported there', async ({ page }) => {
  await open(page, '/');
  await clickMiddle(page, onMap(page, 'Sibi'));
  await expect(page.locator('.panel h1')).toHaveText('Sibi');
  expect(pathOf(page)).toBe('/places/sibi/');
  await expect(page.locator('.panel .quote blockquote').first()).toBeVisible();
  await expect(onMap(page, 'Sibi')).toHaveClass(/is-selected/);
});

plain('a first visit weighs at most 220 KB', async ({ browser }) => {
  plain.skip(process.env.PUBLISHED_DIR !== undefined, 'a host answers with headers of its own');
  const context = await browser.newContext({ extraHTTPHeaders: { 'Accept-Encoding': 'gzip' } });
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto('/');
  await page.waitForSelector('html.is-awake', { state: 'attached' });
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  const bytes = sizes.map((size) => size.responseHeadersSize + size.responseBodySize);
  await context.close();
  expect(bytes.length).toBeGreaterThan(10);
  expect(bytes.reduce((total, some) => total + some, 0)).toBeLessThanOrEqual(220 * 1024);
});

test('a place in the list opens the same, with its words marked', async ({ page }) => {
  await open(page, '/');
  await page.locator('.panel a[data-feature="sibi-district"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText(/Sibi district/i);
  await expect(page.locator('.panel .quote mark').first()).toHaveText(/Sibi district/i);
});

test('a quote leads to its report, and back leads to the place', async ({ page }) => {
  await open(page, '/places/mushkaf/');
  await page.locator('.panel .quote .source').first().click();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'report');
  await expect(page.locator('.panel .quote.is-target')).toBeInViewport();
  await page.goBack();
  await expect(page.locator('.panel h1')).toHaveText('Mushkaf');
  await page.goForward();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'report');
});

test('pointing at a list entry shows its symbol, and the other way round', async ({ page }) => {
  await open(page, '/');
  const entry = page.locator('.panel a.feature[data-feature="gwadar"]').first();
  await entry.hover();
  await expect(onMap(page, 'Gwadar')).toHaveClass(/is-hot/);
  await page.locator('.bar-brand').hover();
  await expect(onMap(page, 'Gwadar')).not.toHaveClass(/is-hot/);
  await onMap(page, 'Peshawar').hover();
  await expect(page.locator('.panel a[data-feature="peshawar"]').first()).toHaveClass(/is-hot/);
});

test('the tabs show places, reports and quotes', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('tab', { name: /Reports/ }).click();
  await expect(page.locator('#reports')).toBeVisible();
  await expect(page.locator('#places')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#quotes .quote').first()).toBeVisible();
});

test('a deep link opens its place, its map and its layers', async ({ page }) => {
  await open(page, '/places/gwadar/#map=8.00/25.20/62.30&off=areas');
  await expect(page.locator('.panel h1')).toHaveText('Gwadar');
  await expect(onMap(page, 'Gwadar')).toBeInViewport();
  await expect(page.locator('.legend input[data-layer="areas"]')).not.toBeChecked();
  await expect(page.locator('.map-live path.shape-area')).toHaveCount(0);
});

test('layers switched off stand in the address and survive a reload', async ({ page }) => {
  await open(page, '/');
  await page.locator('.legend input[data-layer="places"]').uncheck();
  await expect(onMap(page, 'Gwadar')).toHaveCount(0);
  await expect.poll(() => hashOf(page).get('off')).toBe('places');
  await page.reload();
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  await expect(page.locator('.legend input[data-layer="places"]')).not.toBeChecked();
  await expect(onMap(page, 'Gwadar')).toHaveCount(0);
});

test('the map stands in the address once it is moved', async ({ page }) => {
  await open(page, '/');
  expect(hashOf(page).get('map')).toBeNull();
  await page.locator('[data-tool="zoomIn"]').click();
  await expect.poll(() => hashOf(page).get('map')).toMatch(/^\d+\.\d\d\/[\d.]+\/[\d.]+$/);
});

test('nothing jumps when the live map takes over from the still one', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.geojson', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  const symbol = page.locator('svg.map-still a[href*="places/gwadar/"] .ring');
  const still = await middleOf(symbol);
  release();
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  const live = await middleOf(onMap(page, 'Gwadar'));
  expect(Math.hypot(live.x - still.x, live.y - still.y)).toBeLessThan(2);
});

test('print shows the still map above the text', async ({ page }) => {
  await open(page, '/places/sibi/');
  await page.emulateMedia({ media: 'print' });
  // The width that is left of a sheet of A4.
  await page.setViewportSize({ width: 718, height: 1000 });
  await expect(page.locator('.map-still')).toBeVisible();
  await expect(page.locator('.map-live')).toBeHidden();
  const map = await page.locator('#map').boundingBox();
  const panel = await page.locator('#panel').boundingBox();
  expect(map?.width).toBe(718);
  expect(panel?.y).toBeGreaterThanOrEqual((map?.y ?? Infinity) + (map?.height ?? 0));
  await expect(page.locator('.actions').first()).toBeHidden();
  // Neither a quote nor, in other lists, a figure is cut at the end of a sheet.
  await expect(page.locator('#panel li').first()).toHaveCSS('break-inside', 'avoid');
});

test('a printed page says where it is from and whose map it is, with a scale, on light paper', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('dateline-theme', 'dark'));
  await open(page, '/');
  await page.locator('.panel a.feature').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Jaffar Express hijacking');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed')).toContainText('/places/jaffar-express-hijacking/');
  await expect(page.locator('.printed')).toContainText('Natural Earth; GeoNames (CC BY 4.0)');
  await expect(page.locator('.map-still .scale-bar')).toBeVisible();
  await expect(page.locator('.map-still .relief').first()).not.toHaveCSS('filter', /brightness/);
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
});

test('a dark embed prints light', async ({ page }) => {
  await page.goto('/embed/overview/dark/');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(25, 23, 21)');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(251, 249, 244)');
});

test('a page that is not there says so', async ({ page }) => {
  const response = await page.goto('/places/atlantis/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'error');
});

plain('no network and an error of the server are told apart', async ({ page, context }) => {
  await open(page, '/');
  await page.route(requestsFor('places/gwadar/'), (route) =>
    route.fulfill({ status: 503, body: '' }),
  );
  await page.locator('.panel a.feature[data-feature="gwadar"]').first().click();
  await expect(page.locator('.status')).toContainText('503');
  await page.unroute(requestsFor('places/gwadar/'));
  await context.setOffline(true);
  await page.locator('.panel a.feature[data-feature="peshawar"]').first().click();
  await expect(page.locator('.status')).toContainText('No network');
  await context.setOffline(false);
  await page.locator('.status button').click();
  await expect(page.locator('.panel h1')).toHaveText('Peshawar');
});
