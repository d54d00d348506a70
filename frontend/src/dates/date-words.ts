import type { DateRange, Selection } from './selection';
import type { Words } from '../words';

/** Formats dates as the pages do: "11 March 2025", "March 2025", "2025". */
export class DateWords {
  private readonly months: Readonly<Record<'short' | 'long', Intl.DateTimeFormat>>;

  constructor(private readonly words: Words) {
    const format = (month: 'short' | 'long'): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(words.locale, { day: 'numeric', month, timeZone: 'UTC' });
    this.months = { short: format('short'), long: format('long') };
  }

  /**
   * @param leave what to leave out because the reader knows it already: the year, or year and month
   */
  date(iso: string, length: 'short' | 'long', leave: '' | 'year' | 'month' = ''): string {
    const [year = '', month, day] = iso.split('-');
    if (month === undefined) return year;
    const at = new Date(Date.UTC(2000, Number(month) - 1, 1));
    const name = this.months[length].formatToParts(at).find(({ type }) => type === 'month')?.value;
    const parts = [day === undefined ? '' : String(Number(day))];
    if (leave !== 'month') parts.push(name ?? month);
    if (leave === '') parts.push(year);
    return parts.filter((part) => part !== '').join(' ');
  }

  /** Formats a range as "11 to 12 March 2025", without repeating what both ends share. */
  range({ from, to }: DateRange): string {
    if (from === to) return this.date(from, 'long');
    const days = from.length === 10 && to.length === 10;
    const leave =
      days && from.slice(0, 7) === to.slice(0, 7)
        ? 'month'
        : from.length > 4 && to.length > 4 && from.slice(0, 4) === to.slice(0, 4)
          ? 'year'
          : '';
    return this.words.say(
      'script.dates.range',
      this.date(from, 'long', leave),
      this.date(to, 'long'),
    );
  }

  /** Formats a selection as "11 March 2025, and not dated". */
  selection(selection: Selection | null): string {
    if (!selection) return this.words.say('script.dates.all');
    const { range, undated } = selection;
    if (!range) return this.words.say('script.dates.none');
    const text = this.range(range);
    return undated ? this.words.say('script.dates.andNone', text) : text;
  }
}
