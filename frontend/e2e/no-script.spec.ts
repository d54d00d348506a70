import { expect } from '@playwright/test';
import { plain as test } from './site';

test.use({ javaScriptEnabled: false });

test('the map and all quotes are there', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('svg.map-still')).toBeVisible();
  await expect(page.locator('svg.map-still a').first()).toBeVisible();
  const quotes = page.locator('#quotes .quote');
  expect(await quotes.count()).toBeGreaterThan(20);
  for (const quote of (await quotes.all()).slice(0, 5)) await expect(quote).toBeVisible();
  await expect(page.locator('form.search')).toBeHidden();
});

test('a place is a page of its own', async ({ page }) => {
  await page.goto('/');
  await page.locator('a.feature[data-feature="sibi-district"]').first().click();
  await expect(page.locator('h1')).toHaveText(/Sibi district/i);
  await expect(page.locator('mark').first()).toBeVisible();
});

test('on a phone the names on the map are large enough to read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const name = page.locator('svg.map-still a.mark[href*="places/sibi/"] .label');
  await expect(name).toBeInViewport();
  const height = (await name.boundingBox())?.height ?? 0;
  expect(height).toBeGreaterThan(11);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
