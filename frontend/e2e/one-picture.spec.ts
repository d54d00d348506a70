import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import {
  awake,
  noteNames,
  withoutScript,
  type Box,
  type Name,
  type Picture,
  type StillPicture,
} from './picture';
import { open, rootAddress, test } from './site';

// The map awake and asleep, at the same bounds: the same names, badges and circles.

const FILE = new URL('../../src/main/resources/look.json', import.meta.url);
const { sizes } = JSON.parse(readFileSync(FILE, 'utf8')) as {
  sizes: { readonly 'badge-height': number };
};

const second = process.env.SECOND_URL ?? '';

/** Leads from pixels of one picture to those of another by the two symbols that lie farthest apart. */
function between(
  from: Picture,
  to: Picture,
): (at: { x: number; y: number }) => { x: number; y: number } {
  const shared = Object.keys(from.symbols).filter((id) => id in to.symbols);
  let [first, last, most] = ['', '', 0];
  for (const a of shared) {
    for (const b of shared) {
      const [p, q] = [from.symbols[a], from.symbols[b]];
      const apart = p && q ? Math.hypot(p.x - q.x, p.y - q.y) : 0;
      if (apart > most) [first, last, most] = [a, b, apart];
    }
  }
  const [p, q, r, s] = [
    from.symbols[first],
    from.symbols[last],
    to.symbols[first],
    to.symbols[last],
  ];
  if (!p || !q || !r || !s) throw new Error('The two pictures share no two symbols.');
  const scale = Math.hypot(r.x - s.x, r.y - s.y) / most;
  return ({ x, y }) => ({ x: r.x + (x - p.x) * scale, y: r.y + (y - p.y) * scale });
}

function middle({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

function meets(a: Box, b: Box, air: number): boolean {
  return (
    a.x < b.x + b.width + air &&
    b.x < a.x + a.width + air &&
    a.y < b.y + b.height + air &&
    b.y < a.y + a.height + air
  );
}

/** Holds two pictures of one view against each other. */
function compare(live: Picture, still: StillPicture, most: number): void {
  const toStill = between(live, still);
  const toLive = between(still, live);
  // Names near the edge of the view depend on what lies beyond it, which a window shows more or less of.
  const inView = ({ x, y }: { x: number; y: number }): boolean => {
    const { view } = still;
    const [dx, dy] = [view.width * 0.1, view.height * 0.1];
    return (
      x > view.x + dx &&
      x < view.x + view.width - dx &&
      y > view.y + dy &&
      y < view.y + view.height - dy
    );
  };
  // What stands beneath a control on the awake map is not named there.
  const free = (name: Name): boolean => {
    const at = toLive(middle(name));
    const box = { x: at.x - name.width / 2, y: at.y - 8, width: name.width, height: 16 };
    return !live.controls.some((control) => meets(box, control, 30));
  };
  const liveNames = live.names.filter((name) => inView(toStill(middle(name))));
  const stillNames = still.names.filter((name) => inView(middle(name)));
  const only = (these: readonly Name[], those: readonly Name[]): string[] =>
    these.filter(({ text }) => !those.some((other) => other.text === text)).map(({ text }) => text);
  expect(liveNames.length).toBeGreaterThan(3);
  const differing = [
    ...only(liveNames, still.names).map((text) => `awake only: ${text}`),
    ...only(stillNames.filter(free), live.names).map((text) => `asleep only: ${text}`),
  ];
  expect(differing.length, differing.join(', ')).toBeLessThanOrEqual(most);

  const badge = still.badges[0];
  if (!badge) throw new Error('There is no badge.');
  // The still map is one drawing, scaled to the window; the awake one has the sizes of look.json.
  const scale = badge.height / sizes['badge-height'];
  for (const one of live.badges) expect(one.height).toBe(sizes['badge-height']);
  const widths = (badges: readonly Box[], by: number): string[] => [
    ...new Set(badges.map(({ width }) => (width / by).toFixed(0))),
  ];
  expect(widths(still.badges, scale).sort()).toEqual(widths(live.badges, 1).sort());
  for (const [id, { radii }] of Object.entries(live.symbols)) {
    const other = still.symbols[id];
    if (!other || radii.length === 0) continue;
    expect(other.radii.length, id).toBe(radii.length);
    radii.forEach((radius, index) => {
      expect((other.radii[index] ?? 0) / scale, id).toBeCloseTo(radius, 1);
    });
  }
}

for (const [path, size, most] of [
  ['/', { width: 1440, height: 900 }, 1],
  ['/places/balochistan/', { width: 1440, height: 900 }, 1],
  // The width of a name in Arabic script is estimated for the still map.
  ['/ur/', { width: 1440, height: 900 }, 3],
] as const) {
  test(`awake and without script the map of ${path} has the same names, badges and circles`, async ({
    page,
    browser,
    baseURL,
  }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(noteNames);
    await open(page, path);
    const still = await withoutScript(browser, rootAddress(baseURL) + path, size);
    compare(await awake(page), still, most);
  });
}

for (const view of ['overview', 'incident']) {
  test(`the map of the embed ${view} has the same names awake and asleep`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const size = { width: 700, height: 640 };
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(noteNames);
    const path = `/embed/${view}/`;
    await page.goto(path);
    await page.locator('.explore').click();
    await expect(page.locator('html')).toHaveClass(/is-awake/);
    const still = await withoutScript(browser, rootAddress(baseURL) + path, size);
    // An embed takes the fonts of its reader, which may be wider than those of the site.
    compare(await awake(page), still, 2);
  });
}

test.describe('across the antimeridian', () => {
  test.skip(second === '', 'SECOND_URL names no server of the second catalog.');
  test.use({ baseURL: second });

  test('awake and without script the map has the same names, badges and circles', async ({
    page,
    browser,
  }) => {
    const size = { width: 1440, height: 900 };
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.addInitScript(noteNames);
    await open(page, '/');
    const still = await withoutScript(browser, `${rootAddress(second)}/`, size);
    compare(await awake(page), still, 1);
  });
});
