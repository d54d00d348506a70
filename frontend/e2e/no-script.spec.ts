import { expect, test } from '@playwright/test';

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
