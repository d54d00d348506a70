import { el, keyed } from './dom';
import type { Command } from './keys';
import { candidateDetail, reasons, sureness, sureWords, valueWords, type Names } from './said';
import type { ClaimItem, Item, PlaceItem } from './wire';
import type { Words } from '../words';

/** What a card needs to say and do. */
export interface CardContext {
  readonly words: Words;
  readonly names: Names;
  /** Where the item stands among all, from 1. */
  readonly at: number;
  readonly of: number;
  /** Does what a button says, to the item that the card shows. */
  readonly run: (command: Command) => void;
  /** Whether other items have the same words. */
  readonly repeated: boolean;
  /** The language of the report. */
  readonly language: string;
}

/** The proposal in focus: what it is, why, how sure, and all that can be done with it. */
export function itemCard(item: Item, context: CardContext): HTMLElement {
  const { words, at, of, run } = context;
  const level = sureness(item);
  const share = Math.round((item.sure ?? 0) * 100);
  const why = reasons(item.why);
  return el(
    'article',
    { class: `card is-${level}` },
    el(
      'header',
      { class: 'card-head' },
      el('p', { class: 'card-kind' }, words.say(`card.${item.kind}`, at, of)),
      el(
        'p',
        { class: 'card-sure' },
        item.open &&
          item.sure !== null &&
          el('meter', { min: 0, max: 100, value: share, 'aria-hidden': 'true' }),
        el('span', {}, sureWords(item, words)),
      ),
      el(
        'h2',
        {},
        item.words === ''
          ? words.say('card.unnamed')
          : el('bdi', { lang: context.language }, words.say('card.quoted', item.words)),
      ),
    ),
    why.length > 0 &&
      el(
        'div',
        { class: 'card-why' },
        el('h3', {}, words.say('card.why')),
        el('ul', {}, ...why.map((reason) => el('li', {}, reason))),
      ),
    item.kind === 'place' ? candidates(item, context) : figure(item, context),
    el(
      'div',
      { class: 'card-actions' },
      (item.open || item.kind === 'claim') &&
        keyed(words.say('do.accept'), 'Enter', () => run({ action: 'accept' }), {
          class: 'is-first',
          hidden: !item.open,
        }),
      keyed(words.say('do.reject'), 'x', () => run({ action: 'reject' })),
      item.kind === 'place' &&
        context.repeated &&
        item.open &&
        keyed(words.say('do.same'), 'a', () => run({ action: 'same' })),
      item.kind === 'place' &&
        item.open &&
        keyed(words.say('do.noPlace'), 'n', () => run({ action: 'noPlace' })),
    ),
    edges(context),
  );
}

/** The ends of the words, as buttons. */
function edges({ words, run }: CardContext): HTMLElement {
  const arrow = (name: string, sign: string, key: string): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        title: words.say(`do.${name}`),
        'aria-label': words.say(`do.${name}`),
        'aria-keyshortcuts': `Shift+${key}`,
        click: () => run({ action: 'words', arrow: key }),
      },
      sign,
    );
  return el(
    'div',
    { class: 'card-edges', role: 'group', 'aria-label': words.say('do.words') },
    el('span', { 'aria-hidden': 'true' }, words.say('do.words'), el('kbd', {}, '⇧ ← → ↑ ↓')),
    arrow('startBack', '⇤', 'ArrowUp'),
    arrow('startOn', '↦', 'ArrowDown'),
    arrow('endBack', '↤', 'ArrowLeft'),
    arrow('endOn', '⇥', 'ArrowRight'),
  );
}

function candidates(item: PlaceItem, context: CardContext): HTMLElement {
  const { words, names, run } = context;
  const list = item.candidates.slice(0, 9).map((candidate, index) =>
    el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: `candidate${index === 0 ? ' is-chosen' : ''}`,
          'aria-keyshortcuts': String(index + 1),
          click: () => run({ action: 'candidate', candidate: index + 1 }),
        },
        el('b', { class: 'candidate-key', 'aria-hidden': 'true' }, String(index + 1)),
        el('bdi', { class: 'candidate-name' }, candidate.name),
        el(
          'span',
          { class: 'candidate-detail' },
          candidateDetail(candidate, words, names.layer(candidate.layer)),
        ),
      ),
    ),
  );
  return el(
    'div',
    { class: 'card-body' },
    el('h3', {}, words.say(item.candidates.length === 0 ? 'card.unknown' : 'card.candidates')),
    el('ol', { class: 'candidates' }, ...list),
    el(
      'div',
      { class: 'card-more' },
      keyed(words.say('do.search'), '/', () => run({ action: 'search' })),
      keyed(words.say('do.draw'), 'd', () => run({ action: 'draw' })),
    ),
  );
}

