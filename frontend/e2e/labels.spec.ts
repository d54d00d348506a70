import { expect, type APIRequestContext } from '@playwright/test';
import { meetings, settled, watchNames } from './names';
import { open, plain as test } from './site';

// Names on maps cover no symbol of another place, no other name, no control and no credit line: in each language of two
// catalogs, at each size, awake, asleep and embedded.

const SIZES = [
  [1440, 900],
  [1280, 720],
  [1100, 560],
  [820, 1180],
  [390, 844],
] as const;

const FRAMES = [320, 600, 1400];

interface Catalog {
  readonly languages: readonly string[];
  readonly views: readonly { readonly id: string; readonly measure?: string }[];
}

async function catalogOf(request: APIRequestContext, base: string): Promise<Catalog> {
  return (await (await request.get(`${base}/catalog.json`)).json()) as Catalog;
}

const BASES = [process.env.BASE_URL ?? '', process.env.SECOND_URL ?? ''].filter(
  (base) => base !== '',
);

/** The address of a page in a language. */
function inLanguage(base: string, { languages }: Catalog, language: string, path = ''): string {
  return language === languages[0] ? `${base}/${path}` : `${base}/${language}/${path}`;
}

for (const base of BASES) {
  test(`names of ${base} stand clear of all else on pages`, async ({ page, request }) => {
    await watchNames(page);
    const catalog = await catalogOf(request, base);
    const found: string[] = [];
    for (const language of catalog.languages) {
      await open(page, inLanguage(base, catalog, language));
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        await settled(page);
        for (const meeting of await page.evaluate(meetings))
          found.push(`${language} ${width} x ${height}: ${meeting}`);
      }
    }
    expect(found).toEqual([]);
  });

  test(`names of ${base} stand clear of all else in embeds`, async ({ page, request }) => {
    await watchNames(page);
    const catalog = await catalogOf(request, base);
    const found: string[] = [];
    for (const language of catalog.languages) {
      for (const { id, measure } of catalog.views) {
        if (measure) continue;
        await page.goto(inLanguage(base, catalog, language, `embed/${id}/`));
        for (const awake of [false, true]) {
          if (awake) {
            await page.locator('.explore').click();
            await expect(page.locator('html')).toHaveClass(/is-awake/);
          }
          for (const width of FRAMES) {
            await page.setViewportSize({ width, height: 640 });
            await settled(page);
            for (const meeting of await page.evaluate(meetings))
              found.push(`${language} ${id} ${awake ? 'awake' : 'asleep'} ${width}: ${meeting}`);
          }
        }
      }
    }
    expect(found).toEqual([]);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test(`names of ${base} stand clear of all else`, async ({ page, request }) => {
      const catalog = await catalogOf(request, base);
      const found: string[] = [];
      for (const language of catalog.languages) {
        await page.goto(inLanguage(base, catalog, language));
        for (const [width, height] of SIZES) {
          await page.setViewportSize({ width, height });
          for (const meeting of await page.evaluate(meetings))
            found.push(`${language} ${width} x ${height}: ${meeting}`);
        }
      }
      expect(found).toEqual([]);
    });
  });
}
