import { expect, type Page } from '@playwright/test';
import { open, test } from './site';

// The awake map as pictures, below e2e/golden. src/test/sh/rewrite-golden.sh takes them anew.

// The site's policy would refuse the style that hides what is over the map.
test.use({ bypassCSP: true });

const second = process.env.SECOND_URL ?? '';
const large = process.env.LARGE_URL ?? '';

/** Holds what is drawn on the map against its picture; a ring that is two pixels wider is more than it lets pass. */
async function compare(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator('#map')).toHaveScreenshot(`${name}.png`, {
    stylePath: 'e2e/golden.css',
    animations: 'disabled',
    threshold: 0.1,
    maxDiffPixels: 40,
  });
}

const views = [
  { name: 'home', path: '/', width: 1440, height: 900, scheme: 'light' },
  { name: 'home-urdu-dark', path: '/ur/', width: 1280, height: 720, scheme: 'dark' },
  {
    name: 'incident',
    path: '/places/jaffar-express-hijacking/#map=8.00/29.6/67.4',
    width: 1280,
    height: 720,
    scheme: 'light',
  },
  { name: 'area', path: '/places/balochistan/', width: 820, height: 1180, scheme: 'light' },
  { name: 'phone', path: '/', width: 390, height: 844, scheme: 'light' },
] as const;

for (const { name, path, width, height, scheme } of views) {
  test(`the awake map is drawn as its picture shows: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await open(page, path);
    await compare(page, name);
  });
}

test('the awake map of an embed is drawn as its picture shows', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 640 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/embed/incident/');
  await page.locator('.explore').click();
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  await compare(page, 'embed');
});

test.describe('across the antimeridian', () => {
  test.skip(second === '', 'SECOND_URL names no server of the second catalog.');
  test.use({ baseURL: second });

  test('the awake map is drawn as its picture shows', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, '/');
    await compare(page, 'chukotka');
  });

  test('a stretch of a line has its bracket beside it', async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 700 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, '/places/mesto-ostanovki/#map=8.00/66.1/-180');
    await page.addStyleTag({ content: '.leaflet-labels-pane { visibility: hidden; }' });
    await compare(page, 'chukotka-bracket');
  });
});

test.describe('records of a large layer', () => {
  test.skip(large === '', 'LARGE_URL names no server of a catalog with a large layer.');
  test.use({ baseURL: large });

  test('marks, counts and areas are drawn as their picture shows', async ({ page }) => {
    await page.setViewportSize({ width: 900, height: 600 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, '/en/#map=7.00/65.25/172.5');
    await expect(page.locator('.in-view')).toHaveText(/part of the map/, { timeout: 30_000 });
    await page.waitForLoadState('networkidle');
    await compare(page, 'records');
  });
});
