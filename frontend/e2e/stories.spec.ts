import { expect } from '@playwright/test';
import { onMap, open, plain, test } from './site';

// Two stories that can be shown, chukotka and flood, and one that cannot, on one server.
const address = process.env.STORIES_URL ?? '';
const skipped = 'STORIES_URL names no server of many stories.';
test.skip(address === '', skipped);
test.use({ baseURL: address });

test('list and map lead to the same stories, and each story leads back', async ({ page }) => {
  await open(page, '/');
  await expect(page.locator('.stories h2')).toHaveText([
    'The flood at Lower Vale',
    'Winter road and ferry (invented for the tests)',
    'broken',
  ]);
  await expect(page.locator('.is-broken a')).toHaveCount(0);
  await onMap(page, 'The flood at Lower Vale').click();
  await expect(page.locator('.panel h1')).toHaveText('The flood at Lower Vale');
  await page.locator('.story-open a').click();
  await expect(page).toHaveURL(`${address}/flood/`);
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  await page.locator('.panel a', { hasText: 'All stories' }).click();
  await expect(page).toHaveURL(`${address}/`);
});

test('a story is found and opened with the keyboard alone', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('/');
  await expect(page.locator('form.search input')).toBeFocused();
  await page.keyboard.type('Эгвекинот');
  await page.keyboard.press('Enter');
  const place = page.locator('.story-hits a').first();
  await expect(place).toHaveText('Egvekinot');
  while (!(await place.evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/chukotka\/en\/places\/egvekinot\/$/);
  await expect(page.locator('.panel h1')).toHaveText('Egvekinot');
});

test('a story on the map of an embed leads to its pages', async ({ page }) => {
  await page.setExtraHTTPHeaders({ 'Accept-Encoding': 'gzip' });
  const answer = await page.goto('/embed/stories/');
  // What an embed may weigh.
  expect(await answer?.headerValue('content-encoding')).toBe('gzip');
  expect(Number(await answer?.headerValue('content-length'))).toBeLessThanOrEqual(60_000);
  await page.locator('.map a[href="#at-flood"]:visible').click();
  const link = page.locator('.answer a', { hasText: 'The flood at Lower Vale' });
  const opened = page.waitForEvent('popup');
  await link.click();
  await expect(await opened).toHaveURL(`${address}/flood/`);
});

plain.describe('without script', () => {
  plain.skip(address === '', skipped);
  plain.use({ baseURL: address, javaScriptEnabled: false });

  plain('the list has its map, its search and its other languages', async ({ page }) => {
    await page.goto('/');
    await page.locator('svg.map-still a[href="places/flood/"]').click();
    await expect(page.locator('.panel h1')).toHaveText('The flood at Lower Vale');
    await page.locator('form.search input').fill('Lower Vale');
    await page.keyboard.press('Enter');
    await expect(page.locator('.story')).toHaveCount(1);
    const quote = page.locator('.story-quotes a').first();
    const words = await quote.textContent();
    // In its first line: the middle may lie between two.
    await quote.click({ position: { x: 20, y: 8 } });
    await expect(page).toHaveURL(/\/flood\/reports\/[^/]+\/#/);
    await expect(page.locator('.quote:target')).toContainText(words ?? '');
    await page.goto('/ur/');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await page.locator('.stories h2 a').first().click();
    await expect(page).toHaveURL(`${address}/flood/ur/`);
  });
});
