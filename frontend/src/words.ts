import { nextTask } from './pace';

const PLURAL = /\{(\d),plural,((?:[=\w]+\{[^{}]*\})+)\}/g;

/** The messages that the server writes into the page, as ICU patterns by key. */
export class Words {
  private latin: boolean | null = null;
  private numbers: Intl.NumberFormat | null = null;
  private plurals: Intl.PluralRules | null = null;

  /** @param locale the language of the messages, which may differ from the page's */
  constructor(
    readonly locale: string,
    private readonly patterns: Readonly<Record<string, string>>,
  ) {}

  /** These messages and more. */
  with(patterns: Readonly<Record<string, string>>): Words {
    return new Words(this.locale, { ...this.patterns, ...patterns });
  }

  /**
   * Reads the browser's rules for digits and plurals, each in a task of its own: for a slow phone, that is much. Without
   * it, they are read when they are first needed.
   */
  async prepare(): Promise<void> {
    this.number(0);
    await nextTask();
    this.plurals ??= new Intl.PluralRules(this.locale);
    await nextTask();
  }

  /** Formats a message with its values: `{0}`, `{0,plural,=0{…}one{…}other{#…}}`, and `''` for an apostrophe. */
  say(key: string, ...values: readonly (string | number)[]): string {
    return (this.patterns[key] ?? key)
      .replace(PLURAL, (_, at: string, forms: string) => {
        const n = Number(values[Number(at)]);
        const form = [`=${n}`, this.plural(n), 'other']
          .map((name) => new RegExp(`(?:^|\\})${name}\\{([^}]*)`).exec(forms)?.[1])
          .find((text) => text !== undefined);
        return (form ?? '').replace('#', this.number(n));
      })
      .replace(/\{(\d)\}/g, (_, at: string) => {
        const value = values[Number(at)] ?? '';
        return typeof value === 'number' ? this.number(value) : value;
      })
      .replaceAll("''", "'");
  }

  /** Whether there is such a message. */
  has(key: string): boolean {
    return key in this.patterns;
  }

  /** The name of a kind of feature; the data's own word if there is none. */
  kind(kind: string): string {
    return this.patterns[`kind.${kind}`] ?? kind;
  }

  /** Formats a number as the messages do. */
  number(n: number): string {
    // A slow phone needs more than 50 ms to read the rules for numbers, which differ from this only above 999.
    if (n >= 0 && n < 1000 && Number.isInteger(n) && (this.latin ??= isLatin(this.locale)))
      return String(n);
    this.numbers ??= digits(this.locale);
    return this.numbers.format(n);
  }

  private plural(n: number): string {
    this.plurals ??= new Intl.PluralRules(this.locale);
    return this.plurals.select(n);
  }
}

/** The numbers of a language. */
function digits(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(localesOf(locale));
}

/** Whether a language writes 0 to 9. Dates have the same digits as numbers, and their rules are read faster. */
function isLatin(locale: string): boolean {
  return new Intl.DateTimeFormat(localesOf(locale)).resolvedOptions().numberingSystem === 'latn';
}

/** A browser that does not know a language has its digits in any other one. */
function localesOf(locale: string): string[] {
  return [locale, locale.replace(/^.*?(?=-u-|$)/, 'en')];
}
