import { el } from './dom';

/** Where the card of the proposal in focus is shown. */
export class CardPane {
  readonly element = el('section', { class: 'desk-card', id: 'card', tabindex: '-1' });

  /** @param onLeave brings the keyboard back to the proposals */
  constructor(private readonly onLeave: () => void) {}

  /** Puts a card in place of another one. Who goes through its buttons by keyboard stays at the same one. */
  show(card: HTMLElement): void {
    const { element } = this;
    const button = element.querySelector(':focus');
    const key = button?.matches(':focus-visible') && button.getAttribute('aria-keyshortcuts');
    element.replaceChildren(card);
    element.scrollTop = 0;
    if (!button) return;
    const same = key && card.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
    if (same) same.focus();
    else this.onLeave();
  }
}
