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
  // A folder of files answers no query.
  const files = (await page.locator('#dateline').textContent())?.includes('"files":true');
  await expect(page.locator('form.search')).toBeVisible({ visible: !files });
});

test('the search answers with places and quotes, which can be filtered', async ({ page }) => {
  await page.goto('/');
  const files = (await page.locator('#dateline').textContent())?.includes('"files":true');
  test.skip(files === true, 'a folder of files answers no query');
  await page.locator('form.search input').fill('QUETTA');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('“QUETTA”');
  await expect(page.locator('.features .feature-name').first()).toContainText('Quetta');
  const all = await page.locator('.quotes .quote').count();
  expect(all).toBeGreaterThan(2);
  await page.locator('.finder [name="measure"]').selectOption('killed');
  await page.locator('.finder button').click();
  await expect(page.locator('.finder [name="measure"]')).toHaveValue('killed');
  expect(await page.locator('.quotes .quote').count()).toBeLessThan(all);
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

// Symbols that overlap: the nearest to a click opens, and those on one spot share its surroundings.
for (const [path, prefix] of [
  ['/', 'places/'],
  ['/embed/overview/', '#at-'],
] as const) {
  test(`each of the symbols that overlap can be opened on the drawn map of ${path}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    for (const id of [
      'quetta',
      'quetta-railway-station',
      'quetta-station-bombing',
      'sibi',
      'dhadar',
      'jaffar-express-hijacking',
      'gwadar',
      'gwadar-port',
    ]) {
      const reached = await page.evaluate(
        ([prefix, id]) => {
          const areas = [...document.querySelectorAll('.map-still .hit')];
          const own = areas.find((area) => {
            const href = area.closest('a')?.getAttribute('href') ?? '';
            return (
              area.getBoundingClientRect().width > 0 &&
              href.replace(/\/(index\.html)?$/, '').endsWith(prefix + id)
            );
          });
          const box = own?.getBoundingClientRect();
          if (!own || !box) return 'no area';
          // Somewhere in its area, a click reaches it.
          for (let x = box.left + 0.5; x < box.right; x += 0.5)
            for (let y = box.top + 0.5; y < box.bottom; y += 0.5)
              if (document.elementFromPoint(x, y) === own) return id;
          return 'covered';
        },
        [prefix, id] as const,
      );
      expect(reached).toBe(id);
    }
    const sibi = page.locator(`.map-still a.mark[href*="${prefix}sibi"] .ring`).first();
    const box = (await sibi.boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page).toHaveURL(/sibi(\/|$)/);
  });
}
