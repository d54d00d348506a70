import { expect } from '@playwright/test';
import { clickMiddle, onMap, open, plain, test } from './site';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('the panel is a sheet with three stops', async ({ page }) => {
  await open(page, '/');
  const sheet = page.locator('.sheet');
  const handle = page.locator('.sheet-handle');
  await expect(sheet).toHaveAttribute('data-stop', 'half');
  await handle.click();
  await expect(sheet).toHaveAttribute('data-stop', 'full');
  await handle.press('ArrowDown');
  await handle.press('ArrowDown');
  await expect(sheet).toHaveAttribute('data-stop', 'peek');
  await handle.press('Enter');
  await expect(sheet).toHaveAttribute('data-stop', 'half');
});

test('the sheet is dragged', async ({ page }) => {
  await open(page, '/');
  const box = await page.locator('.sheet-handle').boundingBox();
  if (!box) throw new Error('There is no handle.');
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(x, 300, { steps: 5 });
  await page.mouse.move(x, 90, { steps: 8 });
  await page.mouse.up();
  await expect(page.locator('.sheet')).toHaveAttribute('data-stop', 'full');
});

test('the map is drawn as far as the sheet lets it be seen', async ({ page }) => {
  await open(page, '/');
  const bottomOf = (selector: string) => async (): Promise<number> => {
    const box = await page.locator(selector).first().boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  const ground = bottomOf('.leaflet-lines-pane canvas');
  const map = await bottomOf('.map-live')();
  const handle = await page.locator('.sheet-handle').boundingBox();
  const { x = 0, y = 0, width = 0 } = handle ?? {};
  // A slow phone draws nothing that lies beneath the sheet, but all around its round corners.
  expect(await ground()).toBeLessThan(map - 200);
  expect(await ground()).toBeGreaterThan(y + 16);
  // While it is dragged, nobody knows how far.
  await page.mouse.move(x + width / 2, y + 14);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 60, { steps: 4 });
  await expect.poll(ground).toBeGreaterThanOrEqual(map);
  await page.mouse.up();
  // Moving the sheet by its button draws the map, too.
  await page.locator('.sheet-handle').press('ArrowDown');
  await expect(page.locator('.sheet')).toHaveAttribute('data-stop', 'peek');
  await expect.poll(ground).toBeGreaterThan(map - 92 + 16);
});

test('a place on the map opens above it', async ({ page }) => {
  await open(page, '/');
  await clickMiddle(page, onMap(page, 'Gwadar'));
  await page.locator('.map-choice button:has(b:text-is("Gwadar"))').click();
  await expect(page.locator('.panel h1')).toHaveText('Gwadar');
  const sheet = await page.locator('.sheet').boundingBox();
  const pin = await onMap(page, 'Gwadar').boundingBox();
  expect((pin?.y ?? Infinity) + 15).toBeLessThan(sheet?.y ?? 0);
});

test('tabs of the longest words stand in one line', async ({ page }) => {
  await open(page, '/');
  const rows = await page.locator('.tabs a').evaluateAll((tabs) => {
    const words = ['Місця 12', 'Числа 21', 'Повідомлення 5', 'Цитати 34'];
    tabs.forEach((tab, i) => tab.replaceChildren(words[i] ?? ''));
    return new Set(tabs.map((tab) => tab.getBoundingClientRect().top)).size;
  });
  expect(rows).toBe(1);
});

test('nothing is wider than the screen', async ({ page }) => {
  await open(page, '/');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

plain(
  'the page is laid out for its script before that arrives, and without it if it fails',
  async ({ page }) => {
    let fail = (): void => undefined;
    const failed = new Promise<void>((resolve) => (fail = resolve));
    await page.route(/assets\/main-.*\.js/, async (route) => {
      await failed;
      await route.abort();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await expect(page.locator('#places')).toBeVisible();
    await expect(page.locator('#claims')).toBeHidden();
    fail();
    await expect(page.locator('#claims')).toBeVisible();
    await expect(page.locator('html')).not.toHaveClass(/js/);
  },
);
