import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import {
  LINK,
  button,
  choose,
  current,
  decideAll,
  drag,
  fact,
  goTo,
  keyOf,
  openDraft,
  press,
  slow,
  tabTo,
  told,
  undoAll,
} from './desk';
import { loseNothing, pressAhead } from './desk-pace';
import { test } from './site';

test.use({ baseURL: LINK === '' ? 'http://127.0.0.1' : new URL(LINK).origin });
// They share one desk, and one line of history.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

// What is tried again begins where the first try began.
test.beforeAll(async ({}, { retry }) => {
  if (retry > 0) await undoAll();
});

test('a draft becomes a published place with a contested figure, by keyboard alone', async ({
  page,
}) => {
  await page.goto(LINK);
  await tabTo(page, page.locator('.report-entry', { hasText: 'to decide' }).first());
  await press(page, 'Enter');
  await expect(page.locator('.desk-items')).toBeFocused();
  // Of two towns of one name, far apart, both are on the map, however much of it the card leaves.
  await goTo(page, 'Torrent');
  await expect(page.locator('.spot.is-chosen')).toBeInViewport();
  // Another Torrent, in Catalonia, is in the list; the map shows where the one of the catalog lies.
  await expect(page.locator('.spot', { hasText: '3' })).not.toBeInViewport();
  await goTo(page, 'Paiporta');
  await expect(told(page)).toContainText(/“Paiporta”.+sure, \d+ %.+Why: /);

  // All of this name at once; taken back, and again.
  const named = page.locator('.item', { hasText: /^Paiporta/ });
  const decided = page.locator('.item.is-decided');
  const all = await named.count();
  await press(page, 'a');
  await expect(decided).toHaveCount(all);
  await press(page, 'u');
  await expect(decided).toHaveCount(0);
  await press(page, 'Shift+U');
  await expect(decided).toHaveCount(all);

  // A figure of the flood. What it lacks is asked for: which party "the Emergency Centre" is.
  await goTo(page, '83');
  await press(page, 's');
  await choose(page, 'Poyo flood');
  await press(page, 'Enter');
  await choose(page, 'Emergency Centre');
  await expect(page.locator('.item', { hasText: '83' })).toHaveClass(/is-decided/);

  // A figure of Paiporta, its words moved there and back.
  await goTo(page, '65');
  const title = page.locator('.card h2');
  await press(page, 'Shift+ArrowUp');
  await expect(title).toContainText('says between 60 and 65');
  await press(page, 'Shift+ArrowDown');
  await expect(title).toHaveText('“between 60 and 65”');
  await expect(fact(page, 'Value')).toContainText('between 60 and 65');
  await press(page, await keyOf(page, 'Paiporta'));
  await expect(fact(page, 'About')).toContainText('Paiporta');
  await press(page, 'Enter');
  await expect(page.locator('.item', { hasText: '65' })).toHaveClass(/is-decided/);

  // A party that the catalog does not have.
  await goTo(page, '2,150');
  await press(page, 'm');
  await choose(page, 'Displaced');
  await press(page, 'p');
  await expect(page.locator('dialog[open] input')).toBeFocused();
  // Nothing is chosen beforehand.
  await press(page, 'Enter');
  await expect(page.locator('dialog[open] [aria-selected=true]')).toHaveCount(0);
  await page.keyboard.type('Regional government');
  await tabTo(page, page.getByRole('button', { name: 'New party' }));
  await press(page, 'Enter');
  await expect(page.getByLabel('Name')).toHaveValue('Regional government');
  await expect(page.getByLabel('Kind')).toHaveValue('');
  await press(page, 'Tab');
  await page.keyboard.type('Local');
  await press(page, 'Tab');
  await page.keyboard.type('Named so in one report.');
  await press(page, 'Tab', 'Enter');
  await expect(fact(page, 'Said by')).toContainText('Regional government');
  await press(page, 's');
  await choose(page, 'Poyo flood');
  await press(page, 'Enter');
  await expect(page.locator('.item', { hasText: '2,150' })).toHaveClass(/is-decided/);
  // The other figures are left out.
  for (;;) {
    const open = page.locator('.item.of-claim:not(.is-decided) .item-words');
    const count = await open.count();
    if (count === 0) break;
    await goTo(page, (await open.first().textContent()) ?? '');
    await press(page, 'x');
    await expect(open).toHaveCount(count - 1);
  }

  // A figure that nobody proposed: its words, what it counts, who says it, what it is about.
  await goTo(page, '2,150');
  await press(page, 'w');
  for (let i = 0; i < 12 && (await title.textContent()) !== '“nearly”'; i++)
    await press(page, 'ArrowRight');
  await press(page, 'Shift+ArrowRight');
  await expect(title).toHaveText('“nearly 5,000”');
  await press(page, '2');
  await choose(page, 'Displaced');
  await expect(current(page)).toContainText('nearly 5,000');
  await press(page, 'p');
  await choose(page, 'Blue Cross');
  await press(page, 's');
  await choose(page, 'Poyo flood');
  await press(page, 'Enter');
  await expect(page.locator('.item', { hasText: 'nearly 5,000' })).toHaveClass(/is-decided/);

  // Another place by its name, and back.
  await goTo(page, 'Valencia');
  await press(page, '/');
  await choose(page, 'Horta Sud');
  await expect(page.locator('.item', { hasText: 'Horta Sud' })).toHaveCount(1);
  await press(page, 'u');
  await expect(page.locator('.item', { hasText: 'Horta Sud' })).toHaveCount(0);
  for (let n = await page.locator('.item:not(.is-decided)').count(); n > 0; n--) {
    await expect(page.locator('.item:not(.is-decided)')).toHaveCount(n);
    await press(page, 'Enter');
  }
  await expect(page.locator('.card h2')).toHaveText('All is decided');

  await press(page, 'Shift+P');
  await expect(page.getByRole('button', { name: 'Back to draft' })).toBeVisible();
  await expect(page.locator('.status')).toContainText('Published');
  await press(page, 'h');
  await expect(page.locator('.report-entry').first()).toBeVisible();

  const site = await page.evaluate(async () => {
    const token = sessionStorage.getItem('dateline-desk') ?? '';
    const answer = await fetch('/api/desk', { headers: { 'Dateline-Token': token } });
    return ((await answer.json()) as { preview: string }).preview;
  });
  await page.goto(`${site}places/paiporta/`);
  await expect(page.locator('#panel')).toContainText('between 60 and 65');
  await page.goto(`${site}places/poyo-flood/`);
  await expect(page.locator('#panel')).toContainText(/contested/i);
  await expect(page.locator('#panel')).toContainText('Regional government');
});

