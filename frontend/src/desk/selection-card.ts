import { el, keyed } from './dom';
import type { Words } from '../words';

/** What can be made of selected words. */
export interface SelectionActions {
  readonly make: (what: 'place' | 'figure' | 'quote') => void;
  readonly cancel: () => void;
  readonly move: (arrow: string) => void;
}

/** The card for words that an editor selected: make them a quote, a place or a figure. */
export function selectionCard(
  selected: string,
  quoted: boolean,
  words: Words,
  actions: SelectionActions,
): HTMLElement {
  const moving = (name: string, sign: string, key: string): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        title: words.say(`do.${name}`),
        'aria-label': words.say(`do.${name}`),
        click: () => actions.move(key),
      },
      sign,
    );
  return el(
    'article',
    { class: 'card is-selection' },
    el(
      'header',
      { class: 'card-head' },
      el('p', { class: 'card-kind' }, words.say('card.selected')),
      el('h2', {}, el('bdi', {}, words.say('card.quoted', selected))),
    ),
    el('p', { class: 'hint' }, words.say('card.selected.hint')),
    el(
      'div',
      { class: 'card-actions' },
      keyed(words.say('do.addPlace'), '1', () => actions.make('place')),
      keyed(words.say('do.addFigure'), '2', () => actions.make('figure')),
      !quoted && keyed(words.say('do.addQuote'), '3', () => actions.make('quote')),
      keyed(words.say('do.cancel'), 'Escape', actions.cancel),
    ),
    el(
      'div',
      { class: 'card-edges', role: 'group', 'aria-label': words.say('do.words') },
      el('span', { 'aria-hidden': 'true' }, words.say('do.words'), el('kbd', {}, '⇧ ← → ↑ ↓')),
      moving('startBack', '⇤', 'ArrowUp'),
      moving('startOn', '↦', 'ArrowDown'),
      moving('endBack', '↤', 'ArrowLeft'),
      moving('endOn', '⇥', 'ArrowRight'),
    ),
  );
}
