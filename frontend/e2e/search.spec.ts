import { expect } from '@playwright/test';
import { hashOf, open, pathOf, test } from './site';

test('a spelling that a report uses finds the place', async ({ page }) => {
  await open(page, '/');
  const field = page.getByRole('combobox');
  await field.fill('Mashkaf');
  const option = page.getByRole('option', { name: /^Mushkaf/ }).first();
  await expect(option).toContainText('Mashkaf');
  await expect(option.locator('mark').first()).toBeVisible();
  await option.click();
  await expect(page.locator('.panel h1')).toHaveText('Mushkaf');
  await page.goBack();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'home');
  await expect(field).toHaveValue('Mashkaf');
});

test('results are chosen with the keyboard alone', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('/');
  const field = page.getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type('gwadar');
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  const active = await field.getAttribute('aria-activedescendant');
  await expect(page.locator(`#${active ?? ''}`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect.poll(() => pathOf(page)).toBe('/places/gwadar/');
  await expect(page.locator('#panel')).toBeFocused();
});

test('words of quotes are found, and the quote is shown in its report', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('combobox').fill('gunmen bombed');
  await page.locator('.result-quote').first().click();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'report');
  await expect(page.locator('.quote.is-target')).toContainText('gunmen bombed');
});

test('a search stands in the address', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('combobox').fill('quetta');
  await expect.poll(() => hashOf(page).get('q')).toBe('quetta');
  await page.reload();
  await expect(page.getByRole('option').first()).toBeVisible();
});
