import { el } from './dom';
import { meaningOf, sureness, sureWords, wordsOf, type Names } from './said';
import type { Item } from './wire';
import type { Words } from '../words';

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
  private items: readonly Item[] = [];

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

  show(items: readonly Item[], names: Names, language: string, focus: string | null): void {
    this.items = items;
    this.element.replaceChildren(
      ...items.map((item, index) => {
        const meaning = meaningOf(item, this.words, names);
        const level = sureness(item);
        const kind = this.words.say(`kind.of.${item.kind}`);
        return el(
          'li',
          {
            role: 'option',
            id: `item-${index}`,
            class: `item of-${item.kind} is-${level}`,
            'data-key': item.key,
          },
          el('span', { class: 'item-state', 'aria-hidden': 'true' }),
          el('bdi', { class: 'item-words', lang: language }, wordsOf(item)),
          el('span', { class: 'sr-only' }, `, ${kind}: `),
          el('span', { class: 'item-meaning' }, el('bdi', {}, meaning)),
          el('span', { class: 'sr-only' }, `, ${sureWords(item, this.words)}`),
        );
      }),
    );
    this.focus(focus);
  }

  focus(key: string | null): void {
    const at = this.items.findIndex((item) => item.key === key);
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
