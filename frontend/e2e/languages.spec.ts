import { expect } from '@playwright/test';
import { hashOf, onMap, open, pathOf, test } from './site';

test('Urdu runs from right to left', async ({ page }) => {
  await open(page, '/ur/');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const panel = await page.locator('#panel').boundingBox();
  const map = await page.locator('#map').boundingBox();
  expect(panel?.x).toBeGreaterThan(map?.x ?? Infinity);
  const tools = await page.locator('.map-tools').boundingBox();
  expect(tools?.x).toBeLessThan(60);
});

test('the font of one language is not fetched for a page in another', async ({ page }) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url());
  });
  await open(page, '/');
  await page.waitForLoadState('networkidle');
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((url) => url.includes('nastaliq'))).toEqual([]);
  await open(page, '/ur/');
  await expect.poll(() => fonts.filter((url) => url.includes('nastaliq'))).toHaveLength(1);
});

test('the other language shows the same page and the same map', async ({ page }) => {
  await open(page, '/places/sibi/#map=8.00/29.60/67.80');
  await page.locator('.bar-lang').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ur');
  expect(pathOf(page)).toBe('/ur/places/sibi/');
  expect(hashOf(page).get('map')).toBe('8.00/29.600/67.800');
  await expect(page.locator('blockquote').first()).toHaveAttribute('dir', 'ltr');
});

test('the language link follows the panel', async ({ page }) => {
  await open(page, '/');
  await page.locator('.panel a.feature[data-feature="gwadar"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Gwadar');
  await page.locator('.bar-lang').click();
  await expect.poll(() => pathOf(page)).toBe('/ur/places/gwadar/');
});

test('places are named in Urdu, and open in Urdu', async ({ page }) => {
  await open(page, '/ur/');
  await page.locator('.panel a.feature[data-feature="sibi"]').first().click();
  await expect.poll(() => pathOf(page)).toBe('/ur/places/sibi/');
  await expect(onMap(page, 'سبی')).toHaveClass(/is-selected/);
});

const everyLanguage = process.env.LANGUAGES_URL ?? '';

test.describe('on a phone of 360 pixels', () => {
  test.skip(everyLanguage === '', 'LANGUAGES_URL names no server of a catalog in every language.');
  test.use({ baseURL: everyLanguage, viewport: { width: 360, height: 740 } });

  // Those of the interface; the first is the catalog's own and has no folder.
  const folders = '/ /en/ /uk/ /ur/ /fr/ /ar/ /pt-BR/ /de/ /ru/ /tr/ /hi/ /fa/ /bn/ /ps/ /zh-Hans/';
  for (const folder of folders.split(' ')) {
    test(`nothing of ${folder} reaches beyond the screen`, async ({ page }) => {
      for (const path of ['', 'claims/heridos/']) {
        await page.goto(folder + path);
        await expect(page.locator('.bar-theme')).toBeVisible();
        const wider = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('.bar, .bar > *, #panel')]
            .filter((box) => box.scrollWidth > box.clientWidth)
            .map((box) => `${box.className || box.tagName}: ${box.scrollWidth}`),
        );
        expect(wider).toEqual([]);
      }
      // The search has room for what one types, and the tools, the timeline and the embed builder stay on the screen.
      await page.goto(folder);
      await expect(page.locator('.map-live')).toBeVisible();
      await page.locator('.map-tools button').last().click();
      await expect(page.locator('.builder')).toBeVisible();
      expect((await page.locator('.bar .search').boundingBox())?.width).toBeGreaterThan(90);
      const beyond = await page.evaluate(() =>
        [...document.querySelectorAll('.bar *, .map-tools *, .timeline *, .builder *')]
          .filter((part) => part.getClientRects().length > 0 && !part.closest('.sr-only'))
          .filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            return right > left && (left < -1 || right > innerWidth + 1);
          })
          .map((part) => `${part.tagName} ${part.className}`),
      );
      expect(beyond).toEqual([]);
    });
  }
});
