/** What a key or its button does to the proposal in focus, or to the desk. */
export type Action =
  | 'next'
  | 'previous'
  | 'accept'
  | 'reject'
  | 'candidate'
  | 'search'
  | 'words'
  | 'same'
  | 'noPlace'
  | 'party'
  | 'measure'
  | 'subject'
  | 'draw'
  | 'select'
  | 'undo'
  | 'redo'
  | 'publish'
  | 'home'
  | 'keys';

/** A key as it was pressed, with what it does; candidates have their number from 1, words their arrow. */
export interface Command {
  readonly action: Action;
  readonly candidate?: number;
  readonly arrow?: string;
  /** The key of the proposal that it was pressed for; without it, the one in focus is meant. */
  readonly of?: string | null;
}

/** The keys, in the order of the list that explains them; each is shown as it stands on a keyboard. */
export const KEYS: readonly { readonly action: Action; readonly keys: readonly string[] }[] = [
  { action: 'next', keys: ['j', 'Tab'] },
  { action: 'previous', keys: ['k', 'Shift+Tab'] },
  { action: 'accept', keys: ['Enter'] },
  { action: 'reject', keys: ['x'] },
  { action: 'candidate', keys: ['1 – 9'] },
  { action: 'search', keys: ['/'] },
  { action: 'words', keys: ['Shift+← → ↑ ↓'] },
  { action: 'same', keys: ['a'] },
  { action: 'noPlace', keys: ['n'] },
  { action: 'party', keys: ['p'] },
  { action: 'measure', keys: ['m'] },
  { action: 'subject', keys: ['s'] },
  { action: 'draw', keys: ['d'] },
  { action: 'select', keys: ['w'] },
  { action: 'undo', keys: ['u'] },
  { action: 'redo', keys: ['Shift+U'] },
  { action: 'publish', keys: ['Shift+P'] },
  { action: 'home', keys: ['h'] },
  { action: 'keys', keys: ['?'] },
];

const PLAIN: Readonly<Record<string, Action>> = {
  j: 'next',
  k: 'previous',
  Enter: 'accept',
  x: 'reject',
  '/': 'search',
  a: 'same',
  n: 'noPlace',
  p: 'party',
  m: 'measure',
  s: 'subject',
  d: 'draw',
  w: 'select',
  u: 'undo',
  U: 'redo',
  P: 'publish',
  h: 'home',
  '?': 'keys',
};

/** A pressed key, as in KeyboardEvent. */
export interface Pressed {
  readonly key: string;
  readonly code?: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a pressed key means; null for none. Letters are also found by their place on the keyboard, because an editor of
 * an Urdu text writes with an Urdu layout.
 */
export function commandOf(pressed: Pressed): Command | null {
  const { key, code = '', shiftKey, ctrlKey, altKey, metaKey } = pressed;
  if (ctrlKey || altKey || metaKey) return null;
  if (shiftKey && key.startsWith('Arrow')) return { action: 'words', arrow: key };
  const digit = /^[1-9]$/.exec(key)?.[0] ?? /^Digit([1-9])$/.exec(shiftKey ? '' : code)?.[1];
  if (digit) return { action: 'candidate', candidate: Number(digit) };
  const latin = /^[\x20-\x7e]$/.test(key) || key.length > 1;
  const letter = latin ? key : letterOf(code, shiftKey);
  const action = Object.hasOwn(PLAIN, letter) ? PLAIN[letter] : undefined;
  return action ? { action } : null;
}

function letterOf(code: string, shifted: boolean): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? '';
  if (code === 'Slash') return shifted ? '?' : '/';
  return shifted ? letter : letter.toLowerCase();
}
