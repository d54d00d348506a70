import { expect } from '@playwright/test';
import { onMap, open, plain as test } from './site';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('tiles of the operator replace the basemap', async ({ page, baseURL }) => {
  const home = (baseURL ?? '').replace(/\/?$/, '/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route(home, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const tiles = { url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: 'Example' };
    await route.fulfill({
      contentType: 'text/html',
      body: html.replace('"tiles":null', `"tiles":${JSON.stringify(tiles)}`),
    });
  });
  await page.route('https://tiles.example/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: PIXEL }),
  );
  await open(page, '/');
  await expect(onMap(page, 'Sibi')).toBeVisible();
  await expect(page.locator('img.leaflet-tile-loaded').first()).toBeAttached();
  await expect(page.locator('.map-credit')).toHaveText('Example');
  const hosts = new Set(asked.map((url) => new URL(url).host));
  expect([...hosts].sort()).toEqual([new URL(home).host, 'tiles.example'].sort());
  expect(asked.filter((url) => url.endsWith('.topojson'))).toEqual([]);
});
