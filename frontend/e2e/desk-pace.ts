import { expect, type Locator, type Page } from '@playwright/test';
import { button, current, fact, goTo, openDraft, press, slow, tabTo, undoAll } from './desk';

/** Presses keys while answers wait. */
export async function pressAhead(page: Page): Promise<void> {
  await openDraft(page, 'by-phone');
  await slow(page, '**/api/ops', 300);
  await goTo(page, 'Torrent');
  await press(page, 'Enter', 'p');
  await page.keyboard.type('Blue Cross');
  await press(page, 'Enter', 's');
  await page.keyboard.type('Poyo');
  // The figure, Paiporta, and away with the next figure; then the word behind another one as a place.
  await press(page, 'Enter', 'Enter', 'Enter', 'x', 'w', '1');
  const item = (words: string): Locator => page.locator('.item', { hasText: words });
  await expect(page.locator('.item.is-decided')).toHaveCount(3);
  for (const words of ['Torrent', '83', 'Paiporta'])
    await expect(item(words)).toHaveClass(/is-decided/);
  await expect(item('between 60')).toHaveCount(0);
  await expect(current(page)).toContainText('missing, place');
  await goTo(page, '83');
  await expect(fact(page, 'Said by')).toContainText('Blue Cross');
  await page.unrouteAll({ behavior: 'wait' });
  await undoAll();
}

/** Lets answers come while a button is pressed or has the focus, and connections break. */
export async function loseNothing(page: Page): Promise<void> {
  await openDraft(page, 'by-phone');
  await goTo(page, 'Utiel');
  // What is pressed when the answer comes stays there until it is released.
  await slow(page, '**/api/ops', 500);
  await button(page, /^Reject$/).hover();
  const answer = page.waitForResponse('**/api/ops');
  await press(page, 'Enter');
  await page.mouse.down();
  await answer;
  await page.waitForTimeout(200);
  await expect(page.locator('.card h2')).toHaveText('“Utiel”');
  await page.mouse.up();
  await expect(page.locator('.item', { hasText: 'Utiel' })).toHaveCount(0);
  await page.unrouteAll({ behavior: 'wait' });

  // A button keeps the focus when the report is checked.
  await slow(page, '**/problems', 500);
  const checked = page.waitForResponse('**/problems');
  await goTo(page, 'Torrent');
  await press(page, 'Enter');
  const preview = page.getByRole('button', { name: 'Preview' });
  await tabTo(page, preview, 'Shift+Tab');
  await checked;
  await page.waitForTimeout(100);
  await expect(preview).toBeFocused();
  await page.locator('.desk-items').focus();

  await page.route('**/api/ops', (route) => route.abort('connectionreset'), { times: 2 });
  await goTo(page, 'Paiporta');
  await press(page, 'Enter');
  await expect(page.locator('.status')).toContainText('does not answer');
  await expect(page.locator('.item', { hasText: /^Paiporta/ })).toHaveClass(/is-decided/);
  await expect(page.locator('.status')).not.toContainText('does not answer');
  await page.unrouteAll({ behavior: 'wait' });
  await undoAll();
}
