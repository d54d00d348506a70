import { openDialog } from './dialogs';
import { el } from './dom';
import { form } from './form';
import type { Review } from './review';
import { saving } from './saving';
import { fieldsOf, type Schema } from './schema';
import type { Session } from './session';

/** Opens the form for what a report states of itself. */
export async function openFacts(session: Session, review: Review): Promise<void> {
  const { words, state, api } = session;
  const schema = await api.get<Schema>('/api/schema/report');
  const fields = fieldsOf(schema, schema, [
    'status',
    'text',
    'excerpts',
    'claims',
    'figures_apart',
  ]);
  openDialog(words.say('facts.title'), words, [
    el('p', { class: 'hint' }, words.say('facts.hint')),
    form({
      fields,
      values: review.report.fields,
      languages: state.languages,
      words,
      known: () => [],
      onSet: (name, value) => {
        const operation = { op: 'set', target: 'report', field: name, value };
        return saving(session, async (onRefused) => {
          const changed = await session.change(review.report, operation, null, onRefused);
          if (changed?.report) review.take(changed.report);
        });
      },
    }),
  ]);
}
