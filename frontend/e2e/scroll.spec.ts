import { expect } from '@playwright/test';
import { open, test } from './site';

// Only the panel scrolls. A document taller than the window would be scrolled by a link to a quote, and its bar cut off.
// A window that is too low for the map's buttons scrolls by that much, below a bar that stays.
const LOW = 430;
const BAR_AND_STAGE = 52 + 400;

const sizes = [
  [1920, 1080],
  [1280, 720],
  [820, 1180],
  [844, 390],
  [390, 844],
] as const;

for (const language of ['', 'ur/']) {
  for (const [width, height] of sizes) {
    test(`a link to a quote shows the quote and the bar: ${language}${width} x ${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await open(page, `/${language}places/jaffar-express-hijacking/`);
      const quote = page.locator('.panel .quote[id]').nth(20);
      const address = await quote.getAttribute('id');
      // From the same page, it would only be another fragment.
      await page.goto('about:blank');
      await open(page, `/${language}places/jaffar-express-hijacking/#${address}`);
      await expect(quote).toBeInViewport();
      await expect(page.locator('.bar')).toBeInViewport({ ratio: 1 });
      if (height > LOW)
        await expect.poll(() => page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    });

    test(`no page is taller or wider than the window: ${language}${width} x ${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      for (const path of ['', 'places/jaffar-express-hijacking/', 'claims/hostages/']) {
        await open(page, `/${language}${path}`);
        const over = await page.evaluate(() => {
          const { scrollHeight, scrollWidth } = document.documentElement;
          return { x: scrollWidth - innerWidth, y: scrollHeight - innerHeight };
        });
        expect(over, path).toEqual({ x: 0, y: height > LOW ? 0 : BAR_AND_STAGE - height });
      }
    });
  }
}
