import { expect, type Locator, type Page } from '@playwright/test';
import { hashOf, middleOf, onMap, open, pathOf, test } from './site';

interface Dated {
  readonly date: string | null;
  readonly excerpts: number;
}

/** What the server says of how many quotes tell of which date. */
async function datesOf(page: Page): Promise<Dated[]> {
  const config = await page.locator('#dateline').textContent();
  return (JSON.parse(config ?? '{}') as { dates: Dated[] }).dates;
}

async function quotesOf(page: Page, ...dates: (string | null)[]): Promise<number> {
  const counts = await datesOf(page);
  return counts
    .filter(({ date }) => dates.includes(date))
    .reduce((sum, { excerpts }) => sum + excerpts, 0);
}

const column = (page: Page, name: string): Locator =>
  page.locator(`.timeline [role=option][title^="${name}, "]`);

const chosen = (page: Page): Locator => page.locator('.timeline [aria-selected=true]');

/** Quote cards that a date hides: the tabs hide some as well. */
const shownQuotes = (page: Page): Locator => page.locator('.panel .quote:not(.is-outside)');

async function brush(page: Page, from: Locator, to: Locator): Promise<void> {
  const a = await middleOf(from);
  const b = await middleOf(to);
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move(b.x, b.y, { steps: 6 });
  await page.mouse.up();
}

test('every date has a column with its number, and the undated have one too', async ({ page }) => {
  await open(page, '/');
  const dates = await datesOf(page);
  await expect(page.locator('.timeline [role=option]')).toHaveCount(dates.length);
  for (const [index, { excerpts }] of dates.entries()) {
    await expect(page.locator('.timeline .date-count').nth(index)).toHaveText(String(excerpts));
  }
  await expect(page.locator('.timeline [role=option]').last()).toContainText('Not dated');
  await expect(chosen(page)).toHaveCount(0);
});

test('brushing two days filters map, list and quotes together', async ({ page }) => {
  await open(page, '/');
  const all = await page.locator('.panel .quote').count();
  const passing = await quotesOf(page, '2025-03-11', '2025-03-12');
  expect(passing).toBeGreaterThan(0);
  expect(passing).toBeLessThan(all);
  await expect(onMap(page, 'Gwadar')).toHaveCount(1);
  await brush(page, column(page, '12 March 2025'), column(page, '11 March 2025'));
  await expect(chosen(page)).toHaveCount(2);
  await expect(shownQuotes(page)).toHaveCount(passing);
  await expect(page.getByRole('tab', { name: 'Quotes' })).toContainText(String(passing));
  await expect(page.locator('.timeline [role=status]')).toHaveText(
    `${passing} of ${all} quotes, 11 to 12 March 2025`,
  );
  // Gwadar is named in undated quotes alone.
  await expect(onMap(page, 'Gwadar')).toHaveCount(0);
  await expect(page.locator('.panel a.feature[data-feature="gwadar"]')).toBeHidden();
  // List and map count alike.
  const entry = page.locator('.panel a.feature[data-feature="quetta"]').first();
  const count = await entry.locator('.count').textContent();
  await expect(onMap(page, 'Quetta')).toHaveAttribute('aria-label', new RegExp(`, ${count}$`));
  await expect.poll(() => hashOf(page).get('time')).toBe('2025-03-11/2025-03-12');
  await page.locator('.dates-clear').click();
  await expect(shownQuotes(page)).toHaveCount(all);
  await expect(onMap(page, 'Gwadar')).toHaveCount(1);
  await expect.poll(() => hashOf(page).get('time')).toBeNull();
});

test('a route and areas stay, as quietly as those without a quote', async ({ page }) => {
  await open(page, '/');
  const area = page.locator('.map-live path.shape-shape[data-feature="punjab"]');
  await expect(area).toHaveClass(/is-quoted/);
  await column(page, '2024').click();
  await expect(area).not.toHaveClass(/is-quoted/);
  await expect(area).toHaveAttribute('aria-label', /no quotes$/);
  await expect(
    page.locator('.map-live path.shape-shape[data-feature="quetta-peshawar-line"]'),
  ).toHaveCount(1);
});

