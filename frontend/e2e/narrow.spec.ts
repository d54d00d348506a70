import { expect, type Locator } from '@playwright/test';
import { test } from './site';

for (const language of ['', '/ur']) {
  for (const width of [724, 744, 820, 844, 961, 1161]) {
    test(`the labels of ${language}/'s timeline stand apart, all of them, at ${width} pixels`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${language}/`);
      const labels = page.locator('.date-label');
      await expect(labels.first()).not.toHaveText('');
      await page.evaluate(() => document.fonts.ready);
      await expect
        .poll(() =>
          labels.evaluateAll((all) => {
            const boxes = all.map((label) => label.getBoundingClientRect());
            const frame = document.querySelector('.timeline')?.getBoundingClientRect();
            return boxes.every(
              (box, index) =>
                box.width > 0 &&
                box.left >= (frame?.left ?? 0) &&
                box.right <= (frame?.right ?? 0) &&
                boxes.every(
                  (other, at) => at === index || box.right < other.left || other.right < box.left,
                ),
            );
          }),
        )
        .toBe(true);
    });
  }
}

test('in colours of the system, bars, dots and the theme button are drawn', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/claims/hostages/');
  await expect(page.locator('.date-bar').first()).toBeAttached();
  const drawn = (shown: Locator, part?: string): Promise<boolean> =>
    shown.first().evaluate((element, pseudo) => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      const { backgroundColor, backgroundImage } = getComputedStyle(element, pseudo);
      return (
        backgroundImage !== 'none' ||
        ![canvas, 'rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(backgroundColor)
      );
    }, part);
  expect(await drawn(page.locator('.date-bar'))).toBe(true);
  // A report's own voice has no dot.
  expect(await drawn(page.locator('.party', { hasText: '(BLA)' }), '::before')).toBe(true);
  expect(await drawn(page.locator('.bar-theme'), '::before')).toBe(true);
});