test('keys that are pressed ahead of slow answers mean what they would have meant', ({ page }) =>
  pressAhead(page));

test('no answer is lost to a press, a focus or a broken connection', ({ page }) =>
  loseNothing(page));

test('the same by mouse, with an area drawn for a place that no list has', async ({ page }) => {
  await openDraft(page, 'by-mouse');
  await page.locator('.mark', { hasText: 'nine' }).click();
  await expect(current(page)).toContainText('nine');

  await drag(page, 'province');
  await button(page, /^Place$/).click();
  await expect(current(page)).toContainText('province');
  await button(page, 'Set it on the map').click();
  await page.getByLabel('Area', { exact: true }).check();
  await page.getByRole('button', { name: 'Save the place' }).click();
  await page.getByLabel('Kind').fill('province');
  await page.getByLabel('Source').fill('Set by hand for a test.');
  await page.getByRole('button', { name: 'Save the place' }).click();
  await expect(page.locator('.card [role=status]')).toHaveText('Nothing is drawn yet.');
  const map = await page.locator('.desk-map').boundingBox();
  if (!map) throw new Error('There is no map.');
  await page.mouse.click(map.x + 120, map.y + 90);
  await page.mouse.click(map.x + 260, map.y + 130);
  await page.mouse.click(map.x + 150, map.y + 190);
  await expect(page.locator('.card [role=status]')).toHaveText('3 points set.');
  await page.getByRole('button', { name: 'Save the place' }).click();
  const drawn = page.locator('.item', { hasText: 'province' });
  await expect(drawn).toHaveClass(/is-decided/);

  await page.locator('.item:not(.is-decided)').first().click();
  await decideAll(page, (target) => target.click());
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.frameLocator('.is-preview iframe');
  await expect(preview.locator('#panel')).toContainText('between 60 and 65');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('button', { name: 'Back to draft' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a draft is reviewed and published by touch', async ({ page }) => {
    await openDraft(page, 'by-phone');
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrollWidth).toBeLessThanOrEqual(390);
    for (const name of ['Accept', 'Reject']) {
      const box = await button(page, new RegExp(`^${name}$`)).boundingBox();
      expect(box?.height, name).toBeGreaterThanOrEqual(44);
      expect((box?.y ?? 900) + (box?.height ?? 0), name).toBeLessThanOrEqual(844);
    }
    await decideAll(page, (target) => target.tap());
    await page.getByRole('button', { name: 'Publish' }).tap();
    await expect(page.getByRole('button', { name: 'Back to draft' })).toBeVisible();
  });
});

