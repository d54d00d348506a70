import { passes, type Selection } from '../dates/selection';
import type { Words } from '../words';

/** Hidden, unless it is what the address points to. */
const OUTSIDE = 'is-outside';
/** Sections with one list each, whose number stands in their heading or their tab. */
const LISTS = '.tab, .place-quotes, .place-reports, .report-quotes, .report-places, .claim-quotes';

/** What such a number counts; of claims each stands as a date of its own. */
const ITEMS = '.quote, .features > li:has(.count), .reports > li, .claim-items i[data-date]';

/** On the home page above its tabs; elsewhere where the quotes begin. */
const NOTE_BEFORE = `.panel[data-page='home'] .tabs, .panel:not([data-page='home']) ol.quotes`;

/** What the filter asks of those who use it. */
export interface PanelFilterOptions {
  /** How many quotes about a feature pass; null where that is not known. */
  readonly told: (id: string) => number | null;
  /** The reader wants to see all dates. */
  readonly onClear: () => void;
}

/**
 * Hides what is outside the chosen dates: every element with `data-date` (ISO 8601, empty where
 * undated), every `data-dated-group` of which nothing is left, the features and reports that no shown
 * quote speaks of; and makes the numbers say what is shown.
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
      // The button is gone: the focus stays where the reader was.
      stage.querySelector<HTMLElement>('#panel')?.focus({ preventScroll: true });
    });
    this.note.className = 'dates-note';
    this.note.append(this.text, ' ', button);
  }

  /** Applies a selection to all that is on the page now; null shows all. */
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
    this.filterFeatures(selection !== null);
    this.filterReports();
    for (const section of all(stage, LISTS)) this.count(section, selection !== null);
    this.say(selection !== null);
  }

  private filterFeatures(on: boolean): void {
    for (const link of all(this.stage, '.panel .feature[data-feature]')) {
      const badge = link.querySelector<HTMLElement>('.count');
      const told = this.options.told(link.dataset.feature ?? '');
      // Those without a quote are folded away as a whole.
      if (!badge || told === null) continue;
      outside(link.parentElement, on && told === 0);
      badge.textContent = this.words.number(told);
      badge.setAttribute('aria-label', this.words.say('quote.count', told));
    }
    for (const group of all(this.stage, '.panel .group')) {
      outside(group, on && isEmpty(group, '.features > li:has(.count)'));
    }
  }

  private filterReports(): void {
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
    number.textContent = on ? this.words.number(shown) : number.dataset.all;
  }

  /** "5 of 21 quotes; 16 outside the chosen dates." where the quotes begin. */
  private say(on: boolean): void {
    const quotes = all(this.stage, '.panel .quote');
    const shown = quotes.filter((quote) => !isOutside(quote)).length;
    const before = this.stage.querySelector(NOTE_BEFORE);
    // Above the tabs it would push the lists about while a reader drags; their numbers say it.
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

/** Text is left out where the report leaves it out, and where a quote is hidden: said once between two. */
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

function all(parent: Element, selector: string): HTMLElement[] {
  return [...parent.querySelectorAll<HTMLElement>(selector)];
}

function outside(element: Element | null, is: boolean): void {
  element?.classList.toggle(OUTSIDE, is);
}

function isOutside(element: Element): boolean {
  return element.classList.contains(OUTSIDE);
}

/** Whether something of a kind is in a group, and none of it is shown. */
function isEmpty(group: HTMLElement, selector: string): boolean {
  const items = all(group, selector);
  return items.length > 0 && items.every(isOutside);
}
