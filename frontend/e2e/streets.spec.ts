import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { hashOf, open, rootAddress, test } from './site';

// The catalog of src/test/resources/catalogs/market, in a folder whose city.pmtiles may be replaced.
const address = process.env.STREETS_URL ?? '';
const folder = process.env.STREETS_FOLDER ?? '';
test.skip(address === '', 'STREETS_URL names no server with streets.');

const ARCHIVES = join(import.meta.dirname, '../../src/test/resources/streets');
const CLOSE = '#map=16.00/37.7950/-122.3950';

/** Replaces the archive, and waits until the server shows it. */
async function serve(page: Page, schema: string): Promise<void> {
  const part = join(folder, `.${schema}.part`);
  const archive = await readFile(join(ARCHIVES, `blocks.${schema}.pmtiles`));
  await writeFile(part, archive);
  await rename(part, join(folder, 'city.pmtiles'));
  const home = `${rootAddress(address)}/`;
  await expect
    .poll(async () => (await page.request.get(home)).text(), { timeout: 30_000 })
    .toContain(
      `"url":"streets/${createHash('sha256').update(archive).digest('hex').slice(0, 12)}-`,
    );
}

/** How many pixels of the canvas of streets have the colour of a variable, nearly. */
function painted(page: Page, variable: string): Promise<number> {
  return page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-streets-pane canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context || canvas.width === 0) return 0;
    const probe = document.createElement('canvas').getContext('2d');
    if (!probe) return 0;
    probe.fillStyle = getComputedStyle(canvas).getPropertyValue(name);
    probe.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const off =
        Math.abs((data[i] ?? 0) - red) +
        Math.abs((data[i + 1] ?? 0) - green) +
        Math.abs((data[i + 2] ?? 0) - blue);
      if (data[i + 3] === 255 && off < 4) count++;
    }
    return count;
  }, variable);
}

/** Notes every name that is written on a canvas from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    type Write = (this: CanvasRenderingContext2D, text: string, x: number, y: number) => void;
    const canvas = CanvasRenderingContext2D.prototype as unknown as { fillText: Write };
    const write = canvas.fillText;
    canvas.fillText = function (text, x, y) {
      written.push(text);
      write.call(this, text, x, y);
    };
  });
  return () => page.evaluate(() => (window as unknown as { written: string[] }).written);
}

test.describe('a map with streets', () => {
  test.describe.configure({ mode: 'serial' });
  test.use({ baseURL: address });

  for (const schema of ['openmaptiles', 'protomaps', 'shortbread']) {
    test(`draws and names the streets of an archive in the schema ${schema}`, async ({ page }) => {
      await serve(page, schema);
      const written = await listen(page);
      await open(page, `/${CLOSE}`);
      for (const part of ['--street-building', '--street-road', '--street-green']) {
        await expect.poll(() => painted(page, part), { message: part }).toBeGreaterThan(2_000);
      }
      await expect.poll(written).toContain('The Embarcadero');
      await expect(page.locator('.leaflet-control-attribution, .map-credit').first()).toContainText(
        'OpenStreetMap',
      );
    });
  }

  test('goes to zoom 18 and no further, with streets', async ({ page }) => {
    await open(page, '/#map=18.00/37.7950/-122.3950');
    await expect.poll(() => painted(page, '--street-road')).toBeGreaterThan(2_000);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(() => hashOf(page).get('map')).toMatch(/^17\.00\//);
    for (let time = 0; time < 2; time++) {
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await expect.poll(() => hashOf(page).get('map')).toMatch(/^18\.00\//);
    }
  });

  test('fetches no ground that streets hide, and the ground when more of it is seen', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const ground = (): string[] => asked.filter((path) => /topojson|relief/.test(path));
    await open(page, '/#map=18.00/37.7945/-122.3950');
    await expect.poll(() => painted(page, '--street-road')).toBeGreaterThan(2_000);
    expect(ground()).toEqual([]);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(ground).toHaveLength(1);
  });

  test('is crisp on a screen with twice the pixels', async ({ browser }) => {
    const context = await browser.newContext({
      baseURL: address,
      deviceScaleFactor: 2,
      viewport: { width: 600, height: 500 },
    });
    const page = await context.newPage();
    await open(page, `/${CLOSE}`);
    await expect.poll(() => painted(page, '--street-building')).toBeGreaterThan(2_000);
    const sharpness = await page
      .locator('.leaflet-streets-pane canvas')
      .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.offsetWidth);
    expect(sharpness).toBeGreaterThan(1.4);
    await context.close();
  });

  test('is dark in the dark', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, `/${CLOSE}`);
    await expect.poll(() => painted(page, '--street-building')).toBeGreaterThan(2_000);
    const building = await page
      .locator('.leaflet-streets-pane canvas')
      .evaluate((canvas) => getComputedStyle(canvas).getPropertyValue('--street-building').trim());
    expect(parseInt(building.slice(1, 3), 16)).toBeLessThan(96);
  });
});

test('a page without streets loads nothing of them', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, '/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => /street|\.mvt/.test(path))).toEqual([]);
  expect(asked.length).toBeGreaterThan(5);
});
