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
  await expect(page.locator('.result').first()).toBeVisible();
});

for (const [typed, name] of [
  ['Jaffer', 'Jaffar Express hijacking'],
  ['Peshawer', 'Peshawar'],
  ['Islambad', 'Islamabad'],
  ['NWFP', 'Khyber Pakhtunkhwa'],
] as const) {
  test(`search forgives spelling: ${typed}`, async ({ page }) => {
    await open(page, '/');
    await page.getByRole('combobox').fill(typed);
    await expect(page.locator('.result-place').filter({ hasText: name }).first()).toBeVisible();
  });
}

test('a party is found, and its page lists what it said', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('combobox').fill('Naqvi');
  await page.locator('.result-party').first().click();
  await expect.poll(() => pathOf(page)).toBe('/parties/mohsin-naqvi/');
  await expect(page.locator('.panel h1')).toHaveText('Mohsin Naqvi');
  await expect(page.locator('.panel .quote')).toHaveCount(2);
});

test('quoted words are found as they stand', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('combobox').fill('“beasts who fire”');
  await expect(page.locator('.result-quote')).toHaveCount(2);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('parties are listed, and each has a page of what it said', async ({ page }) => {
    await page.goto('/');
    await page.locator('.speaker').filter({ hasText: 'Local police' }).click();
    await expect(page.locator('h1')).toHaveText('Local police');
    await expect(page.locator('.claims tbody tr')).toHaveCount(2);
    await expect(page.locator('.quote')).toHaveCount(1);
  });
});
