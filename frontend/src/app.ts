import { Dock } from './claims/dock';
import type { Config } from './config';
import type { EmbedBuilder } from './embed/builder';
import { MapStage } from './map-stage';
import { afterFrame, nextTask } from './pace';
import { enhanceCopying, listenForCopying } from './panel/copy';
import { showFragment } from './panel/fragment';
import { startLanguages } from './panel/menu';
import { need } from './panel/need';
import { readerPosition, Navigation, type Failure } from './panel/navigation';
import { listenForPointing } from './panel/pointing';
import { Sheet } from './panel/sheet';
import { enhanceTabs } from './panel/tabs';
import { SearchField, searchOnSlash } from './search/search-field';
import type { SearchBox } from './search/combobox';
import { Address } from './state/address';
import { formatHash, parseHash, type HashState } from './state/hash';
import { StatusLine } from './status';
import { startTheme } from './theme';
import { PanelFilter } from './timeline/filter';
import type { Selection } from './dates/selection';
import { RecordDates } from './timeline/record-dates';
import { Timeline } from './timeline/timeline';
import type { Urls } from './urls';
import { Words } from './words';

/** Connects the parts of the page. The address is the state: all parts follow it and write to it. */
export class App {
  private readonly words: Words;
  private readonly status: StatusLine;
  private readonly sheet: Sheet;
  private readonly dock: Dock;
  private readonly navigation: Navigation;
  private readonly filter: PanelFilter;
  /** The map; null until the page around it is ready. */
  private stage: MapStage | null = null;
  private timeline: Timeline | null = null;
  private readonly recordDates: RecordDates;
  private builder: EmbedBuilder | null = null;
  private search: SearchField | null = null;
  private state: HashState = parseHash(location.hash);
  private readonly address = new Address(() => this.hash());

  constructor(
    private readonly config: Config,
    private readonly urls: Urls,
  ) {
    document.documentElement.classList.add('js');
    this.words = new Words(config.locale, config.words);
    this.recordDates = new RecordDates(config.layers, urls, (dates) => {
      this.timeline?.offer(dates);
    });
    const stage = need<HTMLElement>('.stage');
    this.status = new StatusLine(stage, this.words.say('script.retry'));
    this.sheet = new Sheet(
      stage,
      this.words,
      () => this.stage?.onCovered(),
      () => this.stage?.uncover(),
    );
    this.dock = new Dock(stage, this.words);
    this.filter = new PanelFilter(stage, this.words, {
      told: (id) => this.stage?.layers.place(id)?.count ?? null,
      onClear: () => this.onTime(null),
    });
    this.navigation = new Navigation({
      urls,
      onLeave: () => this.address.flush(),
      onBack: () => this.address.hold(true),
      hashFor: (url) => this.hashFor(url),
      onPage: (panel, { back }) => this.onPage(panel, back),
      onFragment: (id) => this.onFragment(id),
      onFailure: (failure, retry) => this.onFailure(failure, retry),
      onLoading: (loading) => document.documentElement.classList.toggle('is-loading', loading),
    });
  }

  /**
   * Starts the interactive page: the panel at once, then the timeline and the map. Each part is made after the browser
   * has drawn the last, because a slow phone would otherwise react to nothing for a second.
   */
  async start(): Promise<void> {
    const { words } = this;
    startTheme(document.querySelector('.bar-theme'), words, () => this.stage?.recolour());
    listenForCopying(words, (text) => this.status.say(text));
    this.startSearch();
    listenForPointing(need<HTMLElement>('.stage'), (id) => this.stage?.hover(id));
    startLanguages(() => this.hash());
    await nextTask();
    this.enhance(this.panel());
    // A sheet of paper says where it is from.
    window.addEventListener('beforeprint', () => {
      need<HTMLElement>('.printed [data-address]').textContent = location.href;
    });
    await afterFrame();
    await words.prepare();
    this.timeline = Timeline.wake(this.config, words, (time) => this.onTime(time));
    await nextTask();
    this.applyTime();
    showFragment(this.panel(), this.state.fragment);
    await afterFrame();
    this.stage = await this.createMap();
    this.stage.setTime(this.time());
    await this.stage.start(this.state, () => this.place());
    await nextTask();
    this.updateDates();
    await nextTask();
    this.search?.refresh();
    // The lists show counts that only the layers know.
    this.filter.apply(this.time());
  }

  private createMap(): Promise<MapStage> {
    const { config, urls, words } = this;
    return MapStage.create(need<HTMLElement>('#map'), config, urls, words, {
      covered: () => this.sheet.covered(),
      buttons: () => this.sheet.buttons(),
      onOpen: (id) => void this.navigation.open(urls.place(id)),
      onOpenPage: (url) => void this.navigation.open(url),
      onHover: (id) => this.markInPanel(id),
      onMoved: () => this.address.write(250),
      onLayers: () => {
        this.address.write(0);
        this.updateDates();
      },
      onFailure: (title) => this.status.say(words.say('script.layerFailed', title)),
      ...(config.stories ? {} : { onEmbed: () => void this.openBuilder() }),
    });
  }

  /** Offers the dates of the records that are shown. */
  private updateDates(): void {
    const { stage } = this;
    if (stage && this.timeline) void this.recordDates.update((id) => stage.layers.isVisible(id));
  }

