import type { Words } from '../words';

/** What a column of the timeline stands for. */
export interface ColumnCounts {
  readonly excerpts: number;
  readonly records: number;
  /** The height of the column for quotes, 0 to 1. */
  readonly share: number;
}

/** Makes the columns of a timeline. */
export class Columns {
  /** Made when there are records to count, which most catalogs have none of. */
  private compact: Intl.NumberFormat | null = null;

  constructor(private readonly words: Words) {}

  /** An option for a date: its count, its bar, room for its label, and all of it in words. */
  create(name: string, { excerpts, records, share }: ColumnCounts): HTMLElement {
    const { words } = this;
    const option = document.createElement('div');
    option.className = 'date-column';
    option.setAttribute('role', 'option');
    const hasQuotes = excerpts > 0 || records === 0;
    option.title = [
      name,
      ...(hasQuotes ? [words.say('quote.count', excerpts)] : []),
      ...(records > 0 ? [words.say('tile.records', records)] : []),
    ].join(', ');
    option.classList.toggle('has-records', records > 0);
    const [count, bar, label, spoken] = ['date-count', 'date-bar', 'date-label', 'sr-only'].map(
      (part) => {
        const span = document.createElement('span');
        span.className = part;
        if (part !== 'sr-only') span.setAttribute('aria-hidden', 'true');
        return span;
      },
    ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
    spoken.textContent = option.title;
    count.textContent = hasQuotes ? words.number(excerpts) : this.short(records);
    bar.style.setProperty('--share', share.toFixed(3));
    option.append(count, bar, label, spoken);
    return option;
  }

  private short(records: number): string {
    this.compact ??= new Intl.NumberFormat(this.words.locale, { notation: 'compact' });
    return this.compact.format(records);
  }
}
