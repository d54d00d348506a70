import { expect } from '@playwright/test';
import { open, plain, test } from './site';

/**
 * Parties that the five reports name for each measure of the hijacking, figures that differ, what
 * they are to each other, and the verdict on all.
 */
const MEASURES = [
  {
    measure: 'hostages',
    parties: ['Baloch Liberation Army (BLA)', 'Local police', 'in its own voice'],
    apart: ['35', '214'],
    relation: 'not-dated',
    verdict: 'when they were counted is not stated for all',
  },
  {
    measure: 'aboard',
    parties: ['A security official', 'Railway officials', 'in its own voice'],
    apart: ['425', '450'],
    relation: 'contradicts',
    verdict: 'Contested',
  },
  {
    measure: 'killed',
    parties: ['Baloch Liberation Army (BLA)', 'A security official', 'Officials'],
    apart: ['6', '20'],
    relation: 'not-dated',
    verdict: 'when they were counted is not stated for all',
  },
  {
    measure: 'rescued',
    parties: ['Sources in Islamabad', 'Government officials'],
    apart: ['80', '190'],
    relation: 'not-dated',
    verdict: 'when they were counted is not stated for all',
  },
] as const;

for (const { measure, parties, apart, relation, verdict } of MEASURES) {
  test(`the figures for "${measure}" stand side by side, with what they are to each other`, async ({
    page,
  }) => {
    await open(page, `/claims/${measure}/`);
    const dock = page.locator('.dock');
    await expect(dock.locator('.dock-title')).toContainText(verdict);
    for (const party of parties) {
      await expect(
        dock.locator('.plot-row .party').filter({ hasText: party }).first(),
      ).toBeVisible();
    }
    const labels = await dock.locator('.plot-mark text:not(.plot-note)').allTextContents();
    expect(labels).toEqual(expect.arrayContaining([...apart]));
    const [low, high] = apart;
    const row = page.locator('.claims tr', { has: page.locator(`b:text-is("${low}")`) }).first();
    await expect(row.locator(`.claim-other.is-${relation}`)).toContainText(high);
  });

  test(`each mark of "${measure}" leads to the sentence that carries it`, async ({ page }) => {
    await open(page, `/claims/${measure}/`);
    const marks = page.locator('.panel .plot-mark');
    const rows = page.locator('.claims tbody tr:not(.is-part)');
    expect(await marks.count()).toBe(await rows.count());
    for (const mark of await marks.all()) {
      const target = (await mark.getAttribute('href')) ?? '';
      const quote = page.locator(`.panel .quote[id="${target.slice(1)}"] blockquote`);
      const label = (await mark.locator('text').first().textContent()) ?? '';
      const words = await page
        .locator(`.claims tr:has(a[href="${target}"]) [lang]`)
        .allTextContents();
      const number = /[\d,]+/.exec(label)?.[0];
      const said = words.join(' ');
      const text = (await quote.textContent()) ?? '';
      // A number stands in its quote in digits, or spelled out as the table has it.
      expect(number ? text.includes(number) || said !== '' : text.includes(label)).toBe(true);
    }
  });
}

test('a mark opens its quote by mouse and by keyboard', async ({ page }) => {
  await open(page, '/claims/hostages/');
  const mark = page.locator('.dock .plot-mark', { hasText: /^35“/ });
  await mark.click();
  const quote = page.locator('#abc-wires-3');
  await expect(quote).toHaveClass(/is-target/);
  await expect(quote).toBeInViewport();
  await expect(quote.locator('blockquote')).toContainText('the number of hostages was 35');
  const other = page.locator('.dock .plot-mark', { hasText: 'more than 100' });
  await other.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#islamabad-2025-03-11-1')).toHaveClass(/is-target/);
});

test('what a report could not verify says so beside its figure and leads to the sentence', async ({
  page,
}) => {
  for (const [measure, sentence] of [
    ['hostages-killed', 'Reuters was not able to verify'],
    ['attackers-killed', 'Reuters was also not able to verify'],
  ] as const) {
    await open(page, `/claims/${measure}/`);
    await page.locator('.claims .not-verified').first().click();
    await expect(page.locator('.panel .quote.is-target blockquote')).toContainText(sentence);
  }
});

