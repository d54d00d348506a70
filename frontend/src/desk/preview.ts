import { openDialog } from './dialogs';
import { el } from './dom';
import type { Session } from './session';
import type { Problem } from './wire';

/** Shows the page of a report as readers will see it. */
export async function openPreview(session: Session, report: string): Promise<void> {
  const { words, api } = session;
  try {
    const { url, problems } = await api.post<{ url: string; problems: readonly Problem[] }>(
      '/api/preview',
      { report },
    );
    openDialog(
      words.say('preview.title'),
      words,
      [
        el(
          'p',
          { class: 'hint' },
          words.say('preview.hint', problems.length),
          ' ',
          el('a', { href: url, target: '_blank', rel: 'noopener' }, words.say('preview.tab')),
        ),
        el('iframe', { src: url, title: words.say('preview.title') }),
      ],
      'is-preview',
    );
  } catch (error) {
    session.failed(error);
  }
}
