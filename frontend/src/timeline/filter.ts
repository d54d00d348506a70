import { passes, type Selection } from '../dates/selection';
import type { Words } from '../words';

/** The class of hidden elements; the target of the address is shown all the same. */
const OUTSIDE = 'is-outside';
/** Sections with one list each, whose number is in their heading or tab. */
const LISTS = '.tab, .place-quotes, .place-reports, .report-quotes, .report-places, .claim-quotes';

/** The items that such a number counts; claims are counted by their own dates. */
const ITEMS = '.quote, .features > li:has(.count), .reports > li, .claim-items i[data-date]';

/** Sections with the beginning of a long list. */
const PART = '.is-beginning';

/** Where the note is inserted: above the tabs on the home page, otherwise before the quotes. */
const NOTE_BEFORE = `.panel[data-page='home'] .tabs, .panel:not([data-page='home']) ol.quotes`;

/** The callbacks of the filter. */
export interface PanelFilterOptions {
  /** The number of quotes about a feature that pass; null if unknown. */
  readonly told: (id: string) => number | null;
  /** Called when the reader wants to see all dates. */
  readonly onClear: () => void;
}

/**
 * Hides everything outside the chosen dates: elements with `data-date` (ISO 8601; empty if
 * undated), each `data-dated-group` with nothing left in it, and features and reports without a
 * visible quote. It also updates the numbers to what is visible.
 */
export class PanelFilter {
  private readonly note = document.createElement('p');
  private readonly text = document.createElement('span');

  constructor(
    private readonly stage: HTMLElement,
    private readonly words: Words,
    private readonly options: PanelFilterOptions,
  ) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.say('script.dates.all');
    button.addEventListener('click', () => {
      options.onClear();
      // The button has disappeared, so the panel takes the focus.
      stage.querySelector<HTMLElement>('#panel')?.focus({ preventScroll: true });
    });
    this.note.className = 'dates-note';
    this.note.append(this.text, ' ', button);
  }

  /** Applies a selection to the page; null shows everything. */
  apply(selection: Selection | null): void {
    const { stage } = this;
    stage.classList.toggle('is-timed', selection !== null);
    for (const dated of all(stage, '[data-date]')) {
      outside(dated, !passes(selection, dated.dataset.date ?? null));
    }
    for (const group of all(stage, '[data-dated-group]')) {
      outside(group, selection !== null && isEmpty(group, '[data-date]'));
    }
    for (const list of all(stage, '.panel ol.quotes')) showGaps(list, selection !== null);
    for (const comparison of all(stage, '.comparison'))
      judge(stage, comparison, selection !== null);
    this.filterFeatures(selection !== null);
    this.filterReports();
    for (const section of all(stage, LISTS)) this.count(section, selection !== null);
    this.say(selection !== null);
  }

  private filterFeatures(on: boolean): void {
    for (const link of all(this.stage, '.panel .feature[data-feature]')) {
      const badge = link.querySelector<HTMLElement>('.count');
      const told = this.options.told(link.dataset.feature ?? '');
      // Features without a quote are in a list that is collapsed as a whole.
      if (!badge || told === null) continue;
      outside(link.parentElement, on && told === 0);
      badge.textContent = this.words.say('quote.count', told);
    }
    for (const group of all(this.stage, '.panel .group')) {
      outside(group, on && isEmpty(group, '.features > li:has(.count)'));
    }
  }

  private filterReports(): void {
    if (this.stage.querySelector(`.panel #quotes${PART}`)) return;
    const quotes = all(this.stage, '.panel .quote[data-report]');
    for (const entry of all(this.stage, '.panel .reports > [data-report]')) {
      const told = quotes.filter(({ dataset }) => dataset.report === entry.dataset.report);
      outside(entry, told.length > 0 && told.every(isOutside));
    }
  }

  private count(section: HTMLElement, on: boolean): void {
    const { id } = section;
    const number =
      section.querySelector<HTMLElement>('h2 b') ??
      this.stage.querySelector<HTMLElement>(`.tabs a[href="#${CSS.escape(id)}"] b`);
    const items = all(section, ITEMS);
    if (!number || items.length === 0) return;
    number.dataset.all ??= number.textContent;
    const shown = items.filter((item) => !isOutside(item)).length;
    // The rest of a long list is on other pages: how much of it passes is not known here.
    number.hidden = on && section.matches(PART);
    number.textContent = on ? this.words.number(shown) : number.dataset.all;
  }

  /** Writes "5 of 21 quotes; 16 outside the chosen dates." before the quotes. */
  private say(on: boolean): void {
    const quotes = all(this.stage, '.panel .quote');
    const shown = quotes.filter((quote) => !isOutside(quote)).length;
    const before = this.stage.querySelector(NOTE_BEFORE);
    // Above the tabs, the note would move the lists while the reader drags; their numbers are
    // enough.
    const told = before?.matches('.tabs') && shown > 0;
    if (!on || !before || told || shown === quotes.length) {
      this.note.remove();
      return;
    }
    this.text.textContent = this.words.say(
      'script.dates.outside',
      shown,
      quotes.length,
      quotes.length - shown,
    );
    if (before.previousElementSibling !== this.note) before.before(this.note);
  }
}

