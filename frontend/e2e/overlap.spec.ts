import { expect, type Page } from '@playwright/test';
import { middleOf, onMap, open, test } from './site';

// Symbols that lie on each other: each one opens by its symbol, or is offered where it lies.

const OVERLAPPING = [
  'Quetta',
  'Quetta railway station',
  'Bombing at Quetta railway station',
  'Sibi',
  'Dhadar',
  'Jaffar Express hijacking',
  'Gwadar',
  'Gwadar Port',
];

async function openBySymbol(page: Page, name: string): Promise<void> {
  const { x, y } = await middleOf(onMap(page, name));
  await page.mouse.click(x, y);
  const heading = page.locator('.panel h1');
  const offered = page.locator(`.map-choice button:has(b:text-is("${name}"))`);
  await expect(heading.filter({ hasText: new RegExp(`^${name}$`) }).or(offered)).toBeVisible();
  if (await offered.isVisible()) await offered.click();
  await expect(heading).toHaveText(name);
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`each place opens by its own symbol at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const name of OVERLAPPING) {
      await open(page, '/');
      await openBySymbol(page, name);
    }
  });
}

test('the middle of a symbol that lies alone opens it at once', async ({ page }) => {
  await open(page, '/');
  const { x, y } = await middleOf(onMap(page, 'Sibi'));
  await page.mouse.click(x, y);
  await expect(page.locator('.panel h1')).toHaveText('Sibi');
});

test('the choice between symbols works by keyboard and gives the focus back', async ({ page }) => {
  await open(page, '/');
  const { x, y } = await middleOf(onMap(page, 'Gwadar'));
  await page.mouse.click(x, y);
  const items = page.locator('.map-choice button');
  await expect(items).toHaveCount(2);
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  for (const item of await items.all())
    expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('Escape');
  await expect(page.locator('.map-choice')).toBeHidden();
  await expect(page.locator('.map-live')).toBeFocused();
  await expect(page.locator('.panel')).toHaveAttribute('data-page', 'home');
});

test('a name opens what it names, whatever lies beneath it', async ({ page }) => {
  await open(page, '/');
  const { x, y } = await middleOf(onMap(page, 'Sibi'));
  // The name is written to the right of the ring, over the district of another place.
  await page.mouse.click(x + 24, y);
  await expect(page.locator('.panel h1')).toHaveText('Sibi');
});
