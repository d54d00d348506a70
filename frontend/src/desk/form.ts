import { el } from './dom';
import { field, select } from './fields';
import { textValue, valueOf, written, type FormField } from './schema';
import type { Words } from '../words';

/** What a form shows and what becomes of it. */
export interface FormOptions {
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, unknown>>;
  /** The catalog's languages, the first one first. */
  readonly languages: readonly string[];
  readonly words: Words;
  /** Ids that a field may name, by the field's name. */
  readonly known: (name: string) => readonly string[];
  /** Called with each field that was changed; resolves to what keeps it from being saved, null if it is saved. */
  readonly onSet: (name: string, value: unknown) => Promise<string | null>;
}

/** A form made of a schema's fields; a field is kept when it is left. */
export function form({ fields, values, languages, words, known, onSet }: FormOptions): HTMLElement {
  return el(
    'div',
    { class: 'fields' },
    ...fields.flatMap((one) => {
      const value = values[one.name];
      if (one.type === 'text') {
        const wasPlain = typeof value !== 'object';
        const problem = el('small', { class: 'field-problem', role: 'alert' });
        const inputs = languages.map((language, index) => {
          const input = el('textarea', { rows: 1, lang: language, dir: 'auto' });
          input.value = textOf(value, language, index === 0);
          input.addEventListener('change', () => {
            const all = inputs.map(([code, each]): [string, string] => [code, each.value]);
            void save(input, problem, () => onSet(one.name, textValue(all, wasPlain)));
          });
          return [language, input] as const;
        });
        const made = inputs.map(([language, input], index) =>
          field(
            languages.length > 1 ? words.say('form.inLanguage', one.label, language) : one.label,
            input,
            index === 0 ? one.description : '',
          ),
        );
        made.at(-1)?.append(problem);
        return [el('div', { class: 'field-languages' }, ...made)];
      }
      const input = control(one, value, known(one.name));
      input.name = one.name;
      const problem = el('small', { class: 'field-problem', role: 'alert' });
      input.addEventListener('change', () => {
        const written = (): unknown =>
          one.type === 'flag'
            ? (input as HTMLInputElement).checked
            : valueOf(one.type, input.value);
        void save(input, problem, () => onSet(one.name, written()));
      });
      const made = field(one.label, input, one.description);
      made.append(problem);
      return [made];
    }),
  );
}

/** Saves a field, or says at it why not; what was typed stays. */
async function save(
  input: HTMLElement,
  problem: HTMLElement,
  saved: () => Promise<string | null>,
): Promise<void> {
  problem.textContent = '';
  input.removeAttribute('aria-invalid');
  try {
    problem.textContent = (await saved()) ?? '';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problem.textContent = error.message;
  }
  if (problem.textContent !== '') input.setAttribute('aria-invalid', 'true');
}

function control(
  { type, options, required, name }: FormField,
  value: unknown,
  known: readonly string[],
): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const text = written(type, value);
  switch (type) {
    case 'choice': {
      const all = [...new Set([...(required ? [] : ['']), ...options])];
      return select(
        all.map((one) => [one, one === '' ? '–' : one]),
        text,
      );
    }
    case 'flag': {
      const box = el('input', { type: 'checkbox' });
      box.checked = value === true;
      return box;
    }
    case 'number':
      return el('input', { type: 'number', step: 'any', value: text });
    case 'lines':
    case 'json': {
      const area = el('textarea', { rows: Math.min(6, text.split('\n').length + 1), dir: 'auto' });
      area.value = text;
      return area;
    }
    default: {
      const list = known.length > 0 ? `known-${name}` : null;
      const input = el('input', { value: text, dir: 'auto', list });
      if (list)
        input.append(
          el('datalist', { id: list }, ...known.map((id) => el('option', { value: id }))),
        );
      return input;
    }
  }
}

function textOf(value: unknown, language: string, first: boolean): string {
  if (typeof value === 'string') return first ? value : '';
  const words = (value as Readonly<Record<string, string>> | null | undefined)?.[language];
  return words ?? '';
}
