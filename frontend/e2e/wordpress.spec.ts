import { expect, type APIRequestContext, type FrameLocator, type Page } from '@playwright/test';
import { plain as test, rootAddress } from './site';

/** Where WordPress runs, and how its users log in; without it there is nothing to test. */
const WORDPRESS = process.env.WORDPRESS_URL ?? '';
type User = 'admin' | 'author';
const WIDTHS = [390, 600, 1200];

test.describe.configure({ mode: 'parallel' });
test.skip(WORDPRESS === '', 'WordPress is tested by WordPressIT');

/** Publishes a post as the block editor does. */
async function publish(
  request: APIRequestContext,
  user: User,
  content: string,
): Promise<{ link: string; rendered: string }> {
  const password = process.env[`WORDPRESS_${user.toUpperCase()}`] ?? '';
  const response = await request.post(`${WORDPRESS}/?rest_route=/wp/v2/posts`, {
    headers: { Authorization: `Basic ${btoa(`${user}:${password}`)}` },
    data: { title: 'Article', status: 'publish', content },
  });
  expect(response.status()).toBe(201);
  const post = (await response.json()) as { link: string; content: { rendered: string } };
  return { link: post.link, rendered: post.content.rendered };
}

/** A block as the editor makes it when an author pastes an address. */
const pasted = (url: string): string =>
  `<!-- wp:embed {"url":${JSON.stringify(url)}} -->\n` +
  `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n` +
  `${url.replaceAll('&', '&amp;')}\n</div></figure>\n<!-- /wp:embed -->`;

/** A block of code. */
const code = (html: string): string => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;

async function heights(page: Page, frame: FrameLocator): Promise<{ frame: number; body: number }> {
  const box = await page.locator('iframe').boundingBox();
  const body = await frame
    .locator('body')
    .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  return { frame: box?.height ?? 0, body };
}

/** Opens an article at each width and looks for the view in a frame that is as high as its content. */
async function expectFrame(
  page: Page,
  link: string,
  title: string,
  heading: string,
): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(link);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    const frame = page.frameLocator('iframe');
    await expect(page.locator('iframe')).toHaveAttribute('title', title);
    await expect(page.locator('iframe')).toBeVisible();
    await expect(frame.locator('h1')).toHaveText(heading);
    await expect
      .poll(async () => {
        const { frame: outer, body } = await heights(page, frame);
        return outer - body;
      })
      .toBe(0);
    expect(await frame.locator('html').evaluate((html) => html.scrollHeight <= innerHeight)).toBe(
      true,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
  }
}

const ADDRESSES = [
  ['/embed/incident', 'Where the Jaffar Express was attacked'],
  ['/embed/hostages/', 'How many hostages?'],
  ['/ur/embed/gwadar/dark/', 'گوادر اور صوبہ بلوچستان'],
  ['/#map=7.00/29.64/67.62&off=areas', 'The Jaffar Express hijacking'],
  ['/embed/?place=sibi&utm_source=newsletter&fbclid=IwAR0', 'Sibi'],
  ['/claims/killed/?fbclid=IwAR0', 'Killed'],
] as const;

for (const [path, title] of ADDRESSES) {
  test(`the pasted address ${path} becomes its view`, async ({ page, request, baseURL }) => {
    const address = rootAddress(baseURL) + path;
    // WordPress waits five seconds for it, which may not do for the first drawing on a busy machine.
    expect((await request.get(address)).ok()).toBe(true);
    const content = pasted(address);
    const { link, rendered } = await publish(request, 'author', content);
    await expectFrame(page, link, title, title);
    const { rendered: same } = await publish(request, 'admin', content);
    const shown = (html: string): string => html.replace(/(secret=)"?\w{10}/g, '$1');
    expect(shown(same)).toBe(shown(rendered));
  });
}

test('an address alone on a line becomes its view', async ({ request, baseURL }) => {
  const address = `${rootAddress(baseURL)}/embed/hostages/`;
  const { rendered } = await publish(request, 'author', `Before.\n\n${address}\n\nAfter.`);
  expect(rendered).toContain('<iframe class="wp-embedded-content"');
  expect(rendered).toContain('title="How many hostages?"');
});

test('links of a pasted view open in the reader’s window', async ({ page, request, baseURL }) => {
  const site = rootAddress(baseURL);
  const { link } = await publish(request, 'author', pasted(`${site}/embed/hostages/`));
  await page.goto(link);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html.is-sized')).toBeAttached();
  await frame.locator('a.open').click();
  await expect(page).toHaveURL(`${site}/claims/hostages/`);
});

test('an address that is no longer known stays a link', async ({ page, request, baseURL }) => {
  const address = `${rootAddress(baseURL)}/embed/atlantis/`;
  const { link } = await publish(request, 'author', pasted(address));
  await page.goto(link);
  await expect(page.locator('figure')).toContainText(address);
  await expect(page.locator('iframe')).toHaveCount(0);
});

/** The code that the embed builder offers. */
async function built(page: Page, how: 'frame' | 'growing'): Promise<string> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/claims/hostages/');
  await page.getByRole('button', { name: 'Embed this in an article' }).click();
  await page.locator(`.builder [name=how][value=${how}]`).check();
  const text = page.getByLabel('Code for the article');
  await expect(text).toHaveValue(/<iframe/);
  return text.inputValue();
}

for (const how of ['frame', 'growing'] as const) {
  test(`the code "${how}" shows the view, or what an author may paste of it`, async ({
    page,
    request,
    baseURL,
  }) => {
    const address = `${rootAddress(baseURL)}/embed/hostages/`;
    const html = await built(page, how);
    const { link } = await publish(request, 'admin', code(html));
    if (how === 'growing') {
      await expectFrame(page, link, 'How many hostages?', 'How many hostages?');
    } else {
      await page.goto(link);
      await expect(page.frameLocator('iframe').locator('h1')).toHaveText('How many hostages?');
    }
    // WordPress takes frames and scripts from what authors write.
    const { link: stripped } = await publish(request, 'author', code(html));
    await page.goto(stripped);
    const entry = page.locator('.entry-content');
    await expect(entry.locator('iframe')).toHaveCount(0);
    await expect(entry.locator(`a[href="${address}"]`).first()).toBeVisible();
  });
}

test('a feed has a link to each view', async ({ request, baseURL }) => {
  const site = rootAddress(baseURL);
  await publish(request, 'author', pasted(`${site}/embed/incident/`));
  const feed = await (await request.get(`${WORDPRESS}/?feed=rss2`)).text();
  const content = /<content:encoded><!\[CDATA\[([\s\S]*?)\]\]>/.exec(feed)?.[1] ?? '';
  expect(content).toContain(
    `<a href="${site}/embed/incident/">Where the Jaffar Express was attacked</a>`,
  );
});
