const PLURAL = /\{(\d),plural,((?:[=\w]+\{[^{}]*\})+)\}/g;

/** The messages that the server writes into the page, as ICU patterns by key. */
export class Words {
  private readonly numbers: Intl.NumberFormat;
  private readonly plurals: Intl.PluralRules;

  /** @param locale the language of the messages, which may differ from the page's */
  constructor(
    readonly locale: string,
    private readonly patterns: Readonly<Record<string, string>>,
  ) {
    this.numbers = new Intl.NumberFormat(locale);
    this.plurals = new Intl.PluralRules(locale);
  }

  /** Formats a message with its values: `{0}`, `{0,plural,=0{…}one{…}other{#…}}`, and `''` for an apostrophe. */
  say(key: string, ...values: readonly (string | number)[]): string {
    return (this.patterns[key] ?? key)
      .replace(PLURAL, (_, at: string, forms: string) => {
        const n = Number(values[Number(at)]);
        const form = [`=${n}`, this.plurals.select(n), 'other']
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

  /** The name of a kind of feature; the data's own word if there is none. */
  kind(kind: string): string {
    return this.patterns[`kind.${kind}`] ?? kind;
  }

  /** Formats a number as the messages do. */
  number(n: number): string {
    return this.numbers.format(n);
  }
}
