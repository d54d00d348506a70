import { el, keyed } from './dom';
import type { Review } from './review';
import type { Session } from './session';

/** What the bar's buttons do. */
export interface BarActions {
  readonly home: () => void;
  readonly undo: (which: 'undo' | 'redo') => void;
  readonly facts: () => void;
  readonly lacks: () => void;
  readonly preview: () => void;
  readonly publish: () => void;
  readonly keys: () => void;
}

/**
 * The bar above all screens. Its buttons stay the same elements at the same places: an answer that comes while one is
 * pressed or has the focus must not take it away.
 */
export class Bar {
  readonly element: HTMLElement;
  readonly theme = el('button', { type: 'button', class: 'bar-theme' });
  private readonly title = el('p', { class: 'bar-title' });
  private readonly state = el('p', { class: 'desk-state', 'aria-live': 'off' });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly facts: HTMLButtonElement;
  private readonly lacks: HTMLButtonElement;
  private readonly preview: HTMLButtonElement;
  private readonly publish: HTMLButtonElement;

  constructor(
    private readonly session: Session,
    actions: BarActions,
  ) {
    const { words } = session;
    this.undo = keyed(words.say('do.undo'), 'u', () => actions.undo('undo'));
    this.redo = keyed(words.say('do.redo'), 'Shift+U', () => actions.undo('redo'));
    this.facts = keyed(words.say('do.facts'), '', actions.facts);
    this.lacks = keyed('', '', actions.lacks);
    this.preview = keyed(words.say('do.preview'), '', actions.preview);
    this.publish = keyed('', '', actions.publish, { 'aria-keyshortcuts': 'Shift+P' });
    this.element = el(
      'header',
      { class: 'bar desk-bar' },
      keyed(words.say('desk.name'), '', actions.home, {
        class: 'bar-brand',
        'aria-keyshortcuts': 'h',
      }),
      this.title,
      this.state,
      el(
        'div',
        { class: 'desk-tools' },
        this.undo,
        this.redo,
        this.facts,
        this.lacks,
        this.preview,
        this.publish,
        keyed(words.say('do.keys'), '?', actions.keys),
      ),
      this.theme,
    );
  }

  /** Shows what there is now: of a report, or of the catalog. */
  show(review: Review | null): void {
    const { words, names, state } = this.session;
    const { undo, redo } = state.history;
    const { undo: back, redo: again, facts, lacks, preview, publish } = this;
    const label = review
      ? names.text(review.report.fields.label as string)
      : names.text(state.title);
    this.title.replaceChildren(el('bdi', {}, label));
    document.title = words.say('title', label);
    back.disabled = undo === null;
    back.title = undo ?? words.say('undo.none');
    again.disabled = redo === null;
    again.title = redo ?? words.say('redo.none');
    for (const button of [facts, lacks, preview, publish]) button.hidden = review === null;
    this.state.textContent = '';
    if (!review) return;
    const { items, open, status } = review.report;
    this.state.textContent = words.say('state.decided', items.length - open, items.length);
    lacks.textContent = words.say('do.lacks', review.lacks.length);
    publish.textContent = words.say(status === 'draft' ? 'do.publish' : 'do.unpublish');
    publish.classList.toggle('is-first', status === 'draft');
    // A button that has nothing to do any more hears no keys.
    if (document.activeElement === back && back.disabled) review.home();
    if (document.activeElement === again && again.disabled) review.home();
  }
}
