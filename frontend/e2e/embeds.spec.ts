import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { middleOf, plain, test } from './site';

const VIEWS = ['overview', 'incident', 'gwadar', 'hostages'];

/** What a first view of an embed may take: with gzip, headers included. */
const BUDGET = 60_000;

test.use({ viewport: { width: 600, height: 640 } });

for (const path of VIEWS.flatMap((view) => [`/embed/${view}/`, `/ur/embed/${view}/`])) {
  test(`${path} is one request of at most 60 KB, and keeps nothing`, async ({ page, context }) => {
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': 'gzip' } });
    const requests = new Map<string, string>();
    let bytes = 0;
    client.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!request.url.startsWith('data:')) requests.set(requestId, request.url);
    });
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (requests.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect([...requests.values()]).toHaveLength(1);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThanOrEqual(BUDGET);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
}

for (const [width, height] of [
  [1400, 640],
  [1600, 500],
  [600, 640],
  [320, 1200],
] as const) {
  test(`a frame of ${width} x ${height} shows ground on its whole map, not sea beside land`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const view of ['overview', 'gwadar']) {
      await page.goto(`/embed/${view}/light/`);
      const beyond = await page.evaluate(() => {
        const map = document.querySelector('.map')!.getBoundingClientRect();
        const boxes = [...document.querySelectorAll('.map-still .sea, .map-still .relief')].map(
          (part) => part.getBoundingClientRect(),
        );
        const holds = (box: DOMRect): boolean =>
          box.left <= map.left &&
          box.right >= map.right &&
          box.top <= map.top &&
          box.bottom >= map.bottom;
        return { known: holds(boxes[0]!), drawn: boxes.slice(1).some(holds) };
      });
      // Beyond what the basemap knows there is paper.
      await expect(page.locator('.map')).toHaveCSS('background-color', 'rgb(243, 239, 230)');
      // Where the relief ends, land is drawn beneath it.
      const land = await page.locator('.map-still .backdrop .land').count();
      expect(beyond.known).toBe(true);
      expect(beyond.drawn || land > 0).toBe(true);
    }
  });
}

test('a tap on a place shows its quotes at once, from the page itself', async ({ page }) => {
  await page.goto('/embed/overview/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('.at-wide [data-feature=gwadar]').click();
  const answer = page.locator('.answer');
  await expect(answer.locator('h2')).toHaveText('Gwadar');
  await expect(answer.locator('blockquote mark').first()).toBeVisible();
  expect(asked).toEqual([]);
});

test('by keyboard a place opens, and Escape leads back to it', async ({ page }) => {
  await page.goto('/embed/overview/');
  const place = page.locator('.at-wide [data-feature=gwadar]');
  await place.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.answer')).toBeHidden();
  await expect(place).toBeFocused();
});

test('a dot of the plot opens its quote', async ({ page }) => {
  await page.goto('/embed/hostages/');
  await page.locator('.plot-mark').filter({ hasText: '35' }).click();
  await expect(page.locator('.answer blockquote')).toContainText('the number of hostages was 35');
});

test('a drag wakes the map up where it stood, without a jump', async ({ page }) => {
  await page.goto('/embed/incident/');
  const before = await middleOf(page.locator('.at-wide [data-feature=sibi] .ring'));
  await page.mouse.move(200, 420);
  await page.mouse.down();
  await page.mouse.move(230, 420, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  const after = await middleOf(page.locator('.map-live .pin[aria-label^="Sibi, "]'));
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
  await page.locator('.map-live [aria-label^="Dhadar, "]').press('Enter');
  await expect(page.locator('.answer h2')).toHaveText('Dhadar');
});

test('the wheel scrolls the article, not the map', async ({ page }) => {
  await page.goto('/embed/incident/');
  await page.locator('.explore').click();
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  const pin = page.locator('.map-live .pin[aria-label^="Sibi, "]');
  const before = await middleOf(pin);
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(400);
  expect(await middleOf(pin)).toEqual(before);
});

for (const theme of ['light', 'dark']) {
  test(`axe finds no fault in an embed, ${theme}`, async ({ page }) => {
    for (const view of ['overview', 'hostages']) {
      await page.goto(`/embed/${view}/${theme}/`);
      await page.locator('.list > summary').click();
      await page
        .locator(view === 'overview' ? '.at-wide [data-feature=sibi]' : '.plot-mark')
        .first()
        .click();
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { 'label-content-name-mismatch': { enabled: true } } })
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });
}

plain.describe('without script', () => {
  plain.use({ javaScriptEnabled: false, viewport: { width: 600, height: 640 } });

  plain('map, places and quotes are all there', async ({ page }) => {
    await page.goto('/embed/overview/');
    await expect(page.locator('svg.map-still')).toBeVisible();
    await expect(page.locator('.explore')).toBeHidden();
    await page.locator('.list > summary').click();
    await page.locator('.list li > details > summary', { hasText: 'Sibi city' }).click();
    await expect(page.locator('#at-sibi blockquote').first()).toBeVisible();
  });

  plain('a tap on the map opens the list at the place', async ({ page }) => {
    await page.goto('/embed/overview/');
    await page.locator('.at-wide [data-feature=sibi]').click();
    await expect(page.locator('#at-sibi blockquote').first()).toBeInViewport();
  });
});

test('what social networks append to an address changes nothing', async ({ page }) => {
  test.skip(process.env.PUBLISHED_DIR !== undefined, 'a folder answers no queries');
  await page.goto('/embed/?place=sibi&fbclid=abc&utm_source=x&gclid=1');
  await expect(page.locator('h1')).toHaveText('Sibi');
});
