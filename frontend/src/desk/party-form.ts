import { openDialog } from './dialogs';
import { el, keyed } from './dom';
import { field, select } from './fields';
import type { Session } from './session';

/** Asks for a party that the catalog does not have yet. */
export function openParty(
  { words, state }: Session,
  name: string,
  onParty: (party: Readonly<Record<string, unknown>>) => void,
): void {
  const [language = 'en'] = state.languages;
  const named = el('input', { required: true, value: name, dir: 'auto' });
  // No kind is chosen beforehand: a party must not become an armed group because nobody looked.
  const kind = select([
    ['', '–'],
    ...state.kinds.party.map((one) => [one, words.kind(one)] as const),
  ]);
  kind.required = true;
  const description = el('textarea', { required: true, rows: 2, dir: 'auto' });
  const save = keyed(words.say('party.save'), '', () => undefined, { class: 'is-first' });
  save.type = 'submit';
  const form = el(
    'form',
    {
      submit: (event) => {
        event.preventDefault();
        dialog.close();
        onParty({
          name: { [language]: named.value.trim() },
          kind: kind.value,
          description: { [language]: description.value.trim() },
        });
      },
    },
    el(
      'div',
      { class: 'fields' },
      field(words.say('party.name'), named, words.say('party.name.hint')),
      field(words.say('party.kind'), kind),
      field(words.say('party.description'), description, words.say('party.description.hint')),
    ),
    el('div', { class: 'card-actions' }, save),
  );
  const dialog = openDialog(words.say('do.newParty'), words, [form]);
  named.focus();
}
