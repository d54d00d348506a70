import { expect, type Page } from '@playwright/test';
import { onMap, open, test } from './site';

async function tabTo(page: Page, matches: string, limit = 150): Promise<void> {
  for (let i = 0; i < limit; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), matches))
      return;
  }
  throw new Error(`Tab does not reach ${matches}.`);
}

test('points, lines and areas are reached with Tab and opened with Enter or Space', async ({
  page,
}) => {
  await open(page, '/');
  await page.locator('.map-live').focus();
  await tabTo(page, '.pin[data-feature="sibi"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('.panel h1')).toHaveText('Sibi');
  await expect(page.locator('#panel')).toBeFocused();
  await page.locator('.map-live').focus();
  await tabTo(page, 'path[data-feature="balochistan"]');
  await page.keyboard.press('Space');
  await expect(page.locator('.panel h1')).toHaveText('Balochistan');
});

test('what has the focus is named and shown', async ({ page }) => {
  await open(page, '/');
  await onMap(page, 'Sibi').focus();
  await expect(onMap(page, 'Sibi')).toHaveAttribute('aria-label', /^Sibi, .+, \d+ quotes?$/);
  await expect(onMap(page, 'Sibi')).toHaveClass(/is-hot/);
});

test('the skip link leads to the text', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#panel')).toBeFocused();
});

test('the theme goes from device to light to dark and is kept', async ({ page }) => {
  await open(page, '/');
  const button = page.locator('.bar-theme');
  await button.click();
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
