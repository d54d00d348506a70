import { el } from './dom';
import { sureness, sureWords } from './said';
import type { Item } from './wire';
import type { Words } from '../words';

/** Which proposals are in the list, and what they lead to. */
export interface ListEntry {
  readonly item: Item;
  /** What it is said to be: the place's name, or measure and value. */
  readonly meaning: string;
}

/**
 * The proposals with their state: a list box that has the focus during a review, so that all keys of the desk work and
 * screen readers pass them on.
 */
export class ItemList {
  readonly element = el('ol', {
    class: 'desk-items',
    role: 'listbox',
    tabindex: '0',
    id: 'items',
  });
  private entries: readonly ListEntry[] = [];

  constructor(
    private readonly words: Words,
    onItem: (key: string) => void,
  ) {
    this.element.setAttribute('aria-label', words.say('list.label'));
    this.element.addEventListener('click', (event) => {
      const at = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
      if (at) onItem(at);
    });
  }

  show(entries: readonly ListEntry[], focus: string | null): void {
    this.entries = entries;
    this.element.replaceChildren(
      ...entries.map(({ item, meaning }, index) => {
        const level = sureness(item);
        const kind = this.words.say(`kind.of.${item.kind}`);
        return el(
          'li',
          {
            role: 'option',
            id: `item-${index}`,
            class: `item of-${item.kind} is-${level}`,
            'data-key': item.key,
            'aria-label': `${item.words}. ${kind}. ${meaning}. ${sureWords(item, this.words)}`,
          },
          el('span', { class: 'item-state', 'aria-hidden': 'true' }),
          el('bdi', { class: 'item-words' }, item.words),
          el('span', { class: 'item-meaning' }, el('bdi', {}, meaning)),
        );
      }),
    );
    this.focus(focus);
  }

  focus(key: string | null): void {
    const at = this.entries.findIndex(({ item }) => item.key === key);
    [...this.element.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at));
    });
    if (at < 0) {
      this.element.removeAttribute('aria-activedescendant');
      return;
    }
    this.element.setAttribute('aria-activedescendant', `item-${at}`);
    this.element.children[at]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
