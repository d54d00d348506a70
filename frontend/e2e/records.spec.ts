import { expect, type Page } from '@playwright/test';
import { open, test } from './site';

// Pictures of records on their canvas, below e2e/golden; src/test/sh/rewrite-golden.sh takes them anew. The catalog is that
// of src/test/java/org/dateline/LargeCatalog.java, with an area, a line and a stretch of one, large and small.

const large = process.env.LARGE_URL ?? '';
test.skip(large === '', 'LARGE_URL names no server of a catalog with a large layer.');
// The site's policy would refuse the style that hides what is over the map.
test.use({ baseURL: large, bypassCSP: true });

async function compare(page: Page, name: string, path: string): Promise<void> {
  await page.setViewportSize({ width: 900, height: 600 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // What stands in the tiles is drawn as they come, and the first ones take a while.
  const tile = page.waitForResponse(/\/tiles\//, { timeout: 30_000 });
  await open(page, path);
  await tile;
  await page.waitForLoadState('networkidle');
  await expect(page.locator('#map')).toHaveScreenshot(`${name}.png`, {
    stylePath: 'e2e/records.css',
    animations: 'disabled',
    // A casing differs little from the ground.
    threshold: 0.03,
    maxDiffPixels: 10,
  });
}

test('each location class has its symbol on the canvas', async ({ page }) => {
  await compare(page, 'records-classes', '/en/#map=10/62.4/170.4');
});

test('a record stands where its layer says, as near as one can come', async ({ page }) => {
  await compare(page, 'records-near', '/en/#map=15/64.52805/175.32385');
});

test('a record whose page is open is emphasised', async ({ page }) => {
  await compare(page, 'records-open', '/en/records/observations/seen-108/#map=10/62.4/170.4');
});
