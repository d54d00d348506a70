/** Creates a labelled form control with a name. */
export function field(label: string, control: HTMLElement, name: string): HTMLLabelElement {
  const element = document.createElement('label');
  const text = document.createElement('span');
  text.textContent = label;
  control.setAttribute('name', name);
  element.className = 'field';
  element.append(text, control);
  return element;
}

/** Creates an option of a select. */
export function option(value: string, text: string, selected = false): HTMLOptionElement {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  element.selected = selected;
  return element;
}

/** Creates a group of choices, each with a hint; the first radio button is selected. */
export function radios(
  legend: string,
  name: string,
  choices: readonly (readonly [value: string, text: string, hint: string])[],
  type: 'radio' | 'checkbox' = 'radio',
): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  const title = document.createElement('legend');
  title.textContent = legend;
  set.append(title);
  choices.forEach(([value, text, hint], i) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = type;
    input.name = name;
    input.value = value;
    input.checked = type === 'radio' && i === 0;
    const words = document.createElement('span');
    words.textContent = text;
    if (hint) {
      const small = document.createElement('small');
      small.textContent = hint;
      words.append(small);
    }
    label.append(input, words);
    set.append(label);
  });
  return set;
}
