import { Columns } from './columns';
import type { Config } from '../config';
import { nextTab } from '../panel/tab-keys';
import { binsOf, keyOf, type Bin, type DatedCount } from '../dates/bins';
import { DateWords } from '../dates/date-words';
import { passes, spanOf, toggled, type Selection } from '../dates/selection';
import type { Words } from '../words';

/** The largest number of columns, however wide the screen; more are grouped. */
const MOST_COLUMNS = 30;
/** The least width of a column in pixels, so that a finger can hit it. */
const NARROWEST = 26;
/** The least gap between two labels, in pixels. */
const GAP = 4;

/**
 * The dates of all quotes as columns, followed by the undated ones: a listbox with one tab stop
 * (WAI-ARIA, multi-select with roving focus). A drag or Shift selects a range, a click one column.
 */
export class Timeline {
  private readonly list = document.createElement('div');
  private readonly status = document.createElement('p');
  private readonly clear = button('dates-clear');
  private readonly opener = button('dates-opener');
  private readonly dates: DateWords;
  private readonly columns: Columns;
  /** The dates of the records that are shown. */
  private records: readonly DatedCount[] = [];
  private bins: Bin[] = [];
  private options: HTMLElement[] = [];
  private selection: Selection | null = null;
  /** The index of the option that has the focus, or will get it. */
  private at = 0;
  /** Where a range starts, and whether the undated group was chosen then. */
  private start = { index: 0, undated: false };
  private drag: { moved: boolean } | null = null;

  /** Makes the page's timeline interactive; null if it never has two columns. */
  static wake(
    config: Config,
    words: Words,
    onSelect: (selection: Selection | null) => void,
  ): Timeline | null {
    const root = document.getElementById('timeline');
    const useful = config.dates.length > 1 || config.layers.some(({ tiles }) => tiles);
    return root && useful ? new Timeline(root, config, words, onSelect) : null;
  }

  private constructor(
    private readonly root: HTMLElement,
    private readonly config: Config,
    private readonly words: Words,
    private readonly onSelect: (selection: Selection | null) => void,
  ) {
    this.dates = new DateWords(words);
    this.columns = new Columns(words);
    root.setAttribute('role', 'region');
    root.setAttribute('aria-label', words.say('script.dates'));
    this.list.className = 'dates';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-multiselectable', 'true');
    this.list.setAttribute('aria-orientation', 'horizontal');
    this.list.setAttribute('aria-label', words.say('script.dates.label'));
    this.status.className = 'dates-status';
    this.status.setAttribute('role', 'status');
    this.clear.textContent = words.say('script.dates.all');
    this.opener.textContent = words.say('script.dates');
    this.opener.setAttribute('aria-controls', root.id);
    root.append(this.status, this.list, this.clear);
    document.getElementById('map')?.append(this.opener);
    this.open(false);
    this.listen();
    new ResizeObserver(() => this.fit()).observe(this.list);
    this.fit();
  }

  /** Adds the dates of the records that are shown now, in place of those before. */
  offer(records: readonly DatedCount[]): void {
    this.records = records;
    this.fit();
  }

  /** All dates: of quotes and of records. */
  private all(): readonly DatedCount[] {
    return [...this.config.dates, ...this.records];
  }

  /** Shows a selection. */
  show(selection: Selection | null): void {
    // On a phone, an active filter must not be hidden.
    if (selection && !this.selection) this.open(true);
    this.selection = selection;
    this.root.classList.toggle('is-filtered', selection !== null);
    this.opener.classList.toggle('is-filtered', selection !== null);
    this.clear.hidden = selection === null;
    this.options.forEach((option, index) => {
      option.setAttribute('aria-selected', String(selection !== null && this.holds(index)));
    });
    this.say();
  }

  /** Whether a column passes the selection. */
  private holds(index: number): boolean {
    const key = this.bins[index]?.key;
    return this.all().some(
      ({ date }) =>
        (date === null ? undefined : keyOf(this.bins, date)) === key &&
        passes(this.selection, date),
    );
  }

  private say(): void {
    const dates = this.all();
    const chosen = dates.filter(({ date }) => passes(this.selection, date));
    const quotes = (counts: readonly DatedCount[]): number =>
      counts.reduce((total, { excerpts }) => total + excerpts, 0);
    const count = document.createElement('b');
    count.textContent = this.selection
      ? this.words.say('script.dates.some', quotes(chosen), quotes(dates))
      : this.words.say('quote.count', quotes(dates));
    const records = chosen.reduce((total, { records: some = 0 }) => total + some, 0);
    if (this.records.length > 0)
      count.textContent += `${this.words.say('list.separator')}${this.words.say('tile.records', records)}`;
    const comma = document.createElement('span');
    comma.className = 'sr-only';
    comma.textContent = this.words.say('list.separator');
    const range = document.createElement('span');
    range.textContent = this.dates.selection(this.selection);
    // Announce the status only if it has changed.
    if (this.status.textContent === `${count.textContent}${comma.textContent}${range.textContent}`)
      return;
    this.status.replaceChildren(count, comma, range);
  }

