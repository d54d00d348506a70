import { expect } from '@playwright/test';
import { open, test } from './site';

// On plain http, browsers give scripts no clipboard: the text is offered, selected, for the reader to copy.

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
  );
});

test('a link and a citation are offered, selected, and Escape leads back', async ({ page }) => {
  await open(page, '/places/sibi/');
  const chosen = (): Promise<string> =>
    page
      .locator('.copy-offer textarea')
      .evaluate((field: HTMLTextAreaElement) =>
        field.value.slice(field.selectionStart, field.selectionEnd),
      );
  const link = page.locator('[data-copy=link]').first();
  await link.click();
  await expect(page.locator('.copy-offer textarea')).toBeFocused();
  expect(await chosen()).toMatch(/\/reports\/[a-z0-9-]+\/#[a-z0-9-]+$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.copy-offer')).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.locator('[data-copy=citation]').first().click();
  expect(await chosen()).toContain('“');
});

test('the code of an embed is selected, and no Tab stop lies in its preview', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('button', { name: 'Embed this in an article' }).click();
  await expect(page.locator('.builder-cost')).toContainText(/takes \d+ KB/);
  await page.getByRole('button', { name: 'Copy the code' }).click();
  const field = page.getByLabel('Code for the article');
  await expect(field).toBeFocused();
  expect(
    await field.evaluate(
      (area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart === area.value.length,
    ),
  ).toBe(true);
  const stops: string[] = [];
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.localName ?? ''));
  }
  expect(stops).not.toContain('iframe');
  expect(stops).toContain('textarea');
  await page.keyboard.press('Escape');
  await expect(page.locator('.builder')).toBeHidden();
});
