import { expect, type Locator, type Page } from '@playwright/test';

/** The start link of a desk over an invented flood, with drafts of the same text. */
export const LINK = process.env.DESK_URL ?? '';

export async function openDraft(page: Page, id: string): Promise<void> {
  await page.goto(LINK);
  await expect(page.locator('.overview h1')).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.evaluate((report) => {
    location.hash = `report=${report}`;
  }, id);
  await expect(page.locator('.desk-items')).toBeFocused();
}

/** The proposal in focus, as the list has it. */
export function current(page: Page): Locator {
  return page.locator('.item[aria-selected=true]');
}

/** What a screen reader was told last. */
export function told(page: Page): Locator {
  return page.locator('p.sr-only[role=status]');
}

/** Lets the desk's answers wait. */
export async function slow(page: Page, path: string, milliseconds: number): Promise<void> {
  await page.route(path, async (route) => {
    await new Promise((wait) => setTimeout(wait, milliseconds));
    await route.continue();
  });
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes to a proposal with the key for the next one, from the first on. */
export async function goTo(page: Page, words: string): Promise<void> {
  const count = await page.locator('.item').count();
  for (let i = 0; i < count; i++) await page.keyboard.press('k');
  for (let i = 0; i < count; i++) {
    if ((await current(page).locator('.item-words').textContent())?.includes(words)) return;
    await page.keyboard.press(i % 2 === 0 ? 'j' : 'Tab');
  }
  throw new Error(`There is no proposal "${words}".`);
}

/** The digit that chooses what a figure is about. */
export async function keyOf(page: Page, name: string): Promise<string> {
  const key = page.locator('.candidate', { hasText: name }).locator('.candidate-key');
  return (await key.textContent()) ?? '';
}

export function fact(page: Page, name: string): Locator {
  return page.locator('.fact', { hasText: name });
}

/** Types a part of a name into the open list of choices, and takes the first. */
export async function choose(page: Page, name: string): Promise<void> {
  const dialog = page.locator('dialog[open]');
  await expect(dialog.locator('input[type=search]')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(name);
  await expect(dialog.locator('[role=option]').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not reach it.');
}

/** Selects words of the text with the mouse. */
export async function drag(page: Page, words: string): Promise<void> {
  const line = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.desk-text') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const [first] = range.getClientRects();
      return first
        ? { left: first.left, right: first.right, y: first.top + first.height / 2 }
        : null;
    }
    return null;
  }, words);
  if (!line) throw new Error(`The text has no "${words}".`);
  await page.mouse.move(line.left + 2, line.y);
  await page.mouse.down();
  await page.mouse.move(line.right - 2, line.y, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.card.is-selection h2')).toContainText(words);
}

export function button(page: Page, name: string | RegExp): Locator {
  return page.locator('.desk-card').getByRole('button', { name });
}

/** Decides one figure and rejects the others; accepts all places. */
export async function decideAll(
  page: Page,
  press: (target: Locator) => Promise<void>,
): Promise<void> {
  const place = page.locator('.card-kind, .card > p').first();
  const title = page.locator('.card h2');
  for (let i = 0; i < 30; i++) {
    const words = (await title.textContent()) ?? '';
    if (words === 'All is decided') return;
    const was = (await place.textContent()) ?? '';
    if (!was.startsWith('Figure')) await press(button(page, /^Accept$/));
    else if (words.includes('65')) {
      await press(button(page, 'Begin one word earlier'));
      await expect(title).toContainText('says between');
      await press(button(page, 'Begin one word later'));
      await expect(title).toHaveText('“between 60 and 65”');
      await press(page.locator('.candidate', { hasText: 'Paiporta' }));
      await expect(fact(page, 'About')).toContainText('Paiporta');
      await press(button(page, 'Accept'));
    } else await press(button(page, 'Reject'));
    await expect
      .poll(async () => [await place.textContent(), await title.textContent()], { timeout: 40_000 })
      .not.toEqual([was, words]);
  }
  throw new Error('The proposals have no end.');
}

/** Takes all changes back, to the very first. */
export async function undoAll(): Promise<void> {
  const { origin, hash } = new URL(LINK);
  for (;;) {
    const response = await fetch(`${origin}/api/undo`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Dateline-Token': hash.replace('#token=', ''),
        Origin: origin,
      },
      body: JSON.stringify({ id: crypto.randomUUID() }),
    });
    const { history } = (await response.json()) as { history?: { undo: string | null } };
    if (typeof history?.undo !== 'string') return;
  }
}