  /** Creates as many columns as there is room for. */
  private fit(): void {
    const width = this.list.clientWidth || innerWidth - 32;
    const undated = this.config.dates.find(({ date }) => date === null);
    const room = Math.floor(width / NARROWEST) - (undated ? 3 : 0);
    const bins = binsOf(this.all(), Math.max(2, Math.min(MOST_COLUMNS, room)));
    if (JSON.stringify(bins) !== JSON.stringify(this.bins))
      this.build(bins, undated?.excerpts ?? 0);
    this.root.hidden = this.options.length < 2;
    this.opener.hidden = this.root.hidden;
    this.label();
  }

  /** Labels the columns from the first on, as far as there is room; the year is shown where it changes. */
  private label(): void {
    const labels = this.options.map((option) => option.querySelector<HTMLElement>('.date-label'));
    const last = this.options.length > this.bins.length ? labels.at(-1) : null;
    const taken = last ? [last.getBoundingClientRect()] : [];
    let year = '';
    this.bins.forEach(({ key }, index) => {
      const label = labels[index];
      if (!label) return;
      const known = key.length > 4 && key.slice(0, 4) === year;
      label.textContent = this.dates.date(key, 'short', known ? 'year' : '');
      const box = label.getBoundingClientRect();
      if (taken.some(({ left, right }) => box.left < right + GAP && left < box.right + GAP))
        label.textContent = '';
      else {
        taken.push(box);
        year = key.slice(0, 4);
      }
    });
  }

  private build(bins: Bin[], undated: number): void {
    const focused = this.list.contains(document.activeElement);
    this.bins = bins;
    const most = Math.max(undated, ...bins.map(({ excerpts }) => excerpts));
    const mostRecords = Math.max(1, ...bins.map(({ records }) => records));
    this.options = bins.map(({ key, excerpts, records, broken }) => {
      const option = this.columns.create(this.dates.date(key, 'long'), {
        excerpts,
        records,
        share: excerpts / Math.max(1, most),
      });
      option.style.setProperty('--records', (records / mostRecords).toFixed(3));
      option.classList.toggle('is-broken', broken);
      return option;
    });
    if (undated > 0) {
      const name = this.words.say('script.dates.none');
      const counts = { excerpts: undated, records: 0, share: undated / most };
      const option = this.columns.create(name, counts);
      option.classList.add('is-undated');
      const label = option.querySelector('.date-label');
      if (label) label.textContent = name;
      this.options.push(option);
    }
    this.list.replaceChildren(...this.options);
    this.move(0, focused);
    this.show(this.selection);
    this.begin(0);
  }

  private open(open: boolean): void {
    this.root.classList.toggle('is-open', open);
    this.opener.setAttribute('aria-expanded', String(open));
  }

  private move(index: number, focus: boolean): void {
    this.at = index;
    this.options.forEach((option, other) => (option.tabIndex = other === index ? 0 : -1));
    if (focus) this.options[index]?.focus({ preventScroll: true });
  }

  private begin(index: number): void {
    this.start = { index, undated: this.selection?.undated ?? false };
  }

  private extend(to: number): void {
    const { index, undated } = this.start;
    this.onSelect(spanOf(this.keys(), index, to, undated));
  }

  private toggle(index: number): void {
    this.onSelect(toggled(this.selection, this.keys(), index));
    this.begin(index);
  }

  private keys(): string[] {
    return this.bins.map(({ key }) => key);
  }

  private listen(): void {
    const { list, clear, opener } = this;
    opener.addEventListener('click', () => this.open(!this.root.classList.contains('is-open')));
    clear.addEventListener('click', () => {
      this.onSelect(null);
      this.move(this.at, true);
    });
    list.addEventListener('keydown', (event) => this.onKey(event));
    list.addEventListener('pointerdown', (event) => {
      const index = this.under(event);
      if (event.button !== 0 || index < 0) return;
      event.preventDefault();
      list.setPointerCapture(event.pointerId);
      this.drag = { moved: event.shiftKey };
      if (event.shiftKey) this.extend(index);
      else this.begin(index);
      this.move(index, true);
    });
    list.addEventListener('pointermove', (event) => {
      const index = this.under(event);
      if (!this.drag || index === this.at) return;
      this.drag.moved = true;
      this.move(index, true);
      this.extend(index);
    });
    list.addEventListener('pointerup', () => {
      if (this.drag && !this.drag.moved) this.toggle(this.at);
      this.drag = null;
    });
    list.addEventListener('pointercancel', () => (this.drag = null));
  }

  /** The index of the option at the pointer, even beside or above the list during a drag. */
  private under({ clientX, type }: PointerEvent): number {
    const boxes = this.options.map((option) => option.getBoundingClientRect());
    const inside = boxes.findIndex(({ left, right }) => clientX >= left && clientX <= right);
    if (inside >= 0 || type === 'pointerdown') return inside;
    const away = boxes.map(({ left, right }) => Math.max(left - clientX, clientX - right));
    return away.indexOf(Math.min(...away));
  }

  private onKey(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const { length } = this.options;
    const rightToLeft = document.documentElement.dir === 'rtl';
    const next = nextTab(key, this.at, length, rightToLeft);
    if (key === 'Escape') this.onSelect(null);
    else if (key === 'Enter' || key === ' ') this.toggle(this.at);
    else if (next !== null) {
      // A range does not wrap around at the ends.
      const around = key.startsWith('Arrow') && Math.abs(next - this.at) > 1;
      const to = around ? this.at : next;
      this.move(to, true);
      if (shiftKey) this.extend(to);
      else this.begin(to);
    } else return;
    event.preventDefault();
  }
}

function button(className: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  return made;
}
