type Child = Node | string | null | false;
type Handler = (event: Event) => unknown;

/** Attributes; functions are listeners to the event of their name, null and false leave an attribute out. */
export type Attributes = Readonly<Record<string, string | number | boolean | Handler | null>>;

/** Creates an element. Strings among its children are text, never HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, (event) => void value(event));
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== false) element.setAttribute(name, String(value));
  }
  element.append(
    ...children.filter((child): child is Node | string => child !== null && child !== false),
  );
  return element;
}

/** A button with its key, which is shown but not part of its name. */
export function keyed(
  label: string,
  key: string,
  press: () => unknown,
  attributes: Attributes = {},
): HTMLButtonElement {
  return el(
    'button',
    { type: 'button', 'aria-keyshortcuts': key || null, click: press, ...attributes },
    label,
    key !== '' && el('kbd', { 'aria-hidden': 'true' }, shownKey(key)),
  );
}

const SHOWN: Readonly<Record<string, string>> = { Enter: '↵', Escape: 'Esc', 'Shift+U': '⇧U' };

function shownKey(key: string): string {
  return SHOWN[key] ?? key;
}
