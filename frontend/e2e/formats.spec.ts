import { expect, type Page } from '@playwright/test';
import { open, test } from './site';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

test('a quote is copied as a reference that a reference manager reads', async ({ page }) => {
  await open(page, '/places/sibi/');
  const quote = page.locator('.panel .quote').first();
  const id = await quote.getAttribute('id');
  const words = (await quote.locator('blockquote').textContent())?.trim() ?? '';
  await quote.getByRole('button', { name: 'CSL-JSON' }).click();
  await expect(page.locator('.status')).toContainText('Copied');
  const [item] = JSON.parse(await clipboard(page)) as Record<string, string>[];
  expect(item?.id).toBe(id);
  expect(item?.note).toContain(words);
  expect(page.url()).toMatch(/\/places\/sibi\/$/);
});

test('the space bar copies too, on a page that was reached by a link', async ({ page }) => {
  await open(page, '/');
  await page.locator('.panel a.feature[data-feature="gwadar"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Gwadar');
  const quote = page.locator('.panel .quote').first();
  await quote.getByRole('button', { name: 'CSL-JSON' }).press('Space');
  await expect.poll(() => clipboard(page)).toContain('Gwadar');
  const [item] = JSON.parse(await clipboard(page)) as Record<string, string>[];
  expect(item?.id).toBe(await quote.getAttribute('id'));
});

test('a file that the server refuses is not taken for a copy', async ({ page }) => {
  await open(page, '/places/sibi/');
  await page.route('**/citations/*.json', (route) => route.fulfill({ status: 404, body: '' }));
  await page.locator('.panel .quote').first().getByRole('button', { name: 'CSL-JSON' }).click();
  await expect(page.locator('.status')).toContainText('404');
});

test('the open formats of a report are there to take', async ({ page }) => {
  await open(page, '/reports/abc-wires/');
  await page.getByText('Open formats').click();
  const link = page.locator('.provenance a[type="application/ld+json"]').first();
  const response = await page.request.get(
    new URL((await link.getAttribute('href')) ?? '', page.url()).href,
  );
  expect(response.headers()['content-type']).toContain('application/ld+json');
  expect((await response.json()) as object).toMatchObject({ type: 'Annotation' });
  await expect(page.locator('.provenance a[type="text/csv"]').first()).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the reference is a link to its file', async ({ page }) => {
    await page.goto('/places/sibi/');
    const link = page.locator('.panel .quote').first().getByRole('link', { name: 'CSL-JSON' });
    const response = await page.request.get(
      new URL((await link.getAttribute('href')) ?? '', page.url()).href,
    );
    expect(response.headers()['content-type']).toBe('application/vnd.citationstyles.csl+json');
  });
});
