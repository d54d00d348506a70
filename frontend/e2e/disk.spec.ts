import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

// A published folder, opened as a reader opens a file. Chromium gives it no script.
const folder = process.env.PUBLISHED_DIR ?? '';
test.skip(folder === '', 'PUBLISHED_DIR names no published folder.');
const at = (path: string): string => new URL(path, pathToFileURL(`${folder}/`)).href;

test('from a disk the page is there with its map, its style and its quotes', async ({ page }) => {
  const missing: string[] = [];
  page.on('requestfailed', (request) => missing.push(request.url()));
  await page.goto(at('index.html'));
  await expect(page.locator('svg.map-still')).toBeVisible();
  await expect(page.locator('#quotes .quote blockquote').first()).toBeVisible();
  await expect(page.locator('form.search')).toBeHidden();
  const panel = await page.locator('#panel').evaluate((element) => getComputedStyle(element));
  expect(panel.fontFamily).toContain('Noto Sans');
  // The one thing that a browser keeps from a page on a disk.
  expect(missing.filter((url) => !url.endsWith('.js'))).toEqual([]);
});

test('from a disk links open pages, not lists of files', async ({ page }) => {
  await page.goto(at('index.html'));
  await page.locator('a.feature[data-feature="sibi"]').first().click();
  await expect(page.locator('h1')).toHaveText('Sibi');
  await page.locator('.quote .source').first().click();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'report');
  await expect(page.locator('.quote:target')).toBeInViewport();
  await page.locator('.bar-lang').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ur');
  await page.locator('.bar-brand').click();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'home');
  expect(page.url()).toBe(at('ur/index.html'));
  await page.locator('svg.map-still a[href*="places/gwadar/"]').first().click();
  await expect(page.locator('#panel')).toHaveAttribute('data-id', 'gwadar');
});
