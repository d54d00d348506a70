import { expect, type Page } from '@playwright/test';
import { onMap, open, pathOf, requestsFor, test } from './site';

test('while a page loads, a second click wins', async ({ page }) => {
  await open(page, '/');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(requestsFor('places/gwadar/'), async (route) => {
    await held;
    await route.continue();
  });
  const slow = page.waitForResponse(requestsFor('places/gwadar/'));
  await page.locator('.panel a.feature[data-feature="gwadar"]').first().click();
  await expect(page.locator('html')).toHaveClass(/is-loading/);
  await page.locator('.panel a.feature[data-feature="peshawar"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Peshawar');
  await expect(page.locator('html')).not.toHaveClass(/is-loading/);
  release();
  await (await slow).finished();
  await page.waitForTimeout(200);
  await expect(page.locator('.panel h1')).toHaveText('Peshawar');
  expect(pathOf(page)).toBe('/places/peshawar/');
  await page.goBack();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'home');
});

test('a new panel has the focus, and back gives it to the link that was followed', async ({
  page,
}) => {
  await open(page, '/');
  const link = page.locator('.panel a.feature[data-feature="gwadar"]').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.panel h1')).toHaveText('Gwadar');
  await expect(page.locator('#panel')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.back a')).toBeFocused();
  await page.goBack();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'home');
  await expect(link).toBeFocused();
  await page.goForward();
  await expect(page.locator('.panel h1')).toHaveText('Gwadar');
  await expect(page.locator('#panel')).toBeFocused();
});

test('a place opened on the map keeps the focus on the map when going back', async ({ page }) => {
  await open(page, '/');
  await onMap(page, 'Sibi').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#panel')).toBeFocused();
  await page.goBack();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'home');
  await expect(onMap(page, 'Sibi')).toBeFocused();
});

test('the page comes back where it was scrolled to', async ({ page }) => {
  await open(page, '/');
  const panel = page.locator('#panel');
  await panel.evaluate((element) => (element.scrollTop = 500));
  await page.locator('.panel a.feature[data-feature="pakistan"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Pakistan');
  expect(await panel.evaluate((element) => element.scrollTop)).toBe(0);
  await page.goBack();
  await expect(panel).toHaveAttribute('data-page', 'home');
  expect(await panel.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
});

/** What programs read in the head of the shown page, with addresses made absolute. */
function headOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.head.querySelectorAll<HTMLElement>(
        'title, link[rel="canonical"], link[rel="alternate"], link[rel="icon"], meta[property^="og:"], meta[name="description"], script[type="application/ld+json"]',
      ),
    ]
      .map((element) =>
        element instanceof HTMLLinkElement
          ? `${element.rel} ${element.hreflang} ${element.type} ${element.href}`
          : element.outerHTML,
      )
      .sort(),
  );
}

test('the head says what the shown page says of itself', async ({ page }) => {
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  await open(page, '/');
  await page.locator('.panel a[href*="places/quetta/"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Quetta');
  const followed = await headOf(page);
  await page.reload();
  await expect(page.locator('.panel h1')).toHaveText('Quetta');
  expect(followed).toEqual(await headOf(page));
  await page.goBack();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'home');
  const back = await headOf(page);
  await page.reload();
  await expect(page.locator('#panel')).toHaveAttribute('data-page', 'home');
  expect(back).toEqual(await headOf(page));
  expect(failed).toEqual([]);
});
