import { expect } from '@playwright/test';
import { hashOf, middleOf, onMap, open, test } from './site';

// The catalog of src/test/resources/catalogs/chukotka, which lies across the antimeridian.
const address = process.env.SECOND_URL ?? '';
test.skip(address === '', 'SECOND_URL names no server of the second catalog.');
test.use({ baseURL: address });

test('both sides of the antimeridian are one map', async ({ page }) => {
  await open(page, '/');
  const anadyr = await middleOf(onMap(page, 'Анадырь'));
  const provideniya = await middleOf(onMap(page, 'Провидения'));
  const map = await middleOf(page.locator('#map'));
  // In degrees: Anadyr 177.5 E, Provideniya 173.2 W; the middle of the view is 180.
  expect(provideniya.x - anadyr.x).toBeGreaterThan(50);
  expect(provideniya.x - anadyr.x).toBeLessThan(500);
  expect(anadyr.x).toBeLessThan(map.x);
  expect(provideniya.x).toBeGreaterThan(map.x);
});

test('nothing jumps when the live map takes over from the still one', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.geojson', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/');
  const symbol = page.locator('svg.map-still a[href*="places/provideniya/"] .ring');
  const still = await middleOf(symbol);
  release();
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  const live = await middleOf(onMap(page, 'Провидения'));
  expect(Math.hypot(live.x - still.x, live.y - still.y)).toBeLessThan(2);
});

test('an area, a line and a bracket that were cut are drawn in one piece', async ({ page }) => {
  await open(page, '/');
  for (const shape of [
    'path.shape-shape[data-feature="ostrov-vrangelya"]',
    'path.shape-shape[data-feature="parom"]',
  ]) {
    const path = page.locator(`.map-live ${shape}`);
    expect((await path.getAttribute('d'))?.match(/M/g)).toHaveLength(1);
  }
  const bracket = page.locator('.map-live path.shape-bracket');
  expect((await bracket.getAttribute('d'))?.match(/M/g)).toHaveLength(1);
});

test('an address of either turn of the world shows the same map', async ({ page }) => {
  await open(page, '/#map=6.00/66.32/-179.12');
  const west = await middleOf(onMap(page, 'Эгвекинот'));
  expect(hashOf(page).get('map')).toMatch(/\/-179\.12/);
  await open(page, '/?#map=6.00/66.32/180.88');
  const east = await middleOf(onMap(page, 'Эгвекинот'));
  expect(Math.hypot(west.x - east.x, west.y - east.y)).toBeLessThan(2);
});

test('list, search and map lead to places, drawn or not', async ({ page }) => {
  await open(page, '/');
  await page.locator('.panel a[data-feature="propazha-zonda"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Пропажа метеозонда');
  await page.getByRole('combobox').fill('Kagyrgyn');
  await page.locator('.result').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Анадырь');
  await expect(onMap(page, 'Анадырь')).toHaveClass(/is-selected/);
  await onMap(page, 'Эгвекинот').click();
  await expect(page.locator('.panel h1')).toHaveText('Эгвекинот');
});

test('its other language and its empty layer are there', async ({ page }) => {
  await open(page, '/en/');
  await expect(onMap(page, 'Provideniya')).toBeInViewport();
  const notes = page.locator('.legend input[data-layer="notes"]');
  await notes.check();
  await expect(notes).toBeChecked();
  await expect.poll(() => hashOf(page).get('on')).toBe('notes');
});
