import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { open, test } from './site';

const PAGES = [
  ['home', '/'],
  ['place', '/places/mushkaf/'],
  ['report', '/reports/abc-wires/'],
  ['claims', '/claims/hostages/'],
  ['claims of a place', '/places/jaffar-express-hijacking/#claims'],
  ['place with dates chosen', '/places/quetta/#time=2025-03-11,undated'],
  ['not found', '/places/atlantis/'],
] as const;

const SETTINGS = [
  { name: 'light', scheme: 'light', path: '', width: 1440, height: 900 },
  { name: 'dark', scheme: 'dark', path: '', width: 1440, height: 900 },
  { name: 'Urdu', scheme: 'light', path: '/ur', width: 1440, height: 900 },
  { name: 'phone', scheme: 'light', path: '', width: 390, height: 844 },
] as const;

for (const { name, scheme, path, width, height } of SETTINGS) {
  for (const [kind, address] of PAGES) {
    test(`axe finds nothing on the page "${kind}", ${name}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await page.goto(path + address);
      await expect(page.locator('html')).toHaveClass(/is-awake/);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    });
  }
}

test('axe finds nothing in the search results', async ({ page }) => {
  await open(page, '/#q=sibi');
  await expect(page.locator('.result').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
  ).toEqual([]);
});
