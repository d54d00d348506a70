import type { Geometry } from 'geojson';
import { entriesOf, type CatalogFiles, type Edited, type Entry } from './catalog-files';
import { openDialog } from './dialogs';
import { DeskMap } from './desk-map';
import { el, keyed } from './dom';
import { form } from './form';
import { framing } from './framing';
import { saving } from './saving';
import { fieldsOf, objectIn, type Schema } from './schema';
import type { Session } from './session';
import { fetchSiteMap } from './site-config';
import type { SketchKind } from './sketch-shape';

const SCHEMAS: Readonly<Record<Edited, string>> = {
  parties: 'parties',
  measures: 'measures',
  features: 'features',
  views: 'view',
  corrections: 'corrections',
};

/** Opens the lists and forms of what a catalog has besides reports. */
export async function openEditor(session: Session, what: Edited): Promise<void> {
  const { words, api } = session;
  try {
    const schema = await api.get<Schema>(`/api/schema/${SCHEMAS[what]}`);
    const editor = new Editor(session, what, schema);
    await editor.load();
    openDialog(words.say(`overview.${what}`), words, [editor.element], 'is-editor');
    editor.choose(null);
  } catch (error) {
    session.failed(error);
  }
}

class Editor {
  readonly element: HTMLElement;
  private readonly list = el('ul', { class: 'editor-list' });
  private readonly form = el('div', { class: 'editor-form' });
  private entries: readonly Entry[] = [];
  private files: CatalogFiles | null = null;

  constructor(
    private readonly session: Session,
    private readonly what: Edited,
    private readonly schema: Schema,
  ) {
    this.element = el(
      'div',
      { class: 'editor' },
      el(
        'div',
        {},
        what !== 'features' &&
          keyed(session.words.say('editor.add'), '', () => this.add(), { class: 'is-first' }),
        this.list,
      ),
      this.form,
    );
  }

  async load(): Promise<void> {
    this.files = await this.session.api.get<CatalogFiles>('/api/catalog');
    this.entries = entriesOf(this.what, this.files, (text) => this.session.names.text(text));
  }

  choose(id: string | null): void {
    const entry = this.entries.find((one) => one.id === id) ?? this.entries[0] ?? null;
    this.showList(entry);
    if (!entry) {
      this.form.replaceChildren(el('p', { class: 'hint' }, this.session.words.say('editor.none')));
      return;
    }
    this.show(entry);
  }

