import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { hashOf, middleOf, open, test } from './site';

// The catalog of src/test/java/org/dateline/LargeCatalog.java: 3 000 records between Anadyr and Pevek, a tenth of them on
// one spot, at 172.5 E, 65.25 N.
const address = process.env.LARGE_URL ?? '';
test.skip(address === '', 'LARGE_URL names no server of a catalog with a large layer.');
test.use({ baseURL: address });

const SPOT = { lat: 65.25, lng: 172.5 };

/** Opens the map there, and waits until the panel says what is in view. */
async function openAt(page: Page, zoom: number): Promise<void> {
  // With a query of its own each time: another fragment alone would be no new page.
  await open(page, `/en/?${zoom}#map=${zoom.toFixed(2)}/${SPOT.lat}/${SPOT.lng}`);
  await expect(page.locator('.in-view')).toHaveText(/part of the map/);
}

/** The middle of the map, where that spot is. */
async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.map-live').boundingBox();
  if (!box) throw new Error('There is no map.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function tipAt(page: Page, x: number, y: number): Promise<string> {
  await page.mouse.move(x - 3, y - 3);
  await page.mouse.move(x, y);
  const tip = page.locator('.map-tip');
  return (await tip.isVisible()) ? ((await tip.textContent()) ?? '') : '';
}

const countOf = (text: string | null): number => Number((text ?? '').replace(/\D/g, ''));

test('records are marks with their number, and the panel says how many are in view', async ({
  page,
}) => {
  await open(page, '/en/');
  await expect(page.locator('.in-view')).toHaveText(/[\d,]+ records in this part of the map/);
  // All that lie somewhere; sixty lie nowhere.
  expect(countOf(await page.locator('.in-view').textContent())).toBe(2940);
  await expect(page.locator('.legend')).toContainText('3,000');
  await expect(page.locator('a[href*="seen-"]')).toHaveCount(0);

  await openAt(page, 9);
  const { x, y } = await middle(page);
  await expect.poll(() => tipAt(page, x, y)).toMatch(/^\d+ records/);
});

test('records lie on the ground and below quoted places and names', async ({ page }) => {
  await open(page, '/en/');
  await expect(page.locator('.in-view')).toHaveText(/records/);
  const order = await page.evaluate(() =>
    [...document.querySelectorAll('.map-live .leaflet-map-pane > .leaflet-pane')]
      .map((pane) => ({
        name: /leaflet-(\S+)-pane/.exec(pane.className)?.[1] ?? '',
        depth: Number(getComputedStyle(pane).zIndex),
      }))
      .sort((a, b) => a.depth - b.depth)
      .map(({ name }) => name),
  );
  const at = order.indexOf('records');
  expect(order.slice(0, at)).toEqual(expect.arrayContaining(['land', 'relief', 'lines']));
  expect(order.slice(at)).toEqual(expect.arrayContaining(['shapes', 'labels', 'marker']));
});

test('a click on a mark of several zooms in until they are apart, or lists them', async ({
  page,
}) => {
  await openAt(page, 5);
  const { x, y } = await middle(page);
  await expect.poll(async () => countOf(await tipAt(page, x, y))).toBeGreaterThan(300);
  await page.mouse.click(x, y);
  await expect.poll(() => Number(hashOf(page).get('map')?.split('/')[0])).toBeGreaterThan(5.4);
  await expect(page.locator('.panel')).toHaveAttribute('data-page', 'home');

  // Those on one spot cannot be told apart, however near one comes.
  await openAt(page, 15);
  await page.mouse.click(x, y);
  await expect(page.locator('.panel')).toHaveAttribute('data-page', 'records');
  await expect(page.locator('.record-list h2')).toHaveText(/^\d+ records$/);
  expect(countOf(await page.locator('.record-list h2').textContent())).toBeGreaterThanOrEqual(294);
});

