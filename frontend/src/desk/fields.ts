import { el } from './dom';

let count = 0;

/** A control with its label and what it is for. */
export function field(label: string, control: HTMLElement, hint = ''): HTMLElement {
  count += 1;
  control.id ||= `field-${count}`;
  const help = hint === '' ? null : el('small', { id: `${control.id}-hint` }, hint);
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