test('an Urdu text runs from right to left, and so do the keys', async ({ page }) => {
  await openDraft(page, 'urdu');
  await expect(page.locator('.desk-text')).toHaveCSS('direction', 'rtl');
  const before = await page.locator('.item').count();
  await press(page, 'w', 'ArrowUp', 'ArrowUp', 'ArrowUp');
  const selected = page.locator('.card.is-selection h2');
  await expect(selected).toHaveText('“ویلنسیا”');
  await press(page, 'Shift+ArrowLeft');
  await expect(selected).toContainText('ویلنسیا، 31');
  await press(page, 'Shift+ArrowRight', '1');
  await expect(current(page)).toContainText('ویلنسیا');
  await press(page, 'x');
  await expect(page.locator('.item')).toHaveCount(before);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the desk, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openDraft(page, 'by-keys');
    for (const key of ['', '?']) {
      if (key !== '') await page.keyboard.press(key);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    }
  });
}

test('an editor adds a correction and mends a party in forms', async ({ page }) => {
  await page.goto(LINK);
  await page.locator('.report-entry', { hasText: 'Parties' }).click();
  const editor = page.locator('.is-editor');
  await editor.getByRole('button', { name: 'Torrent council' }).click();
  // What is typed in the next field stays when the former one is saved.
  await slow(page, '**/api/ops', 300);
  await editor.getByLabel('Name (en)').fill('Torrent town council');
  await press(page, 'Tab');
  await page.keyboard.type(' (ficticio)');
  await expect(editor.locator('h3')).toHaveText('Torrent town council');
  await expect(editor.getByLabel('Name (es)')).toBeFocused();
  await expect(editor.getByLabel('Name (es)')).toHaveValue(/ \(ficticio\)$/);
  await page.unrouteAll({ behavior: 'wait' });
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('.report-entry', { hasText: 'Corrections' }).click();
  await editor.getByRole('button', { name: 'New' }).click();
  await editor.getByLabel('Id').fill('council');
  await editor.getByLabel('Date').fill('2031-11-04');
  await editor.getByLabel('Text (en)').fill('The council’s name was wrong.');
  await editor.getByLabel('Reports').fill('levante-ficticio');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.locator('.editor-list')).toContainText('council');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('.report-entry', { hasText: 'Views' }).click();
  const box = editor.getByLabel('Bounding box');
  const before = await box.inputValue();
  await expect(editor.locator('.editor-map.has-ground')).toBeVisible();
  await editor.getByRole('button', { name: 'Zoom in' }).click();
  await editor.getByRole('button', { name: 'Take what this map shows' }).click();
  await expect(box).not.toHaveValue(before);
  const after = await box.inputValue();
  await expect(async () => {
    await editor.getByRole('button', { name: 'South of Valencia' }).click();
    expect(await box.inputValue()).toBe(after);
  }).toPass({ timeout: 40_000 });
});