function figure(item: ClaimItem, context: CardContext): HTMLElement {
  const { words, names, run } = context;
  const row = (name: string, value: string | null, button: HTMLElement | null): HTMLElement =>
    el(
      'div',
      { class: `fact${value === null && button ? ' is-missing' : ''}` },
      el('dt', {}, words.say(`claim.${name}`)),
      el('dd', {}, el('bdi', {}, value ?? words.say(`claim.${name}.none`))),
      button && el('dd', { class: 'fact-do' }, button),
    );
  const change = (action: 'measure' | 'party', key: string): HTMLElement =>
    keyed(words.say('do.change'), key, () => run({ action }), {
      'aria-label': words.say(`do.${action}`),
    });
  const said =
    item.party !== null
      ? names.party(item.party)
      : item.partyWords !== null
        ? `${LEFT_TO_RIGHT}${words.say('claim.partyWords', isolated(item.partyWords))}`
        : words.say('claim.ownVoice');
  const subjects = item.subjects.map((id, index) =>
    el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: `candidate${id === item.subject ? ' is-chosen' : ''}`,
          'aria-pressed': String(id === item.subject),
          'aria-keyshortcuts': String(index + 1),
          click: () => run({ action: 'candidate', candidate: index + 1 }),
        },
        el('b', { class: 'candidate-key', 'aria-hidden': 'true' }, String(index + 1)),
        el('bdi', { class: 'candidate-name' }, names.feature(id)),
      ),
    ),
  );
  return el(
    'div',
    { class: 'card-body' },
    el(
      'dl',
      { class: 'facts' },
      row('measure', names.measure(item.measure), change('measure', 'm')),
      row('value', valueWords(item.value, item.wording, words), null),
      row('who', item.who, null),
      row('party', said, change('party', 'p')),
      row(
        'subject',
        item.subject === null ? null : names.feature(item.subject),
        keyed(words.say('do.change'), 's', () => run({ action: 'subject' }), {
          'aria-label': words.say('do.subject'),
        }),
      ),
    ),
    item.subject === null && subjects.length > 0 && el('h3', {}, words.say('card.subjects')),
    item.subject === null && el('ol', { class: 'candidates is-short' }, ...subjects),
  );
}

/** Before a sentence of the desk that begins with words of a report: its own direction is not theirs. */
const LEFT_TO_RIGHT = '\u200E';

/** Words in any direction within a sentence of another one. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}

/** The card when no proposal is in focus. */
export function doneCard(
  title: string,
  text: string,
  words: Words,
  begin: () => unknown,
): HTMLElement {
  return el(
    'article',
    { class: 'card' },
    el('header', { class: 'card-head' }, el('h2', {}, title)),
    el('p', {}, text),
    el('div', { class: 'card-actions' }, keyed(words.say('do.select'), 'w', begin)),
  );
}

/** What a screen reader says of the item in focus: what, why and how sure. */
export function spoken(
  item: Item,
  sentence: string,
  { words, names, at, of }: CardContext,
): string {
  const parts = [words.say(`card.${item.kind}`, at, of), words.say('card.quoted', item.words)];
  if (item.kind === 'place') {
    const [first] = item.candidates;
    if (first) {
      parts.push(`${first.name}, ${candidateDetail(first, words, names.layer(first.layer))}`);
      if (item.candidates.length > 1)
        parts.push(words.say('spoken.others', item.candidates.length));
    } else parts.push(words.say('card.unknown'));
  } else {
    parts.push(
      `${names.measure(item.measure)}: ${valueWords(item.value, item.wording, words)}`,
      item.party ? names.party(item.party) : (item.partyWords ?? words.say('claim.ownVoice')),
      item.subject ? names.feature(item.subject) : words.say('claim.subject.none'),
    );
  }
  parts.push(sureWords(item, words));
  const why = reasons(item.why);
  if (why.length > 0) parts.push(words.say('spoken.why', why.join('; ')));
  parts.push(words.say('spoken.sentence', sentence));
  return parts.map((part) => part.replace(/[.\s]+$/, '')).join('. ') + '.';
}
