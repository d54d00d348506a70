import type { DateRange, Selection } from './selection';
import type { Words } from '../words';

/** Formats dates as the pages do, by CLDR: "11 March 2025", "March 2025", "2025". */
export class DateWords {
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  constructor(private readonly words: Words) {}

  /**
   * @param leave what to leave out because the reader knows it already: the year, or year and month
   */
  date(iso: string, length: 'short' | 'long', leave: '' | 'year' | 'month' = ''): string {
    const [year = '', month, day] = iso.split('-');
    return this.format(
      leave === '',
      month !== undefined && leave !== 'month' ? length : undefined,
      day !== undefined,
    ).format(new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))));
  }

  private format(
    year: boolean,
    month: 'short' | 'long' | undefined,
    day: boolean,
  ): Intl.DateTimeFormat {
    const key = `${year}${month}${day}`;
    let format = this.formats.get(key);
    if (!format) {
      // Dates of the pages' English are British.
      const locale = this.words.locale === 'en' ? 'en-GB' : this.words.locale;
      const known = Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
      // Months of a language that the browser does not know are numbers: 2025-03-11, in its digits.
      format = new Intl.DateTimeFormat(known ? locale : locale.replace(/^.*?(?=-u-|$)/, 'sv'), {
        calendar: 'gregory',
        timeZone: 'UTC',
        ...(year && { year: 'numeric' }),
        ...(month && { month: known ? month : '2-digit' }),
        ...(day && { day: known ? 'numeric' : '2-digit' }),
      });
      this.formats.set(key, format);
    }
    return format;
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