test('a click chooses a column or gives it up, Shift reaches to another', async ({ page }) => {
  await open(page, '/');
  await column(page, '2024').click();
  await expect(chosen(page)).toHaveCount(1);
  await column(page, '11 March 2025').click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toHaveCount(2);
  await expect.poll(() => hashOf(page).get('time')).toBe('2024/2025-03-11');
  await column(page, '2024').click();
  await column(page, '2024').click();
  await expect(chosen(page)).toHaveCount(0);
});

test('the undated are a group of their own', async ({ page }) => {
  await open(page, '/');
  await column(page, '11 March 2025').click();
  await column(page, 'Not dated').click();
  await expect.poll(() => hashOf(page).get('time')).toBe('2025-03-11,undated');
  await expect(shownQuotes(page)).toHaveCount(await quotesOf(page, '2025-03-11', null));
  await column(page, '11 March 2025').click();
  await expect.poll(() => hashOf(page).get('time')).toBe('undated');
  await expect(shownQuotes(page)).toHaveCount(await quotesOf(page, null));
});

test('it is one tab stop and worked by keyboard', async ({ page }) => {
  await open(page, '/');
  await expect(page.locator('.timeline [tabindex="0"]')).toHaveCount(1);
  await page.locator('.timeline [tabindex="0"]').focus();
  await expect(column(page, '2024')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(column(page, '11 March 2025')).toBeFocused();
  await expect(chosen(page)).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(chosen(page)).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(chosen(page)).toHaveCount(2);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(chosen(page)).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(column(page, 'Not dated')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(column(page, 'Not dated')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(chosen(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(chosen(page)).toHaveCount(0);
  await page.keyboard.press('Home');
  await expect(column(page, '2024')).toBeFocused();
});

test('an address shows its dates, on each page, back and forward, and in the other language', async ({
  page,
}) => {
  await open(page, '/#time=2025-03-11/2025-03-12');
  await expect(chosen(page)).toHaveCount(2);
  await page.locator('.panel a.feature[data-feature="quetta"]').first().click();
  await expect(page.locator('.panel h1')).toHaveText('Quetta');
  await expect.poll(() => hashOf(page).get('time')).toBe('2025-03-11/2025-03-12');
  await column(page, '12 March 2025').click();
  await expect.poll(() => hashOf(page).get('time')).toBe('2025-03-12');
  await page.goBack();
  await expect(page.locator('.panel')).toHaveAttribute('data-page', 'home');
  await expect(chosen(page)).toHaveCount(2);
  await page.goForward();
  await expect(page.locator('.panel h1')).toHaveText('Quetta');
  await expect(chosen(page)).toHaveCount(1);
  await page.locator('.bar-lang').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ur');
  expect(pathOf(page)).toBe('/ur/places/quetta/');
  expect(hashOf(page).get('time')).toBe('2025-03-12');
  await expect(chosen(page)).toHaveCount(1);
});

test('an address that cannot be read shows all', async ({ page }) => {
  await open(page, '/#time=someday');
  await expect(chosen(page)).toHaveCount(0);
  await expect(page.locator('.panel .quote.is-outside')).toHaveCount(0);
});

test('a place says how many of its quotes are outside, and shows them again', async ({ page }) => {
  await open(page, '/places/quetta/#time=2025-03-12');
  const all = await page.locator('.panel .quote').count();
  const passing = await page.locator('.panel .quote[data-date="2025-03-12"]').count();
  expect(passing).toBeGreaterThan(0);
  await expect(page.locator('.tabs a[href="#quotes"] b')).toHaveText(String(passing));
  await expect(page.locator('.dates-note')).toContainText(
    `${passing} of ${all} quotes; ${all - passing} outside`,
  );
  for (const quote of await page.locator('.panel .quote').all()) {
    await expect(quote).toBeVisible({
      visible: (await quote.getAttribute('data-date')) === '2025-03-12',
    });
  }
  await page.locator('.dates-note button').click();
  await expect(page.locator('.dates-note')).toHaveCount(0);
  await expect(page.locator('.panel .quote').last()).toBeVisible();
  await expect(page.locator('.tabs a[href="#quotes"] b')).toHaveText(String(all));
});

test('a quote that the address points to is shown whatever its date', async ({ page }) => {
  await open(page, '/reports/abc-wires/');
  const id = await page.locator('.panel .quote[data-date=""]').first().getAttribute('id');
  await open(page, `/?#time=2024`);
  await open(page, `/reports/abc-wires/#${id}&time=2024`);
  await expect(page.locator(`#${id}`)).toBeVisible();
});

test('between two quotes of a report what is left out is said once', async ({ page }) => {
  await open(page, '/reports/citing-reuters-2025-03-12/#time=2025-03-11');
  const shown = page.locator('.report-quotes li:visible');
  const kinds = await shown.evaluateAll((items: Element[]) =>
    items.map(({ className }) => className),
  );
  expect(kinds.filter((kind) => kind.includes('quote')).length).toBeGreaterThan(1);
  expect(kinds.some((kind, at) => kind.includes('gap') && kinds[at + 1]?.includes('gap'))).toBe(
    false,
  );
  expect(kinds.some((kind, at) => kind.includes('quote') && kinds[at + 1]?.includes('quote'))).toBe(
    false,
  );
});

test('the map ends where the timeline begins', async ({ page }) => {
  await open(page, '/');
  const map = await page.locator('#map').boundingBox();
  const timeline = await page.locator('.timeline').boundingBox();
  expect((map?.y ?? 0) + (map?.height ?? 0)).toBeLessThanOrEqual(timeline?.y ?? 0);
});

test('in Urdu it runs from right to left', async ({ page }) => {
  await open(page, '/ur/');
  const options = page.locator('.timeline [role=option]');
  const first = await middleOf(options.first());
  const last = await middleOf(options.last());
  expect(first.x).toBeGreaterThan(last.x);
  await options.first().focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(chosen(page)).toHaveCount(2);
  await expect(options.nth(1)).toBeFocused();
});

test('it is not printed', async ({ page }) => {
  await open(page, '/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.timeline')).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a button opens it above the map, and a touch chooses', async ({ page }) => {
    await open(page, '/');
    await expect(page.locator('.timeline')).toBeHidden();
    const opener = page.getByRole('button', { name: 'Dates', exact: true });
    await opener.tap();
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    const { x, y } = await middleOf(column(page, '11 March 2025'));
    await page.touchscreen.tap(x, y);
    await expect(chosen(page)).toHaveCount(1);
    await expect.poll(() => hashOf(page).get('time')).toBe('2025-03-11');
    const timeline = await page.locator('.timeline').boundingBox();
    const map = await page.locator('#map').boundingBox();
    expect((timeline?.y ?? 0) + (timeline?.height ?? 0)).toBeLessThanOrEqual(map?.y ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    await opener.tap();
    await expect(page.locator('.timeline')).toBeHidden();
  });

  test('it stands open where an address chose dates', async ({ page }) => {
    await open(page, '/#time=undated');
    await expect(page.locator('.timeline')).toBeVisible();
  });
});

test.describe('the second catalog', () => {
  const address = process.env.SECOND_URL ?? '';
  test.skip(address === '', 'SECOND_URL names no server of the second catalog.');
  test.use({ baseURL: address });

  test('a month has a column before its days, and is filtered as one', async ({ page }) => {
    await open(page, '/en/');
    const options = page.locator('.timeline [role=option]');
    await expect(options.first()).toHaveAttribute('title', /^January 2024, /);
    await options.first().click();
    await expect.poll(() => hashOf(page).get('time')).toBe('2024-01');
    await expect(shownQuotes(page)).toHaveCount(await quotesOf(page, '2024-01'));
    await page.locator('.panel a.feature[data-feature="propazha-zonda"]').first().click();
    await expect(page.locator('.panel')).toHaveAttribute('data-id', 'propazha-zonda');
    await expect(shownQuotes(page)).toHaveCount(1);
  });
});