/**
 * Shows a gap mark between quotes if text is left out or a quote is hidden between them, at most
 * one.
 */
function showGaps(list: HTMLElement, on: boolean): void {
  for (const made of all(list, '.gap[data-made]')) made.remove();
  const gaps = all(list, '.gap');
  for (const gap of gaps) outside(gap, on);
  const model = gaps[0];
  if (!on || !model) return;
  let left = false;
  for (const item of [...list.children]) {
    if (item.classList.contains('gap') || isOutside(item)) left = true;
    else if (left) {
      const gap = model.cloneNode(true) as HTMLElement;
      gap.dataset.made = '';
      outside(gap, false);
      item.before(gap);
      left = false;
    }
  }
}

/**
 * Says of a comparison what its visible figures allow: the verdict on all of them may not hold for
 * some.
 */
function judge(stage: HTMLElement, comparison: HTMLElement, on: boolean): void {
  const verdict = comparison.querySelector<HTMLElement>('.verdict');
  if (!verdict) return;
  verdict.dataset.all ??= verdict.textContent;
  const rows = all(comparison, 'tr[data-relations]');
  const left = rows.filter((row) => !isOutside(row));
  const whole = !on || left.length === rows.length;
  const key = whole ? verdict.dataset.verdict : verdictOn(rows, left);
  const said = JSON.parse(verdict.dataset.verdicts ?? '{}') as Record<string, string>;
  verdict.textContent = whole ? verdict.dataset.all : (said[key ?? ''] ?? '');
  comparison.classList.toggle('is-contested', key === 'contradicts');
  if (!comparison.querySelector('.is-docked')) return;
  const dock = stage.querySelector<HTMLElement>('.dock');
  const title = dock?.querySelector('.dock-title span');
  if (title) title.textContent = verdict.textContent;
  dock?.classList.toggle('is-contested', key === 'contradicts');
}

/** The key of the verdict on some of all rows of a table of claims. */
function verdictOn(all: readonly HTMLElement[], rows: readonly HTMLElement[]): string {
  const left = new Set(rows.map((row) => String(all.indexOf(row))));
  const relations = new Set(
    rows
      .flatMap(({ dataset }) => (dataset.relations ?? '').split(' '))
      .map((relation) => relation.split(':'))
      .filter(([, others = '']) => others.split(',').some((other) => left.has(other)))
      .map(([relation]) => relation),
  );
  const first = ['contradicts', 'revised', 'not-dated', 'later'].find((key) => relations.has(key));
  return first ?? (rows.length > 1 ? 'compatible' : rows.length > 0 ? 'single' : 'none');
}

function all(parent: Element, selector: string): HTMLElement[] {
  return [...parent.querySelectorAll<HTMLElement>(selector)];
}

function outside(element: Element | null, is: boolean): void {
  element?.classList.toggle(OUTSIDE, is);
}

function isOutside(element: Element): boolean {
  return element.classList.contains(OUTSIDE);
}

/** Whether a group contains elements of a kind, but all of them are hidden. */
function isEmpty(group: HTMLElement, selector: string): boolean {
  const items = all(group, selector);
  return items.length > 0 && items.every(isOutside);
}