test('an incident lists its claims by measure, contested ones marked', async ({ page }) => {
  await open(page, '/places/jaffar-express-hijacking/');
  await page.getByRole('tab', { name: /Claims/ }).click();
  const items = page.locator('#claims .claim-item');
  const aboard = items.filter({ hasText: 'People aboard' }).first();
  await expect(aboard.locator('.contested')).toBeVisible();
  await expect(aboard).toContainText('A security official: more than 400 “passengers”');
  await expect(items.filter({ hasText: 'Carriages' }).locator('.contested')).toHaveCount(0);
  await items.filter({ hasText: 'Rescued' }).first().click();
  await expect(page.locator('.panel h1')).toHaveText('Rescued');
  await page.goBack();
  await expect(page.locator('.panel h1')).toHaveText('Jaffar Express hijacking');
});

test('the dock closes, and its plot is then in the reading panel', async ({ page }) => {
  await open(page, '/claims/aboard/');
  await expect(page.locator('.panel .plot').first()).toBeHidden();
  await page.locator('.dock-close').click();
  await expect(page.locator('.dock')).toBeHidden();
  await expect(page.locator('.panel .plot').first()).toBeVisible();
});

test('chosen dates filter figures, marks and lists of claims', async ({ page }) => {
  await open(page, '/claims/hostages/#time=2025-03-11');
  const dated = page.locator('.claims tbody tr:not(.is-outside)');
  await expect(dated).toHaveCount(3);
  await expect(page.locator('.dock .plot-mark:not(.is-outside)')).toHaveCount(3);
  await expect(page.locator('.dock .plot-row', { hasText: 'Local police' })).toBeHidden();
  await open(page, '/claims/aboard/#time=2025-03-11');
  await expect(page.locator('.panel .verdict')).not.toContainText('Contested');
  await open(page, '/claims/coffins/#time=2025-03-11');
  await expect(page.locator('.panel .verdict')).toHaveText('No figure within the chosen dates.');
  await open(page, '/places/jaffar-express-hijacking/#claims&time=2025-03-11');
  const items = page.locator('#claims .claim-item:visible');
  await expect(items.filter({ hasText: 'Hostages' }).locator('.party:visible')).toHaveCount(2);
  await expect(items.filter({ hasText: 'Rescued' })).toHaveCount(0);
});

test('on a phone the plot is in the reading panel and nothing is wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/claims/hostages/');
  await page.locator('.sheet-handle').click();
  await expect(page.locator('.panel .plot-mark').first()).toBeInViewport();
  await expect(page.locator('.dock')).toBeHidden();
  const wide = await page.evaluate(
    () =>
      document.querySelector('.panel')!.scrollWidth - document.querySelector('.panel')!.clientWidth,
  );
  expect(wide).toBe(0);
});

plain.describe('without script', () => {
  plain.use({ javaScriptEnabled: false });

  plain('plot and table stand in the page, and a mark leads to its quote', async ({ page }) => {
    await page.goto('/claims/hostages/');
    await expect(page.locator('.plot-mark').first()).toBeVisible();
    await expect(page.locator('.claims tbody tr')).toHaveCount(8);
    await page.locator('.plot-mark', { hasText: /^35“/ }).click();
    await expect(page.locator('#abc-wires-3')).toBeInViewport();
  });
});

test('right to left, larger numbers stand further to the left', async ({ page }) => {
  await open(page, '/ur/claims/hostages/');
  const x = async (text: RegExp): Promise<number> =>
    (await page
      .locator('.dock .plot-mark', { hasText: text })
      .last()
      .locator('circle')
      .boundingBox())!.x;
  expect(await x(/^214/)).toBeLessThan(await x(/^35$/));
});

test.describe('the second catalog', () => {
  const address = process.env.SECOND_URL ?? '';
  test.skip(address === '', 'SECOND_URL names no server of the second catalog.');
  test.use({ baseURL: address });

  test('has its own measures, contested or not', async ({ page }) => {
    await open(page, '/claims/lyudi-v-kolonne/');
    await expect(page.locator('.comparison')).toHaveClass(/is-contested/);
    await open(page, '/claims/na-parome/');
    await expect(page.locator('.comparison')).not.toHaveClass(/is-contested/);
  });
});
