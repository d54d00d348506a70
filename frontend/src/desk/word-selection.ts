import { chooseMeasure } from './choices';
import type { Pressed } from './keys';
import { placeOf } from './page-text';
import type { Proposals } from './proposals';
import { selectionCard } from './selection-card';
import type { Session } from './session';
import { beside, moved, type Move, type Span } from './text';
import { isRightToLeft, type TextView } from './text-view';
import type { Operation } from './wire';

/** What can be made of words. */
export type Made = 'place' | 'figure' | 'quote';

/** What the digits make of selected words. */
const MADE: Readonly<Record<string, Made>> = { '1': 'place', '2': 'figure', '3': 'quote' };

/** Words that an editor selected in the text, to make something of them. */
export class WordSelection {
  private span: Span | null = null;

  constructor(
    private readonly session: Session,
    private readonly proposals: Proposals,
    private readonly text: TextView,
    private readonly card: HTMLElement,
    private readonly actions: {
      readonly onMake: (operation: Operation) => void;
      readonly cancel: () => void;
      readonly move: (arrow: string) => void;
    },
  ) {}

  get active(): boolean {
    return this.span !== null;
  }

  /** Begins with the word after the proposal in focus, for an editor without a mouse. */
  begin(): void {
    const word = this.proposals.nextWord();
    this.text.select(word);
    this.set(word);
  }

  /** Takes words that are selected in the page. */
  set(span: Span): void {
    const { session, proposals, actions } = this;
    const { words } = session;
    const { content, excerpts } = proposals.page;
    this.span = span;
    const selected = content.slice(span.start, span.end);
    const quoted = excerpts.some((one) => one.start < span.end && one.end > span.start);
    this.card.replaceChildren(
      selectionCard(selected, quoted, words, { ...actions, make: (what) => this.make(what) }),
    );
    session.announce(`${words.say('card.selected')} ${words.say('card.quoted', selected)}`);
  }

  /** Whether a key is meant for the selected words, if there are any. */
  wants({ key, shiftKey }: Pressed): boolean {
    return (
      this.active && (key === 'Escape' || key in MADE || (key.startsWith('Arrow') && !shiftKey))
    );
  }

  /** Does what a digit or an arrow says. */
  press(key: string): void {
    const made = MADE[key];
    if (made) this.make(made);
    else this.walk(key, isRightToLeft(this.proposals.report.language));
  }

  /** Goes to the word beside it with left and right, to the sentence beside it with up and down. */
  private walk(arrow: string, rightToLeft: boolean): void {
    if (!this.span) return;
    const { page, report } = this.proposals;
    const by = arrow === 'ArrowUp' || arrow === 'ArrowDown' ? 'sentence' : 'word';
    const onwards = arrow === 'ArrowDown' || arrow === (rightToLeft ? 'ArrowLeft' : 'ArrowRight');
    const span = beside(page.content, this.span, by, onwards, report.language);
    this.text.select(span);
    this.set(span);
  }

  /** Moves one end by a word. */
  move(move: Move): void {
    if (!this.span) return;
    const { content } = this.proposals.page;
    const all = { start: 0, end: content.length };
    const span = moved(content, this.span, move, all, this.proposals.report.language);
    this.text.select(span);
    this.set(span);
  }

  make(what: Made): void {
    const { span, session } = this;
    const at = span && placeOf(this.proposals.page, span);
    if (!span || !at) return;
    const { onMake } = this.actions;
    if (what === 'quote') onMake({ op: 'add-excerpt', at: [span.start, span.end] });
    else if (what === 'place') onMake({ op: 'add-place', ...at });
    else chooseMeasure(session, (measure) => onMake({ op: 'add-claim', ...at, measure }));
  }

  clear(): void {
    if (this.span) getSelection()?.removeAllRanges();
    this.span = null;
  }
}
