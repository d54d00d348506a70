import { el } from './dom';

let count = 0;

/** A control with its label and what it is for. */
export function field(label: string, control: HTMLElement, hint = ''): HTMLElement {
  count += 1;
  control.id ||= `field-${count}`;
  const help = hint === '' ? null : el('small', { id: `${control.id}-hint` }, ...hinted(hint));
  if (help) control.setAttribute('aria-describedby', help.id);
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control, help);
}

/** A list to choose from: values with the words that are shown. */
export function select(
  options: readonly (readonly [value: string, shown: string])[],
  value = '',
): HTMLSelectElement {
  const control = el(
    'select',
    {},
    ...options.map(([one, shown]) => el('option', { value: one }, shown)),
  );
  if (value !== '') control.value = value;
  return control;
}

/** The description of a field as people read it: names of fields as code, and what a file has as null is left empty here. */
function hinted(description: string): (string | HTMLElement)[] {
  return description
    .replace(/\bNull if\b/g, 'Empty if')
    .split('`')
    .map((part, index) => (index % 2 === 1 ? el('code', {}, part) : part));
}