  /** The place whose page is open; null for none. */
  private place(): string | null {
    const { page, id } = this.panel().dataset;
    return page === 'place' ? (id ?? null) : null;
  }

  /** Fetches the builder's code on demand, because most readers never open it. */
  private async openBuilder(): Promise<void> {
    if (!this.stage) return;
    const { page, id } = this.panel().dataset;
    const now = {
      ...this.stage.shown(),
      place: this.place(),
      measure: page === 'claims' ? (id ?? null) : null,
    };
    try {
      const { EmbedBuilder } = await import('./embed/builder');
      this.builder ??= await EmbedBuilder.create(this.config, this.urls, this.words, now);
      this.builder.open(now);
    } catch {
      this.status.say(this.words.say('script.embedFailed'), () => void this.openBuilder());
    }
  }

  private panel(): HTMLElement {
    return need<HTMLElement>('#panel');
  }

  private startSearch(): void {
    const form = document.querySelector<HTMLFormElement>('form.search');
    const input = form?.querySelector('input');
    if (!form || !input) return;
    // A server with many stories searches in all of them itself.
    if (this.config.stories) return searchOnSlash(input);
    const onQuery = (query: string): void => {
      this.state = { ...this.state, query };
      this.address.write(250);
    };
    const start = async (): Promise<SearchBox> => {
      const { startSearch } = await import('./search/search');
      return startSearch(form, input, {
        lang: this.config.lang,
        quoteLang: this.config.languages[0] ?? this.config.lang,
        words: this.words,
        urls: this.urls,
        places: () => this.stage?.layers.places() ?? [],
        onQuery,
        onOpen: (url) => void this.navigation.open(url),
        onPoint: (id) => this.stage?.hover(id),
      });
    };
    this.search = new SearchField(form, input, start, onQuery, (retry) =>
      this.status.say(this.words.say('script.searchFailed'), retry),
    );
    this.search.set(this.state.query);
  }

  /**
   * Called when a new panel is in place, or the reader went back to an earlier state of the same
   * panel.
   */
  private onPage(panel: HTMLElement, back: boolean): void {
    this.address.hold(false);
    this.state = parseHash(location.hash);
    this.enhance(panel);
    this.applyTime();
    if (!showFragment(panel, this.state.fragment))
      panel.scrollTop = back ? readerPosition().top : 0;
    if (back) this.refocus(panel);
    else {
      panel.focus({ preventScroll: true });
      this.sheet.reveal();
    }
    this.search?.set(this.state.query);
    this.stage?.follow(this.state, this.place(), back, panel.dataset.page === 'home');
  }

  /** Returns the focus to the element that had it, unless the reader has moved it since. */
  private refocus(panel: HTMLElement): void {
    if (document.activeElement && document.activeElement !== document.body) return;
    const { href, feature } = readerPosition();
    const link = href ? panel.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`) : null;
    const symbol = feature ? this.stage?.element(feature) : null;
    (link ?? symbol ?? panel).focus({ preventScroll: true });
  }

  private onFragment(id: string): void {
    const panel = this.panel();
    if (id === panel.id) {
      panel.focus();
      return;
    }
    this.state = { ...this.state, fragment: id };
    history.pushState(history.state, '', this.hash() || location.pathname + location.search);
    showFragment(panel, id);
  }

  private onFailure(failure: Failure | null, retry: () => void): void {
    this.address.hold(false);
    if (!failure) this.status.say('');
    else if (failure.type === 'network') this.status.say(this.words.say('script.offline'), retry);
    else this.status.say(this.words.say('script.refused', String(failure.status)), retry);
  }

  private enhance(panel: HTMLElement): void {
    if (panel.dataset.awake) return;
    panel.dataset.awake = 'true';
    enhanceTabs(panel, this.state.fragment);
    this.dock.show(panel, this.state.fragment);
    enhanceCopying(panel);
  }

  /** The chosen dates; null without a timeline. */
  private time(): Selection | null {
    return this.timeline ? this.state.time : null;
  }

  private onTime(time: Selection | null): void {
    this.state = { ...this.state, time };
    this.applyTime();
    this.address.write(250);
  }

  /**
   * Filters the map, the lists and everything dated in the panel by one selection; search still
   * finds everything.
   */
  private applyTime(): void {
    const time = this.time();
    this.timeline?.show(time);
    this.stage?.setTime(time);
    this.filter.apply(time);
  }

  /** Marks in the panel what is pointed at on the map. */
  private markInPanel(id: string | null): void {
    for (const element of this.panel().querySelectorAll<HTMLElement>('[data-feature]')) {
      element.classList.toggle('is-hot', element.dataset.feature === id);
    }
  }

  /** The hash for a new address: it keeps the map and layers, but not the search query. */
  private hashFor(url: URL): string {
    const target = parseHash(url.hash);
    return formatHash({
      ...this.mapState(),
      ...(target.map ? { map: target.map } : {}),
      fragment: target.fragment,
      time: target.time ?? this.state.time,
      query: '',
    });
  }

  private hash(): string {
    const { fragment, time, query } = this.state;
    return formatHash({ ...this.mapState(), fragment, time, query });
  }

  /** The state of map and layers: that of the address until the map is there. */
  private mapState(): Pick<HashState, 'map' | 'off' | 'on'> {
    const { map, off, on } = this.state;
    return this.stage?.state() ?? { map, off, on };
  }
}