  private showList(entry: Entry | null): void {
    this.list.replaceChildren(
      ...this.entries.map((one) =>
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              'aria-current': one === entry ? 'true' : null,
              click: () => this.choose(one.id),
            },
            el('bdi', {}, one.name),
            el('small', {}, one.id),
          ),
        ),
      ),
    );
  }

  private show(entry: Entry): void {
    const { session, schema, what } = this;
    const { words, state } = session;
    const parts: HTMLElement[] = [
      el('h3', {}, el('bdi', {}, entry.name)),
      form({
        fields: fieldsOf(schema, objectIn(schema), ['id', 'aliases']),
        values: entry.values,
        languages: state.languages,
        words,
        known: (name) => this.known(name),
        onSet: (name, value) =>
          saving(session, (onRefused) => this.set(entry, name, value, onRefused)),
      }),
    ];
    if (what === 'features') {
      const map = el('section', { class: 'map desk-map editor-map' });
      parts.splice(1, 0, map, this.drawing(entry, map));
    }
    if (what === 'views') parts.splice(1, 0, ...framing(session, this.form, entry.values.bbox));
    parts.push(
      el(
        'div',
        { class: 'card-actions' },
        keyed(words.say('editor.delete'), '', () => session.turns.add(() => this.remove(entry))),
      ),
    );
    this.form.replaceChildren(...parts);
    this.form.dataset.id = entry.id;
    this.form.scrollTop = 0;
  }

  /** The buttons that draw where a place is. */
  private drawing(entry: Entry, section: HTMLElement): HTMLElement {
    const { session } = this;
    const { words, state } = session;
    let drawn: Geometry | null = null;
    let map: DeskMap | null = null;
    const note = el('p', { class: 'hint', role: 'status' });
    const keep = keyed(words.say('draw.save'), '', () => {
      map?.sketch.stop();
      session.turns.add(() => this.set(entry, 'geometry', drawn, null));
    });
    keep.hidden = true;
    void fetchSiteMap(state.preview).then((site) => {
      map = new DeskMap(section, words, site, state.bbox);
      const at = state.features.find(({ id }) => id === entry.id)?.position;
      if (at) map.show([{ key: '•', name: entry.name, position: at, chosen: true }]);
    });
    const begin = (kind: SketchKind): void => {
      map?.show([]);
      map?.sketch.start(kind, (geometry, points) => {
        drawn = geometry;
        keep.hidden = geometry === null;
        note.textContent = words.say(geometry ? 'draw.enough' : `draw.hint.${kind}`, points);
      });
    };
    return el(
      'div',
      {},
      el(
        'div',
        { class: 'card-actions' },
        el('span', {}, words.say('editor.redraw')),
        ...(['pin', 'line', 'area'] as const).map((kind) =>
          keyed(words.say(`draw.${kind}`), '', () => begin(kind)),
        ),
        keep,
      ),
      note,
    );
  }

  private known(name: string): readonly string[] {
    const { state } = this.session;
    if (name === 'place') return state.features.map(({ id }) => id);
    if (name === 'measure') return state.measures.map(({ id }) => id);
    if (name === 'kind' && this.what === 'features')
      return [...new Set(state.features.map(({ kind }) => kind))];
    return [];
  }

  /** Saves a field. The form stays as it is, for the next field is being written in it. */
  private async set(
    { id, target }: Entry,
    name: string,
    value: unknown,
    onRefused: ((message: string) => void) | null,
  ): Promise<void> {
    const { session } = this;
    const seen = this.entries.find((one) => one.id === id);
    const operation = { op: 'set', target, field: name, value };
    let refused = false;
    const changed = await session.change(null, operation, seen?.rev ?? null, (message) => {
      refused = true;
      if (onRefused) onRefused(message);
      else session.say(message);
    });
    if (changed?.said) session.say(changed.said);
    await this.load();
    const entry = this.entries.find((one) => one.id === id);
    if (!entry || this.form.dataset.id !== id) return;
    if (refused) return;
    if (!seen || !changed || differ(seen.values, entry.values, name)) this.choose(id);
    else {
      this.showList(entry);
      this.form.querySelector('h3 bdi')?.replaceChildren(entry.name);
    }
  }

  private async remove(entry: Entry): Promise<void> {
    const operation = { op: 'delete', target: entry.target };
    const { rev } = this.entries.find(({ id }) => id === entry.id) ?? entry;
    const changed = await this.session.change(null, operation, rev);
    if (!changed) return;
    await this.load();
    this.choose(null);
  }

  /** Asks for all that a new entry must have. */
  private add(): void {
    const { session, schema, what } = this;
    const { words, state } = session;
    const values: Record<string, unknown> = {};
    const fields = fieldsOf(schema, objectIn(schema), ['aliases']).filter(
      ({ required, name }) =>
        required || what === 'views' || what === 'corrections' || name === 'id',
    );
    const all =
      what === 'views' && !fields.some(({ name }) => name === 'id')
        ? [
            {
              name: 'id',
              label: words.say('editor.id'),
              description: words.say('editor.id.hint'),
              type: 'line' as const,
              options: [],
              required: true,
            },
            ...fields,
          ]
        : fields;
    for (const { name, type, options } of all) if (type === 'choice') values[name] = options[0];
    const save = keyed(
      words.say('editor.save'),
      '',
      () => session.turns.add(() => this.create(values)),
      {
        class: 'is-first',
      },
    );
    delete this.form.dataset.id;
    this.form.replaceChildren(
      el('h3', {}, words.say('editor.add')),
      ...(what === 'views' ? framing(session, this.form, null) : []),
      form({
        fields: all,
        values,
        languages: state.languages,
        words,
        known: (name) => this.known(name),
        onSet: (name, value) => {
          if (value === null) delete values[name];
          else values[name] = value;
          return Promise.resolve(null);
        },
      }),
      el('div', { class: 'card-actions' }, save),
    );
    this.form.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  private async create(all: Readonly<Record<string, unknown>>): Promise<void> {
    const { session, what } = this;
    const { id, ...rest } = all;
    const isFile = what === 'views';
    const operation = { op: 'add', to: what, value: isFile ? rest : all, ...(isFile && { id }) };
    const changed = await session.change(null, operation, this.files?.revs[`${what}.yaml`] ?? null);
    if (!changed) return;
    if (changed.said) session.say(changed.said);
    await this.load();
    this.choose(typeof id === 'string' ? id : null);
  }
}

/** Whether another field than the one that was saved has changed, by another hand. */
function differ(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  saved: string,
): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].some(
    (name) => name !== saved && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
