import { el } from './dom';
import type { PageText, ShownItem } from './page-text';
import { sureness } from './said';
import { paragraphs, stretches, wholeWords, type Span } from './text';

/** What an editor does in the text. */
export interface TextActions {
  readonly onItem: (key: string) => void;
  /** Called with the words that are selected; null when a click took the selection away. */
  readonly onSelect: (words: Span | null) => void;
}

interface Mark extends Span {
  readonly type: 'aside' | 'excerpt' | 'item';
  readonly shown?: ShownItem;
}

/** The text of a report with its quotes, places and figures marked. It is shown as text, never as HTML. */
export class TextView {
  readonly element = el('div', { class: 'desk-text', tabindex: '0' });
  private page: PageText | null = null;
  private language = 'en';
  private waiting = 0;

  constructor(private readonly actions: TextActions) {
    this.element.addEventListener('click', (event) => {
      const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
      if (getSelection()?.isCollapsed === false) return;
      if (key) actions.onItem(key);
      else actions.onSelect(null);
    });
    document.addEventListener('selectionchange', () => {
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => this.onSelection(), 200);
    });
  }

  show(page: PageText, language: string, label: string): void {
    this.page = page;
    this.language = language;
    const { element } = this;
    element.lang = language;
    element.dir = isRightToLeft(language) ? 'rtl' : 'ltr';
    element.setAttribute('aria-label', label);
    element.setAttribute('role', 'region');
    element.classList.toggle('is-quotes', !page.whole);
    const marks: Mark[] = [
      ...page.aside.map((span): Mark => ({ ...span, type: 'aside' })),
      ...page.excerpts.map((span): Mark => ({ ...span, type: 'excerpt' })),
      ...page.items.map((shown): Mark => ({ ...shown, type: 'item', shown })),
    ];
    element.replaceChildren(
      ...paragraphs(page.content).map((line) =>
        el(
          'p',
          {},
          ...stretches(line, marks).map(({ start, end, on }) =>
            stretch(page.content.slice(start, end), start, on),
          ),
        ),
      ),
    );
  }

  /** Emphasises an item and brings it into view. */
  focus(key: string | null): void {
    let first: Element | null = null;
    for (const mark of this.element.querySelectorAll<HTMLElement>('[data-keys]')) {
      const on = key !== null && (mark.dataset.keys ?? '').split(' ').includes(key);
      mark.classList.toggle('is-focus', on);
      if (on) first ??= mark;
    }
    first?.scrollIntoView({ block: 'nearest' });
  }

  /** Selects words. */
  select({ start, end }: Span): void {
    const [from, to] = [this.positionOf(start, false), this.positionOf(end, true)];
    if (!from || !to) return;
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    from.node.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  private onSelection(): void {
    const selection = getSelection();
    if (!this.page || !selection || selection.isCollapsed) return;
    const ends = [
      this.offsetOf(selection.anchorNode, selection.anchorOffset),
      this.offsetOf(selection.focusNode, selection.focusOffset),
    ].filter((at) => at !== null);
    if (ends.length < 2) return;
    const span = { start: Math.min(...ends), end: Math.max(...ends) };
    const words = wholeWords(this.page.content, span, this.language);
    if (words) this.actions.onSelect(words);
  }

  private offsetOf(node: Node | null, offset: number): number | null {
    if (!node || !this.element.contains(node)) return null;
    if (node instanceof Text) {
      const start = node.parentElement?.dataset.start;
      return start === undefined ? null : Number(start) + offset;
    }
    // Between elements, as after a triple click: the next stretch begins there.
    const next = node.childNodes[offset] ?? node;
    const stretch =
      next instanceof HTMLElement
        ? next.matches('[data-start]')
          ? next
          : next.querySelector<HTMLElement>('[data-start]')
        : null;
    return stretch ? Number(stretch.dataset.start) : null;
  }

  private positionOf(at: number, atEnd: boolean): { node: Text; offset: number } | null {
    for (const part of this.element.querySelectorAll<HTMLElement>('[data-start]')) {
      const [start, node] = [Number(part.dataset.start), part.firstChild];
      if (!(node instanceof Text)) continue;
      const end = start + node.data.length;
      if (atEnd ? at > start && at <= end : at >= start && at < end)
        return { node, offset: at - start };
    }
    return null;
  }
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  const script = new Intl.Locale(language).maximize().script ?? '';
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'].includes(script);
}

function stretch(words: string, start: number, on: readonly Mark[]): HTMLElement {
  const items = on.flatMap(({ shown }) => (shown ? [shown] : []));
  const classes = on.filter(({ type }) => type !== 'item').map(({ type }) => `is-${type}`);
  if (items.length === 0)
    return el('span', { class: classes.join(' ') || null, 'data-start': start }, words);
  // Of several, the one with the fewest words is meant.
  const [inner] = [...items].sort((a, b) => a.end - a.start - (b.end - b.start));
  const kinds = new Set(items.map(({ item }) => `of-${item.kind}`));
  const open = items.some(({ item }) => item.open) ? 'is-open' : 'is-decided';
  const level = inner ? `is-${sureness(inner.item)}` : '';
  return el(
    'span',
    {
      class: ['mark', ...classes, ...kinds, open, level].join(' '),
      'data-start': start,
      'data-key': inner?.item.key ?? null,
      'data-keys': items.map(({ item }) => item.key).join(' '),
    },
    words,
  );
}
