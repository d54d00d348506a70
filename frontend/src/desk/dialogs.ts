import { el, keyed } from './dom';
import { KEYS } from './keys';
import type { Problem } from './wire';
import type { Words } from '../words';

/** Opens a modal dialog with a heading and a button to close it; it is gone when it closes. */
export function openDialog(
  title: string,
  words: Words,
  content: readonly (Node | string)[],
  name = '',
): HTMLDialogElement {
  const dialog = el('dialog', { class: `dialog ${name}`, 'aria-labelledby': 'dialog-title' });
  dialog.append(
    el(
      'header',
      {},
      el('h2', { id: 'dialog-title' }, title),
      keyed(words.say('do.close'), 'Escape', () => dialog.close()),
    ),
    el('div', { class: 'dialog-body' }, ...content),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** One of several things to choose from. */
export interface Choice {
  readonly id: string | null;
  readonly name: string;
  readonly detail: string;
}

/**
 * Lets the editor choose one of several things by typing a part of its name. Nothing is chosen beforehand, unless there is
 * a query: who presses Enter twice must not have taken what happens to stand first.
 *
 * @param choices all choices, or what finds them for a query
 * @param extra   a button below the list, which closes the dialog
 */
export function choose(
  title: string,
  words: Words,
  choices: readonly Choice[] | ((query: string) => Promise<readonly Choice[]>),
  onChoose: (choice: Choice) => void,
  extra: { readonly label: string; readonly press: (query: string) => void } | null = null,
  query = '',
): HTMLDialogElement {
  const input = el('input', {
    type: 'search',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'choices',
    'aria-autocomplete': 'list',
    'aria-label': title,
    autocomplete: 'off',
    spellcheck: 'false',
    value: query,
  });
  const list = el('ul', { id: 'choices', role: 'listbox', class: 'choices', 'aria-label': title });
  const status = el('p', { role: 'status', class: 'hint' });
  let shown: readonly Choice[] = [];
  let active = 0;
  let asked = 0;
  let shownTurn = 0;
  let hurried = false;
  const point = (index: number): void => {
    active = Math.max(-1, Math.min(shown.length - 1, index));
    [...list.children].forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === active));
      if (i === active) option.scrollIntoView({ block: 'nearest' });
    });
    input.setAttribute('aria-activedescendant', active < 0 ? '' : `choice-${active}`);
  };
  const take = (index: number): void => {
    const choice = shown[index];
    if (!choice) return;
    dialog.close();
    onChoose(choice);
  };
  const show = async (): Promise<void> => {
    const turn = ++asked;
    const wanted = input.value.trim();
    const found =
      typeof choices === 'function'
        ? await choices(wanted)
        : choices.filter(({ name, detail }) => matches(`${name} ${detail}`, wanted));
    if (turn !== asked) return;
    shownTurn = turn;
    shown = found;
    list.replaceChildren(
      ...found.map(({ name, detail }, index) =>
        el(
          'li',
          { role: 'option', id: `choice-${index}`, click: () => take(index) },
          el('bdi', { class: 'candidate-name' }, name),
          el('span', { class: 'candidate-detail' }, detail),
        ),
      ),
    );
    status.textContent =
      found.length > 0 || wanted === ''
        ? words.say('choose.count', found.length)
        : words.say('choose.nothing', wanted);
    point(wanted === '' ? -1 : 0);
    if (hurried) take(active);
    hurried = false;
  };
  input.addEventListener('input', () => void show());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') point(active + 1);
    else if (event.key === 'ArrowUp') point(active - 1);
    // A field for searches would take the first one to empty itself.
    else if (event.key === 'Escape') dialog.close();
    else if (event.key === 'Enter') {
      // Whoever types fast means what the last letters find.
      if (shownTurn === asked) take(active);
      else hurried = true;
    } else return;
    event.preventDefault();
  });
  const dialog = openDialog(
    title,
    words,
    [
      input,
      status,
      list,
      ...(extra
        ? [
            el(
              'button',
              {
                type: 'button',
                class: 'choose-extra',
                click: () => {
                  dialog.close();
                  extra.press(input.value.trim());
                },
              },
              extra.label,
            ),
          ]
        : []),
    ],
    'is-choice',
  );
  input.focus();
  input.select();
  void show();
  return dialog;
}

/** Whether a text has each word of a query, regardless of case and accents. */
function matches(text: string, query: string): boolean {
  const plain = (one: string): string =>
    one.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
  return plain(query)
    .split(/\s+/)
    .every((word) => plain(text).includes(word));
}

/** Shows the keys, and whether single ones are heard. */
export function openKeys(words: Words, on: boolean, onSwitch: (on: boolean) => void): void {
  const box = el('input', { type: 'checkbox', id: 'single-keys' });
  box.checked = on;
  box.addEventListener('change', () => onSwitch(box.checked));
  const rows = [
    ...KEYS.map(({ action, keys }) => ({ keys, text: words.say(`key.${action}`) })),
    { keys: ['Esc'], text: words.say('key.escape') },
  ];
  openDialog(
    words.say('keys.title'),
    words,
    [
      el(
        'dl',
        { class: 'keys' },
        ...rows.map(({ keys, text }) =>
          el('div', {}, el('dt', {}, ...keys.map((key) => el('kbd', {}, key))), el('dd', {}, text)),
        ),
      ),
      el('label', { class: 'check' }, box, words.say('keys.single')),
      el('p', { class: 'hint' }, words.say('keys.hint')),
    ],
    'is-keys',
  );
}

/** Shows what a draft lacks; each leads to its item. */
export function openProblems(
  problems: readonly (Problem | string)[],
  words: Words,
  onItem: (key: string) => void,
): void {
  const dialog = openDialog(words.say('problems.title'), words, [
    problems.length === 0
      ? words.say('problems.none')
      : el(
          'ol',
          { class: 'problems' },
          ...problems.map((problem) => {
            if (typeof problem === 'string') return el('li', {}, problem);
            const { message, key, file, line } = problem;
            const where = line ? `${file}:${line}` : file;
            const text = [el('span', {}, message), el('small', {}, where)];
            if (!key) return el('li', {}, ...text);
            const go = (): void => {
              dialog.close();
              onItem(key);
            };
            return el('li', {}, el('button', { type: 'button', click: go }, ...text));
          }),
        ),
  ]);
}

/** Shows both versions of something that two hands changed; resolves to whose is to stay, null if it was closed. */
export function openConflict(
  node: string,
  mine: unknown,
  theirs: unknown,
  words: Words,
): Promise<'mine' | 'theirs' | null> {
  return new Promise((resolve) => {
    let keep: 'mine' | 'theirs' | null = null;
    const version = (title: string, value: unknown): HTMLElement =>
      el(
        'section',
        {},
        el('h3', {}, title),
        el('pre', {}, typeof value === 'string' ? value : JSON.stringify(value, null, 2)),
      );
    const dialog = openDialog(words.say('conflict.title', node), words, [
      el('p', {}, words.say('conflict.text')),
      el(
        'div',
        { class: 'versions' },
        version(words.say('conflict.mine'), mine),
        version(words.say('conflict.theirs'), theirs),
      ),
      el(
        'div',
        { class: 'card-actions' },
        ...(['mine', 'theirs'] as const).map((whose) =>
          keyed(words.say(`conflict.keep.${whose}`), '', () => {
            keep = whose;
            dialog.close();
          }),
        ),
      ),
    ]);
    dialog.addEventListener('close', () => resolve(keep));
  });
}
