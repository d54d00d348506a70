import { expect, type Frame, type Page } from '@playwright/test';
import { open, plain as test, rootAddress } from './site';

// Walks through pages and embeds with Tab and Shift+Tab: all that takes the focus gets it once, and then the way leads out.

interface Walked {
  names?: WeakMap<Element, string>;
  stops?: string[];
}

/**
 * Names all elements of a document for the tests, in order (one that is moved later keeps its name), and lists from now on
 * what gets the focus.
 */
async function nameAll(frame: Page | Frame): Promise<void> {
  await frame.evaluate(() => {
    const page = window as Walked;
    page.names = new WeakMap(
      [...document.querySelectorAll('*')].map((element, index) => {
        const text = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
        return [element, `${index} ${element.localName} ${text}`];
      }),
    );
    document.addEventListener('focusin', ({ target }) => {
      page.stops?.push(page.names?.get(target as Element) ?? 'a new element');
    });
  });
}

/**
 * Presses a key once more than there are stops, and lists what had the focus. The last press leads out of the page, or to
 * its first stop again: a browser without a window has nothing else to go to.
 */
async function walk(
  page: Page,
  key: 'Tab' | 'Shift+Tab',
  count: number,
  frame: Page | Frame = page,
): Promise<string[]> {
  await frame.evaluate(() => {
    (window as Walked).stops = [];
  });
  for (let pressed = 0; pressed <= count; pressed++) await page.keyboard.press(key);
  const stops = await frame.evaluate(() => (window as Walked).stops ?? []);
  return stops.length > count && stops.at(-1) === stops[0] ? stops.slice(0, -1) : stops;
}

/** Everything that Tab should reach, in the order of the page. */
async function reachable(frame: Page | Frame): Promise<(string | undefined)[]> {
  return frame.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement | SVGElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ]
      .filter(
        (element) =>
          element.tabIndex >= 0 &&
          !element.matches(':disabled') &&
          element.checkVisibility({ visibilityProperty: true }),
      )
      .map((element) => (window as Walked).names?.get(element)),
  );
}

async function walkBothWays(page: Page): Promise<void> {
  await nameAll(page);
  const all = await reachable(page);
  expect(await walk(page, 'Tab', all.length)).toEqual(all);
  expect(await walk(page, 'Shift+Tab', all.length)).toEqual(all.reverse());
}

for (const path of [
  '/',
  '/ur/',
  // The longest page in one language, short ones in the other.
  '/places/jaffar-express-hijacking/',
  '/ur/places/sibi/',
  '/claims/hostages/',
  '/ur/claims/hostages/',
]) {
  test(`Tab goes through ${path} and out again, and so back`, async ({ page }) => {
    await open(page, path);
    await walkBothWays(page);
  });
}

for (const [width, height] of [
  [1920, 1080],
  [1024, 768],
  [820, 1180],
  [844, 390],
  [390, 844],
] as const) {
  test(`Tab goes through the home page at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, '/');
    await walkBothWays(page);
  });
}

for (const language of ['', 'ur/']) {
  test(`Tab goes through an awake embed and on in the article: /${language}embed/incident/`, async ({
    page,
    baseURL,
  }) => {
    await page.setContent(
      `<button>before</button><iframe src="${rootAddress(baseURL)}/${language}embed/incident/" width="640" height="640">` +
        '</iframe><button>after</button>',
    );
    const inside = page.frameLocator('iframe');
    const explore = inside.locator('.explore');
    await explore.focus();
    await page.keyboard.press('Enter');
    await expect(inside.locator('html')).toHaveClass(/is-awake/);
    const frame = page.frames()[1];
    if (!frame) throw new Error('The article has no frame.');
    await nameAll(frame);
    const all = await reachable(frame);
    expect(all.length).toBeGreaterThan(10);
    await page.getByText('before').focus();
    expect(await walk(page, 'Tab', all.length, frame)).toEqual(all);
    await expect(page.getByText('after')).toBeFocused();
    expect(await walk(page, 'Shift+Tab', all.length, frame)).toEqual(all.reverse());
    await expect(page.getByText('before')).toBeFocused();
  });
}

test('in an awake embed, closing the quotes gives the focus back to the symbol', async ({
  page,
}) => {
  await page.goto('/embed/incident/');
  await page.locator('.explore').click();
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  const symbol = page.locator('.map-live [role=link][data-feature="jaffar-express-hijacking"]');
  await symbol.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(symbol).toBeFocused();
});

test('a layer that was switched off comes back where it lay, on the map and for Tab', async ({
  page,
}) => {
  await open(page, '/');
  const order = (): Promise<(string | undefined)[]> =>
    page
      .locator('.map-live [data-feature]')
      .evaluateAll((elements) => elements.map((each) => (each as HTMLElement).dataset.feature));
  const before = await order();
  for (const layer of ['areas', 'places']) {
    const box = page.locator(`.legend input[data-layer="${layer}"]`);
    await box.uncheck();
    expect((await order()).length).toBeLessThan(before.length);
    await box.check();
  }
  expect(await order()).toEqual(before);
});

test('small areas lie on large ones, so that both can be pointed at', async ({ page }) => {
  await open(page, '/');
  const areas = await page
    .locator('.map-live path.shape-area[data-feature]')
    .evaluateAll((paths) => paths.map((path) => (path as SVGElement).dataset.feature));
  expect(areas.indexOf('pakistan')).toBeLessThan(areas.indexOf('balochistan'));
  expect(areas.indexOf('balochistan')).toBeLessThan(areas.indexOf('sibi-district'));
});
