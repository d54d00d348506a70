import './builder.css';
import type { Config } from '../config';
import type { Bbox } from '../model';
import type { Urls } from '../urls';
import { fetchJson, type CatalogFile } from './catalog-file';
import { readFacts, type EmbedFacts } from './facts';
import { field, option, radios } from './fields';
import { hostWarning } from './host-warning';
import { embedPath, picturePath, snippet, type EmbedPlacement, type EmbedContent } from './snippet';
import type { Words } from '../words';

/** The state of the map when the builder is opened. */
export interface MapSnapshot {
  readonly bbox: Bbox;
  readonly layers: readonly string[];
  readonly place: string | null;
  readonly measure: string | null;
}

/** How many digits of the catalog's hash the address of a frozen embed contains. */
const DIGITS = 12;

/**
 * The dialog in which a journalist chooses what an embed shows and copies its code for an article.
 */
export class EmbedBuilder {
  private readonly dialog = document.createElement('dialog');
  private readonly form = document.createElement('form');
  private readonly frame = document.createElement('iframe');
  private readonly code = document.createElement('textarea');
  private readonly alt = document.createElement('textarea');
  private readonly cost = document.createElement('p');
  private readonly warning = document.createElement('p');
  private readonly copyButton = document.createElement('button');
  /** What the present choice shows; null until that is known. */
  private about: EmbedFacts | null = null;
  private altEdited = false;
  private asked = '';

  private constructor(
    private readonly config: Config,
    private readonly urls: Urls,
    private readonly words: Words,
    private readonly catalog: CatalogFile,
    private now: MapSnapshot,
  ) {
    this.build();
  }

  /** Fetches the catalog's views and creates the dialog. @throws TypeError without a network */
  static async create(
    config: Config,
    urls: Urls,
    words: Words,
    now: MapSnapshot,
  ): Promise<EmbedBuilder> {
    const [catalog, more] = await Promise.all([
      fetchJson<CatalogFile>(urls.file('catalog.json')),
      fetchJson<Record<string, string>>(urls.page('builder.json')),
    ]);
    return new EmbedBuilder(config, urls, words.with(more), catalog, now);
  }

  /** Opens the dialog for the map's present state. */
  open(now: MapSnapshot): void {
    this.now = now;
    this.fillViews();
    this.dialog.showModal();
    void this.update();
  }

  private build(): void {
    const { words, config, form } = this;
    const views = field(words.say('builder.what'), document.createElement('select'), 'what');
    const language = field(words.say('builder.language'), document.createElement('select'), 'lang');
    for (const code of config.languages) {
      const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
      language.querySelector('select')?.append(option(code, name, code === config.lang));
    }
    const theme = field(words.say('builder.theme'), document.createElement('select'), 'theme');
    for (const [value, text] of [
      ['auto', words.say('builder.auto')],
      ['light', words.say('builder.light')],
      ['dark', words.say('builder.dark')],
    ] as const) {
      theme.querySelector('select')?.append(option(value, text, value === 'auto'));
    }
    const how = radios(words.say('builder.how'), 'how', [
      ['frame', words.say('builder.frame'), words.say('builder.frame.hint')],
      ['growing', words.say('builder.growing'), words.say('builder.growing.hint')],
      ['picture', words.say('builder.picture'), words.say('builder.picture.hint')],
    ]);
    const follows = radios(words.say('builder.follows'), 'follows', [
      ['live', words.say('builder.live'), words.say('builder.live.hint')],
      ['frozen', words.say('builder.frozen'), words.say('builder.frozen.hint')],
    ]);
    follows.dataset.only = 'named';
    const layers = radios(
      words.say('live.layers'),
      'layer',
      config.layers.map(({ id, title }) => [id, title, ''] as const),
      'checkbox',
    );
    layers.dataset.only = 'map';
    const height = document.createElement('input');
    height.type = 'number';
    height.min = '240';
    height.max = '1600';
    height.step = '10';
    height.value = '640';
    const heightField = field(words.say('builder.height'), height, 'height');
    heightField.dataset.only = 'frame';
    this.alt.rows = 3;
    const altField = field(words.say('builder.alt'), this.alt, 'alt');
    this.alt.addEventListener('input', () => (this.altEdited = true));
    form.append(views, layers, language, theme, how, heightField, follows, altField);
    form.addEventListener('input', () => void this.update());
    form.addEventListener('submit', (event) => event.preventDefault());

    this.code.readOnly = true;
    this.code.rows = 5;
    this.code.dir = 'ltr';
    this.code.ariaLabel = words.say('builder.code');
    this.code.addEventListener('focus', () => this.code.select());
    const copy = this.copyButton;
    copy.type = 'button';
    copy.className = 'builder-copy';
    copy.textContent = words.say('builder.copy');
    copy.addEventListener('click', () => void this.copy(copy));
    // A picture of the embed: nothing in it takes the focus.
    this.frame.title = words.say('builder.preview');
    this.frame.inert = true;
    this.cost.className = 'builder-cost';
    this.cost.setAttribute('role', 'status');
    const result = document.createElement('div');
    result.className = 'builder-result';
    this.warning.className = 'builder-warning';
    result.append(this.frame, this.cost, this.warning, this.code, copy);

    const title = document.createElement('h2');
    title.id = 'builder-title';
    title.textContent = words.say('live.embed');
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'dock-close';
    close.ariaLabel = words.say('embed.close');
    close.innerHTML =
      '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3 3 13"/></svg>';
    close.addEventListener('click', () => this.dialog.close());
    this.dialog.className = 'builder';
    this.dialog.setAttribute('aria-labelledby', title.id);
    this.dialog.append(title, close, form, result);
    document.body.append(this.dialog);
  }

