import type { Action } from './keys';
import { inOrder, neighbour, type Order } from './order';
import { pageText, type PageText } from './page-text';
import { moved, sentenceAround, type Move, type Span } from './text';
import type { Changed, Item, Report } from './wire';

/** The proposals of a report in their order, with the one in focus. */
export class Proposals {
  page: PageText;
  order: Order = 'text';
  /** The key of the proposal in focus; null for none. */
  focused: string | null = null;

  constructor(public report: Report) {
    this.page = pageText(report);
  }

  /** Takes the report as it is after a change. */
  take(report: Report): void {
    this.report = report;
    this.page = pageText(report);
  }

  items(): Item[] {
    const { report, order } = this;
    const ordered = report.items.map((item) => ({
      item,
      key: item.key,
      start: this.spanOf(item)?.start ?? 0,
      sure: item.sure,
      open: item.open,
    }));
    return inOrder(ordered, order).map(({ item }) => item);
  }

  item(): Item | null {
    return this.report.items.find(({ key }) => key === this.focused) ?? null;
  }

  /** The proposal before or after the one in focus. */
  neighbour(by: 1 | -1): string | null {
    const items = this.items().map((item) => ({ ...item, start: 0 }));
    return neighbour(items, this.focused, by)?.key ?? null;
  }

  /** The keys of the proposals that follow the one in focus, from the top again after the last. */
  following(): string[] {
    const keys = this.items().map(({ key }) => key);
    const at = this.focused === null ? -1 : keys.indexOf(this.focused);
    return [...keys.slice(at + 1), ...keys.slice(0, Math.max(at, 0))];
  }

  /** Whether a button of a proposal's former card still makes sense: accepted twice is accepted once. */
  canStill(action: Action, key: string): boolean {
    const item = this.report.items.find((one) => one.key === key);
    return item !== undefined && (action !== 'accept' || item.open);
  }

  /**
   * The proposal that comes into focus after a change.
   *
   * @param following the keys that followed before
   * @param goOn      whether the change, if it was made, leads to the next open one
   */
  focusAfter(
    { report, focus = null, next = null, said }: Partial<Changed>,
    following: readonly string[],
    goOn: boolean,
  ): string | null {
    if (!goOn || said === undefined) return focus ?? this.focused;
    const open = new Set(report?.items.filter((item) => item.open).map(({ key }) => key));
    return following.find((key) => open.has(key)) ?? next;
  }

  /** Where the words of a proposal first stand in the page's text; null if it names no words. */
  spanOf({ key }: Item): Span | null {
    const spans = this.page.items.filter(({ item }) => item.key === key);
    const [first] = spans.sort((a, b) => a.start - b.start);
    return first ? { start: first.start, end: first.end } : null;
  }

  /** The sentence that a proposal's words stand in. */
  sentenceOf(item: Item): string {
    const { content } = this.page;
    const span = this.spanOf(item);
    if (!span) return '';
    const { start, end } = sentenceAround(content, span, this.report.language);
    return content.slice(start, end);
  }

  /** Other words for a proposal, one end moved by a word within its quote; null if it cannot move. */
  moved(item: Item, move: Move): readonly [number, number] | null {
    const { content, excerpts } = this.page;
    const span = this.spanOf(item);
    const quote = excerpts.find(({ id }) => id === item.excerpt);
    if (!span || !quote) return null;
    const to = moved(content, span, move, quote, this.report.language);
    return to === span ? null : [to.start - quote.start, to.end - quote.start];
  }

  /** The word after the proposal in focus, where a selection begins. */
  nextWord(): Span {
    const { content } = this.page;
    const { language } = this.report;
    const item = this.item();
    const after = (item && this.spanOf(item)?.end) ?? 0;
    const all = { start: 0, end: content.length };
    const from = { start: after, end: content.length };
    const { start } = moved(content, from, { edge: 'start', onwards: true }, all, language);
    const first = { start, end: start + 1 };
    return moved(content, first, { edge: 'end', onwards: true }, all, language);
  }
}
