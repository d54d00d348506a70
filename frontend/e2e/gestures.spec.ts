import { expect, type CDPSession, type Frame, type Page } from '@playwright/test';
import { middleOf, plain as test } from './site';
import { article } from './article';

// An awake map within an article leaves one finger and the wheel to the article.

test.use({ viewport: { width: 420, height: 700 }, hasTouch: true });

/** An article with an embed whose map is awake; the middle of Dhadar's symbol on the screen. */
async function awake(page: Page, baseURL: string | undefined): Promise<Frame> {
  const site = (baseURL ?? '').replace(/\/$/, '');
  const text = '<p style="height: 900px">Words</p>';
  await article(
    page,
    `${text}<iframe src="${site}/embed/incident/" width="400" height="640"></iframe>${text}`,
  );
  await page.locator('iframe').scrollIntoViewIfNeeded();
  const frame = page.frames().at(-1)!;
  await frame.locator('.explore').click();
  await expect(frame.locator('html')).toHaveClass(/is-awake/);
  return frame;
}

const pinOf = (frame: Frame) => middleOf(frame.locator('.map-live .pin[aria-label^="Dhadar, "]'));

async function swipe(client: CDPSession, fingers: { x: number; y: number }[]): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dy: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : fingers.map(({ x, y }, id) => ({ x, y: y + dy, id })),
    });
  await touch('touchStart', 0);
  for (let dy = -10; dy >= -120; dy -= 10) await touch('touchMove', dy);
  await touch('touchEnd', 0);
}

test('one finger scrolls the article over an awake map, and a hint says what moves the map', async ({
  page,
  baseURL,
}) => {
  const frame = await awake(page, baseURL);
  const map = await middleOf(frame.locator('.map'));
  const before = { scroll: await page.evaluate(() => scrollY), pin: await pinOf(frame) };
  await swipe(await page.context().newCDPSession(page), [map]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before.scroll + 50);
  await expect(frame.locator('.map-hint')).toHaveText('Two fingers move the map');
  // The map has moved on the screen as far as the article has, and no farther.
  await expect
    .poll(async () => {
      const moved = (await page.evaluate(() => scrollY)) - before.scroll;
      return Math.abs(before.pin.y - moved - (await pinOf(frame)).y);
    })
    .toBeLessThan(3);
});

test('two fingers move the map, not the article', async ({ page, baseURL }) => {
  const frame = await awake(page, baseURL);
  const { x, y } = await middleOf(frame.locator('.map'));
  const before = { scroll: await page.evaluate(() => scrollY), pin: await pinOf(frame) };
  await swipe(await page.context().newCDPSession(page), [
    { x: x - 40, y },
    { x: x + 40, y },
  ]);
  await expect.poll(async () => before.pin.y - (await pinOf(frame)).y).toBeGreaterThan(60);
  expect(await page.evaluate(() => scrollY)).toBe(before.scroll);
});

test('the map can be put back to sleep, by its button and by Escape, and woken up again', async ({
  page,
}) => {
  await page.goto('/embed/incident/');
  const button = page.locator('.explore');
  await button.click();
  await expect(page.locator('html')).toHaveClass(/is-awake/);
  await expect(button).toHaveText('Leave the map');
  await button.click();
  await expect(page.locator('.map-still')).toBeVisible();
  await expect(page.locator('.map-tools')).toBeHidden();
  await button.click();
  await expect(page.locator('.map-tools')).toBeVisible();
  await page.locator('.map-live').focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('.map-still')).toBeVisible();
  await expect(button).toBeFocused();
  await expect(button).toHaveText('Move the map');
});

test('the sleeping map of an incident has a scale and a key, and no name lies beneath its circle', async ({
  page,
}) => {
  await page.goto('/embed/incident/');
  await expect(page.locator('.at-narrow .scale-bar')).toHaveText('10 km');
  await page.locator('.list > summary').click();
  await expect(page.locator('.key li').first()).toHaveText('Incident, somewhere within the circle');
  const beneath = await page.evaluate(() => {
    const parts = [...document.querySelectorAll('.at-narrow :is(.label, .circle-incident)')];
    return parts.findIndex((part) => part.matches('.circle-incident'));
  });
  expect(beneath).toBe(0);
});
