import { expect, test as base, type Locator, type Page } from '@playwright/test';

/**
 * A test whose addresses begin at the site's root, wherever that is: BASE_URL may be below a path, where a publication is
 * tried.
 */
export const plain = base.extend({
  page: async ({ page, baseURL }, use) => {
    const goto = page.goto.bind(page);
    page.goto = (path, options) => goto(path.replace(/^\/(?!\/)/, rootOf(baseURL)), options);
    await use(page);
  },
});

/** The path of the site's root, with a slash at both ends. */
function rootOf(baseURL: string | undefined): string {
  return new URL(baseURL ?? '').pathname.replace(/\/?$/, '/');
}

/** The address of the site's root, without a slash at its end. */
export function rootAddress(baseURL: string | undefined): string {
  return (baseURL ?? '').replace(/\/$/, '');
}

/** A test whose page may neither report an error nor ask another origin for anything. */
export const test = plain.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page, baseURL }, use): Promise<void> => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        // A page that is not there is an answer, not a fault, and so is what the desk still wants to know; connections that
        // break are broken by tests.
        if (message.type() === 'error' && !/404|422|ERR_CONNECTION_RESET/.test(message.text()))
          faults.push(message.text());
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol === 'data:') return;
        if (url.origin !== new URL(baseURL ?? '').origin) faults.push(`asks for ${url.href}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a page and waits until its map is awake. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('html')).toHaveClass(/is-awake/);
}

/** A place on the map, by the beginning of its accessible name. */
export function onMap(page: Page, name: string): Locator {
  return page.locator(`.map-live [role=link][aria-label^="${name}, "]`);
}

/** The middle of something on the screen. */
export async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Clicks the middle of something, whatever lies upon it, as a reader does. */
export async function clickMiddle(page: Page, target: Locator): Promise<void> {
  const { x, y } = await middleOf(target);
  await page.mouse.click(x, y);
}

/** The address of the page below the site's root, without its file's name and what is after #. */
export function pathOf(page: Page): string {
  const root = rootOf(process.env.BASE_URL ?? 'http://localhost/');
  const path = new URL(page.url()).pathname.replace(/index\.html$/, '');
  return path.startsWith(root) ? `/${path.slice(root.length)}` : path;
}

/** The requests for a page, by its path below the site's root. */
export function requestsFor(path: string): RegExp {
  return new RegExp(`/${path}(index\\.html)?$`);
}

/** What stands after # in the address, by key. */
export function hashOf(page: Page): URLSearchParams {
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}
