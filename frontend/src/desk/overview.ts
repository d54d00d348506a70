import { el } from './dom';
import { openEditor } from './editor';
import type { Session } from './session';
import type { ReportEntry } from './wire';

/** The first screen: drafts, published reports, and what else the catalog has. */
export function overview(session: Session, open: (report: string) => void): HTMLElement {
  const { words, state, names } = session;
  const entry = ({ id, label, date, open: left, status, language }: ReportEntry): HTMLElement =>
    el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'report-entry', click: () => open(id) },
        el(
          'b',
          { lang: typeof label === 'string' ? language : null },
          el('bdi', {}, names.text(label) || id),
        ),
        el(
          'span',
          {},
          [
            id,
            date ?? words.say('overview.undated'),
            status === 'draft' ? words.say('overview.open', left) : '',
          ]
            .filter((part) => part !== '')
            .join(' · '),
        ),
      ),
    );
  const group = (status: ReportEntry['status']): HTMLElement => {
    const all = state.reports.filter((report) => report.status === status);
    return el(
      'section',
      {},
      el('h2', {}, words.say(`overview.${status}`, all.length)),
      all.length === 0
        ? el('p', { class: 'hint' }, words.say(`overview.${status}.none`))
        : el('ul', { class: 'report-entries' }, ...all.map(entry)),
    );
  };
  const editors = (['parties', 'measures', 'features', 'views', 'corrections'] as const).map(
    (what) =>
      el(
        'li',
        {},
        el(
          'button',
          { type: 'button', class: 'report-entry', click: () => void openEditor(session, what) },
          el('b', {}, words.say(`overview.${what}`)),
          el('span', {}, words.say(`overview.${what}.hint`)),
        ),
      ),
  );
  return el(
    'main',
    { class: 'overview', id: 'main', tabindex: '-1' },
    el('h1', {}, names.text(state.title)),
    state.faults.length > 0 &&
      el(
        'section',
        { class: 'faults', role: 'alert' },
        el('h2', {}, words.say('overview.faults', state.faults.length)),
        el(
          'ol',
          { class: 'problems' },
          ...state.faults.map(({ message, file, line }) =>
            el('li', {}, el('span', {}, message), el('small', {}, line ? `${file}:${line}` : file)),
          ),
        ),
      ),
    group('draft'),
    dropPlace(session, open),
    group('published'),
    el(
      'section',
      {},
      el('h2', {}, words.say('overview.catalog')),
      el('ul', { class: 'report-entries' }, ...editors),
    ),
  );
}

/** Where a file becomes a draft: by a click, or dropped. */
function dropPlace(session: Session, open: (report: string) => void): HTMLElement {
  const { words } = session;
  const file = el('input', {
    type: 'file',
    id: 'ingest-file',
    class: 'sr-only',
    accept: '.txt,.html,.htm,.pdf,.docx,text/plain',
  });
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    session.say(words.say('ingest.reading', chosen.name));
    try {
      const made = await session.api.post<{ report: string; said: string }>('/api/ingest', {
        name: chosen.name,
        content: base64(new Uint8Array(await chosen.arrayBuffer())),
      });
      await session.reload();
      session.say(made.said);
      open(made.report);
    } catch (error) {
      session.failed(error);
    }
  };
  file.addEventListener('change', () => void take(file.files?.[0]));
  const zone = el(
    'label',
    { class: 'drop', for: 'ingest-file' },
    file,
    el('b', {}, words.say('ingest.title')),
    el('span', {}, words.say('ingest.hint')),
  );
  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  });
  return zone;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