test('a click on a record opens its page, and the map shows where it is', async ({ page }) => {
  await open(page, '/en/records/observations/seen-1/');
  await expect(page.locator('.panel h1')).toHaveText('Observation 1');
  await page.getByRole('link', { name: 'All records: Observations' }).click();
  await expect(page.locator('.record-list')).toBeVisible();
  await page.locator('a.record').nth(2).click();
  await expect(page.locator('.panel h1')).toHaveText('Observation 2');
  const at = await page.locator('.location').getAttribute('data-at');
  const [lng = 0, lat = 0] = (at ?? '').split(',').map(Number);

  // Alone at this zoom: the click is on itself.
  await open(page, `/en/?#map=13.00/${lat}/${lng}`);
  await expect(page.locator('.in-view')).toHaveText(/part of the map/);
  const { x, y } = await middle(page);
  await expect.poll(() => tipAt(page, x, y)).toContain('Observation 2 ');
  await page.mouse.click(x, y);
  await expect(page.locator('.panel h1')).toHaveText('Observation 2');
  await expect(page).toHaveURL(/\/en\/records\/observations\/seen-2\//);
  await page.goBack();
  await expect(page.locator('.panel')).toHaveAttribute('data-page', 'home');
});

test('the list of what is in view follows the map and the timeline', async ({ page }) => {
  await openAt(page, 8);
  const inView = page.locator('.in-view a');
  const all = countOf(await inView.textContent());
  await inView.click();
  const heading = page.locator('.record-list h2');
  // Across the edge of the map lie some of which the map and the server may think otherwise.
  await expect.poll(async () => countOf(await heading.textContent())).toBeGreaterThan(all * 0.98);
  const listed = countOf(await heading.textContent());
  expect(listed).toBe(all);

  // The quotes of 13 February stand in the second column.
  await page.locator('.date-column').nth(1).click();
  await expect(page).toHaveURL(/datetime=2024-02-13/);
  await expect(heading).not.toHaveText(`${listed} records`);
  const then = countOf(await heading.textContent());
  expect(then).toBeGreaterThan(0);
  expect(then).toBeLessThan(all / 2);
  await expect(page.locator('.record .feature-kind').first()).toContainText('13 February 2024');

  await page.locator('.back a').click();
  const inViewNow = async (): Promise<number> =>
    countOf(await page.locator('.in-view').textContent());
  await expect.poll(inViewNow).toBe(then);
  await page.locator('.dates-clear').click();
  await expect.poll(inViewNow).toBe(all);
});

test('the timeline offers the dates of the records that are shown', async ({ page }) => {
  await open(page, '/en/');
  const columns = page.locator('.timeline [role=option]');
  const alone = page.locator('.timeline [role=option][title="15 February 2024, 750 records"]');
  await expect(alone).toBeVisible();
  await expect(columns.nth(1)).toHaveAttribute('title', '13 February 2024, 1 quote, 750 records');
  // No quote is of that day.
  await columns.first().focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  await expect(page).toHaveURL(/time=2024-02-15/);
  await expect(page.locator('.dates-status')).toContainText('0 of 10 quotes, 750 records');
  const inView = page.locator('.in-view');
  await expect.poll(async () => countOf(await inView.textContent())).toBeLessThan(751);
  await page.locator('.dates-clear').click();
  await page.locator('.legend input[data-layer="observations"]').uncheck();
  await expect(alone).toHaveCount(0);
  await expect(page.locator('.dates-status')).toContainText('10 quotes');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a touch on a date of the timeline shows the records of that day, in tiles too', async ({
    page,
  }) => {
    await open(page, '/en/');
    await page.getByRole('button', { name: 'Dates', exact: true }).tap();
    const column = page.locator('.timeline [role=option][title="15 February 2024, 750 records"]');
    const tiles = page.waitForResponse(/tiles.*2024-02-15/);
    const { x, y } = await middleOf(column);
    await page.touchscreen.tap(x, y);
    expect((await tiles).ok()).toBe(true);
    await expect(column).toHaveAttribute('aria-selected', 'true');
    await expect(page).toHaveURL(/time=2024-02-15/);
    await expect(page.locator('.dates-status')).toContainText('0 of 10 quotes, 750 records');
    await page.locator('.dates-clear').tap();
    await expect(page.locator('.dates-status')).toContainText('2,250 records');
  });
});

test('a layer that is switched off asks for no tile and shows none', async ({ page }) => {
  await open(page, '/en/');
  await page.locator('.legend input[data-layer="observations"]').uncheck();
  await expect(page.locator('.in-view')).toBeHidden();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/tiles/')) asked.push(request.url());
  });
  await page.locator('.map-tools button').first().click();
  await expect.poll(() => hashOf(page).get('map')).not.toBeNull();
  await page.waitForTimeout(600);
  expect(asked).toEqual([]);
  await page.locator('.legend input[data-layer="observations"]').check();
  await expect(page.locator('.in-view')).toBeVisible();
});

test("the list of a layer's records switches the layer on, and the map shows where they are", async ({
  page,
}) => {
  await open(page, '/en/records/observations/#off=observations&map=9.00/20/-60');
  await expect(page.locator('.legend input[data-layer="observations"]')).toBeChecked();
  // An address with a position keeps it; a link moves the map.
  await page.locator('.back a').click();
  await expect(page.locator('.panel')).toHaveAttribute('data-page', 'home');
  await page.locator('.legend input[data-layer="observations"]').uncheck();
  await page.getByRole('link', { name: /List of all/ }).click();
  await expect(page.locator('.record-list')).toBeVisible();
  await expect(page.locator('.legend input[data-layer="observations"]')).toBeChecked();
  await expect.poll(() => Number(hashOf(page).get('map')?.split('/')[1])).toBeGreaterThan(60);
});

for (const scheme of ['light', 'dark'] as const) {
  for (const path of ['/en/', '/en/records/observations/', '/en/records/observations/seen-0/']) {
    test(`axe finds nothing on ${path}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await open(page, path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    });
  }
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the home page leads to the list, the list to records and on', async ({ page }) => {
    await page.goto('/en/');
    await page.getByRole('link', { name: 'List of all 3,000 records' }).click();
    await expect(page.locator('.record')).toHaveCount(50);
    await page.getByRole('link', { name: 'Next records' }).click();
    await page.locator('.record').first().click();
    await expect(page.locator('h1')).toHaveText('Observation 50');
    await expect(page.locator('blockquote')).toHaveText('Word for word 50.');
    await page.getByRole('link', { name: 'Русский' }).click();
    await expect(page.locator('h1')).toHaveText('Наблюдение 50');
  });
});
