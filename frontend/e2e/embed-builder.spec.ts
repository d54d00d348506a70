import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { open, plain, rootAddress, test } from './site';

const code = (page: Page): Promise<string> => page.getByLabel('Code for the article').inputValue();

async function build(page: Page, path: string): Promise<void> {
  await open(page, path);
  await page.getByRole('button', { name: 'Embed this in an article' }).click();
  await expect(page.locator('.builder-cost')).toContainText(/takes \d+ KB/);
}

test('the code of a frame says what it shows and is ready to be copied', async ({
  page,
  baseURL,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await build(page, '/');
  expect(await code(page)).toBe(
    `<iframe src="${rootAddress(baseURL)}/embed/overview/" title="Quetta to Peshawar, and Gwadar" width="100%" ` +
      'height="640" loading="lazy" frameborder="0">' +
      `<a href="${rootAddress(baseURL)}/embed/overview/">Quetta to Peshawar, and Gwadar</a></iframe>`,
  );
  await page.getByRole('button', { name: 'Copy the code' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page));
  await expect(page.frameLocator('.builder iframe').locator('h1')).toHaveText(
    'Quetta to Peshawar, and Gwadar',
  );
});

test('language, colours and a state that stays are part of the address', async ({ page }) => {
  await build(page, '/claims/hostages/');
  await expect(page.getByLabel('What it shows')).toHaveValue('hostages');
  await page.getByLabel('Language').selectOption('ur');
  await page.locator('.builder').getByLabel('Colours').selectOption('dark');
  await page.getByLabel('Keep this state').check();
  await expect
    .poll(() => code(page))
    .toMatch(/src="[^"]*\/ur\/embed\/hostages\/@[0-9a-f]{12}\/dark\/"/);
  await expect(page.frameLocator('.builder iframe').locator('.frozen')).toBeVisible();
});

test('the map as it is now keeps its box and its layers', async ({ page }) => {
  test.skip(process.env.PUBLISHED_DIR !== undefined, 'a folder answers no queries');
  await build(page, '/#map=7.00/29.50/67.50&off=areas');
  await page.getByLabel('What it shows').selectOption('=map');
  await expect
    .poll(() => code(page))
    .toMatch(/embed\/\?bbox=[\d.]+,[\d.]+,[\d.]+,[\d.]+&amp;layers=rail-route,places,incidents"/);
  await expect(page.frameLocator('.builder iframe').locator('svg.map-still')).toBeVisible();
});

plain('code waits for what it describes, and says what failed', async ({ page }) => {
  await build(page, '/');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/embed/gwadar/', async (route) => {
    if (route.request().resourceType() === 'fetch') await held;
    await route.continue();
  });
  const copy = page.getByRole('button', { name: 'Copy the code' });
  await page.getByLabel('What it shows').selectOption('gwadar');
  await expect(copy).toBeDisabled();
  expect(await code(page)).toBe('');
  answer();
  await expect(copy).toBeEnabled();
  expect(await code(page)).toContain('title="Gwadar and the province of Balochistan"');
  await page.route('**/embed/incident/', (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByLabel('What it shows').selectOption('incident');
  await expect(page.locator('.builder-cost')).toContainText('could not be read (503');
  await expect(copy).toBeDisabled();
  expect(await code(page)).toBe('');
});

test('the builder says that only this computer reaches a loopback address', async ({ page }) => {
  await build(page, '/');
  await expect(page.locator('.builder-warning')).toContainText('Only this computer reaches');
});

test('for feeds, picture and list remain when frames and scripts are taken out', async ({
  page,
}) => {
  await build(page, '/');
  await page.getByLabel('A frame that grows').check();
  await page.getByLabel('Description for readers').fill('Quetta, Sibi & the line');
  await expect.poll(() => code(page)).toContain('alt="Quetta, Sibi &amp; the line"');
  const html = await code(page);
  // As feed readers do: unknown elements go and their content stays, scripts go with theirs.
  const shown = await page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'text/html').body;
    feed.querySelectorAll('script, iframe, style').forEach((element) => element.remove());
    feed
      .querySelectorAll('div, noscript')
      .forEach((element) => element.replaceWith(...element.childNodes));
    return {
      items: feed.querySelectorAll('li').length,
      picture: feed.querySelector('img')?.src ?? '',
      tags: [...new Set([...feed.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
    };
  }, html);
  expect(shown.items).toBeGreaterThan(10);
  expect(shown.tags).toEqual(['a', 'img', 'li', 'ul']);
  expect((await page.request.get(shown.picture)).headers()['content-type']).toBe('image/png');
});

test('axe finds no fault in the builder, and Escape closes it', async ({ page }) => {
  await build(page, '/');
  const { violations } = await new AxeBuilder({ page })
    .include('.builder')
    .exclude('iframe')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('.builder')).toBeHidden();
});
