import { expect } from '@playwright/test';
import { open, test } from './site';

test('what lies in a closed tab is found in the page, and its tab opens', async ({ page }) => {
  await open(page, '/');
  const quotes = page.locator('#quotes');
  await expect(quotes).toHaveAttribute('hidden', 'until-found');
  await expect(page.locator('#quotes .quote').first()).toBeHidden();
  // A browser reveals what it finds as it reveals what an address points to.
  await page.evaluate(() => {
    location.hash = document.querySelector('#quotes .quote')?.id ?? '';
  });
  await expect(quotes).not.toHaveAttribute('hidden');
  await expect(page.locator('.tabs [aria-controls=quotes]')).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.locator('#places')).toHaveAttribute('hidden', 'until-found');
});
