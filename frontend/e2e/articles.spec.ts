import { expect } from '@playwright/test';
import { article } from './article';
import { plain, rootAddress } from './site';

const ELEMENT = (site: string): string =>
  `<dateline-map src="${site}/embed/incident/" title="Where it happened">` +
  `<a href="${site}/embed/incident/"><img src="${site}/embed/incident.png" alt="A map"></a>` +
  `<ul><li>Sibi, 1 quote</li></ul></dateline-map><script async src="${site}/embed.js"></script>`;

plain(
  'in an article of another origin the frame is as high as what it shows',
  async ({ page, baseURL }) => {
    const site = rootAddress(baseURL);
    const from = new URL(site).origin;
    await article(
      page,
      ELEMENT(site),
      `default-src 'none'; script-src ${from}; frame-src ${from}; img-src ${from}`,
    );
    const frame = page.frameLocator('dateline-map iframe');
    const height = async (): Promise<number> =>
      (await page.locator('dateline-map iframe').boundingBox())?.height ?? 0;
    await expect(frame.locator('html.is-sized')).toBeAttached();
    const body = async (): Promise<number> =>
      frame
        .locator('body')
        .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
    await expect.poll(async () => (await height()) - (await body())).toBe(0);
    const closed = await height();
    await frame.locator('.list > summary').click();
    await expect.poll(height).toBeGreaterThan(closed + 200);
    // Anybody may send a message; only the frame itself is listened to.
    await page.evaluate(() => window.postMessage({ type: 'dateline:height', height: 3333 }, '*'));
    await page.waitForTimeout(200);
    expect(await height()).toBeLessThan(3000);
    await expect(page.locator('dateline-map li')).toBeHidden();
  },
);

plain(
  'where the article allows no frames, picture and list stand in',
  async ({ page, baseURL }) => {
    const site = rootAddress(baseURL);
    const from = new URL(site).origin;
    await article(page, ELEMENT(site), `default-src 'none'; script-src ${from}; img-src ${from}`);
    await expect(page.locator('dateline-map li')).toBeVisible();
    await expect(page.locator('dateline-map img')).toBeVisible();
  },
);

plain(
  'a plain frame works in a sandbox, and grows with the class "dateline"',
  async ({ page, baseURL }) => {
    const site = rootAddress(baseURL);
    await article(
      page,
      `<iframe sandbox="allow-scripts" title="Map" src="${site}/embed/incident/" width="600" height="640" style="border:0"></iframe>` +
        `<iframe class="dateline" title="Claims" src="${site}/embed/hostages/" width="600" height="200"></iframe>` +
        `<script async src="${site}/embed.js"></script>`,
    );
    const boxed = page.frameLocator('iframe[sandbox]');
    await boxed.locator('.at-wide [data-feature=sibi] .ring').click();
    await expect(boxed.locator('.answer h2')).toHaveText('Sibi');
    await page.keyboard.press('Escape');
    await boxed.locator('.explore').click();
    await expect(boxed.locator('html')).toHaveClass(/is-awake/);
    await expect
      .poll(async () => (await page.locator('iframe.dateline').boundingBox())?.height ?? 0)
      .toBeGreaterThan(400);
  },
);

/** The code of the builder for a frame that grows. */
const GROWING = (site: string, view: string): string =>
  `<div><iframe class="dateline" src="${site}/embed/${view}/" title="Map" width="100%" height="640" loading="lazy" frameborder="0"></iframe>` +
  `<noscript><a href="${site}/embed/${view}/"><img src="${site}/embed/${view}.png" alt="A map"></a><ul><li>Sibi</li></ul></noscript></div>` +
  `<script async src="${site}/embed.js"></script>`;

for (const width of [390, 600, 1200]) {
  plain(`at ${width} px nothing hidden is fetched and nothing moves`, async ({ page, baseURL }) => {
    const site = rootAddress(baseURL);
    await page.setViewportSize({ width, height: 800 });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await article(
      page,
      `<script>let shift=0;new PerformanceObserver((l)=>{for(const e of l.getEntries())shift+=e.value}).observe({type:'layout-shift',buffered:true})</script>` +
        `<p>Before.</p>${GROWING(site, 'overview')}<p>${'After. '.repeat(300)}</p>`,
    );
    await expect(page.frameLocator('iframe').locator('html.is-sized')).toBeAttached();
    await page.waitForTimeout(500);
    expect(await page.evaluate('shift')).toBeLessThan(0.05);
    expect(asked.filter((path) => path.endsWith('.png'))).toEqual([]);
  });
}

plain('WordPress hears the height and the links of its frame', async ({ page, baseURL }) => {
  const site = rootAddress(baseURL);
  await article(
    page,
    `<script>const told=[];addEventListener('message',({data})=>{if(data.message)told.push(data)})</script>` +
      `<iframe sandbox="allow-scripts" src="${site}/embed/hostages/#?secret=aBcDeFgHi1" width="600" height="200"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html.is-sized')).toBeAttached();
  const body = await frame
    .locator('body')
    .evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  await expect
    .poll(() => page.evaluate('told.at(-1)'))
    .toEqual({ message: 'height', value: body, secret: 'aBcDeFgHi1' });
  await frame.locator('a.brand').click();
  await expect
    .poll(() => page.evaluate('told.at(-1)'))
    .toMatchObject({ message: 'link', secret: 'aBcDeFgHi1' });
});

plain('an embed that is gone is one quiet line with a link', async ({ page, baseURL }) => {
  plain.skip(process.env.PUBLISHED_DIR !== undefined, 'a host answers with its own page');
  const site = rootAddress(baseURL);
  for (const path of ['/embed/atlantis/', '/embed/?view=atlantis', '/places/atlantis/']) {
    await article(page, `<iframe src="${site}${path}" width="600" height="400"></iframe>`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('body')).toContainText('no longer at this address');
    await expect(frame.locator('a')).toHaveCount(1);
    expect((await frame.locator('main').innerText()).length).toBeLessThan(120);
  }
});