  /** Lists the named views first, then the map's present state. */
  private fillViews(): void {
    const { config, words } = this;
    const select = this.control<HTMLSelectElement>('what');
    const { views, view } = this.catalog;
    const { place, measure } = this.now;
    const states: HTMLOptionElement[] = [];
    if (place) states.push(option('=place', words.say('builder.place')));
    if (measure) states.push(option('=measure', words.say('builder.measure')));
    states.push(option('=map', words.say('builder.map')));
    // Unnamed states are drawn by a server, which published files do not have.
    if (config.files) states.length = 0;
    select.replaceChildren(
      ...views.map(({ id, title }) =>
        option(id, title[config.lang] ?? Object.values(title)[0] ?? id),
      ),
      ...states,
    );
    // A named view can be frozen and has an image, so it is preferred if it shows the same.
    const same = views.find(
      (one) => (place && one.place === place) ?? (measure && one.measure === measure),
    );
    const state = place ? '=place' : measure ? '=measure' : view;
    select.value = same?.id ?? (config.files ? view : state);
    for (const box of this.form.querySelectorAll<HTMLInputElement>('[name=layer]')) {
      box.checked = this.now.layers.includes(box.value);
    }
  }

  private shown(): EmbedContent {
    const what = this.control<HTMLSelectElement>('what').value;
    const named = !what.startsWith('=');
    const layers = [...this.form.querySelectorAll<HTMLInputElement>('[name=layer]:checked')];
    const state: [string, string][] = [];
    if (what === '=measure' && this.now.measure) state.push(['measure', this.now.measure]);
    if (what === '=place' && this.now.place) state.push(['place', this.now.place]);
    if (what === '=map')
      state.push(['bbox', this.now.bbox.map((side) => side.toFixed(3)).join(',')]);
    if ((what === '=map' || what === '=place') && layers.length > 0) {
      state.push(['layers', layers.map(({ value }) => value).join(',')]);
    }
    const frozen = named && this.config.frozen && this.value('follows') === 'frozen';
    return {
      view: named ? what : null,
      state,
      lang: this.control<HTMLSelectElement>('lang').value,
      theme: this.control<HTMLSelectElement>('theme').value as EmbedContent['theme'],
      frozen: frozen ? this.catalog.hash.slice(0, DIGITS) : null,
    };
  }

  private async update(): Promise<void> {
    const { config, urls } = this;
    const shown = this.shown();
    const defaultLang = config.languages[0] ?? config.lang;
    const how = this.value('how') as EmbedPlacement['how'];
    const named = shown.view !== null;
    const map = ['=map', '=place'].includes(this.control<HTMLSelectElement>('what').value);
    for (const part of this.form.querySelectorAll<HTMLElement>('[data-only]')) {
      part.hidden = !{ named: named && config.frozen === true, map, frame: how === 'frame' }[
        part.dataset.only as 'named' | 'map' | 'frame'
      ];
    }
    const address = urls.file(embedPath(shown, defaultLang));
    const picture = picturePath(shown, defaultLang);
    this.warning.textContent = hostWarning(urls, config, this.words);
    this.warning.hidden = this.warning.textContent === '';
    const write = (): void => {
      const { about } = this;
      this.copyButton.disabled = about === null;
      if (about === null) {
        this.code.value = '';
        return;
      }
      this.code.value = snippet(
        {
          how,
          height: Number(this.control<HTMLInputElement>('height').value) || 640,
          title: about.title,
          alt: this.alt.value,
          list: about.list,
        },
        { embed: address, picture: picture && urls.file(picture), loader: urls.file('embed.js') },
      );
    };
    if (address === this.asked && this.about) {
      write();
      return;
    }
    // The code describes what it shows, so it waits for that.
    this.asked = address;
    this.about = null;
    this.cost.textContent = this.words.say('builder.reading');
    write();
    this.frame.src = address;
    const about = await readFacts(address).catch((error: unknown) => {
      if (this.asked === address) {
        this.cost.textContent = this.words.say(
          'builder.failed',
          error instanceof Error ? error.message : String(error),
        );
      }
      return null;
    });
    // The choice may have changed meanwhile.
    if (this.asked !== address || !about) return;
    this.about = about;
    if (!this.altEdited) this.alt.value = about.alt;
    this.cost.textContent = this.words.say('builder.cost', Math.round(about.bytes / 1000));
    write();
  }

  private async copy(button: HTMLButtonElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code.value);
      button.textContent = this.words.say('script.copied');
      setTimeout(() => (button.textContent = this.words.say('builder.copy')), 1600);
    } catch {
      // Copying is not allowed: the code is selected, so that the reader can copy it by keyboard.
      this.code.focus();
      this.code.select();
    }
  }

  private control<T extends HTMLElement>(name: string): T {
    return this.form.elements.namedItem(name) as unknown as T;
  }

  private value(name: string): string {
    return this.form.querySelector<HTMLInputElement>(`[name=${name}]:checked`)?.value ?? '';
  }
}
