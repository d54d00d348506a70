import type { Urls } from '../urls';
import { fixHead, followHead } from './head';

/** A fetched page; only its panel is used. */
interface FetchedPage {
  readonly url: string;
  readonly page: Document;
}

/** The reason why a page could not be shown. */
export type Failure =
  { readonly type: 'network' } | { readonly type: 'status'; readonly status: number };

/** The callbacks of the panel. */
export interface NavigationOptions {
  readonly urls: Urls;
  /** The hash for the panel's new address, with the map's position and the layers that are off. */
  readonly hashFor: (url: URL) => string;
  /** Called before the present address is left, so that pending changes are written to it. */
  readonly onLeave: () => void;
  /** Called when the reader goes back or forward, before the page is shown. */
  readonly onBack: () => void;
  /** Called when a panel is in place. */
  readonly onPage: (panel: HTMLElement, how: { readonly back: boolean }) => void;
  /** Called when the reader followed a link within the present panel. */
  readonly onFragment: (id: string) => void;
  /** Called when a page could not be shown; null when the failure is over. */
  readonly onFailure: (failure: Failure | null, retry: () => void) => void;
  readonly onLoading: (loading: boolean) => void;
}

const KEPT_PAGES = 24;

/**
 * Follows links within the site by fetching the page and replacing the present panel with its
 * panel; the map stays. Every page is complete on its own: without script, or if fetching is not
 * possible, the browser opens it as usual.
 */
export class Navigation {
  private readonly pages = new Map<string, Promise<FetchedPage>>();
  private turn = 0;
  private shown = withoutHash(location.href);

  constructor(private readonly options: NavigationOptions) {
    document.addEventListener('click', (event) => this.onClick(event));
    for (const type of ['pointerover', 'focusin']) {
      document.addEventListener(type, (event) => {
        const url = this.pageOf(event.target);
        if (url) this.fetch(withoutHash(url.href)).catch(() => undefined);
      });
    }
    fixHead(document.head);
    history.scrollRestoration = 'manual';
    window.addEventListener('popstate', () => void this.onPopState());
  }

  /** Opens a page of the site in the panel. */
  async open(address: string): Promise<void> {
    const url = new URL(address, location.href);
    this.options.onLeave();
    this.remember();
    await this.show(url, (page) => {
      const target = new URL(page.url);
      target.hash = this.options.hashFor(url);
      history.pushState(null, '', target);
      return false;
    });
  }

  private async show(url: URL, enter: (page: FetchedPage) => boolean): Promise<void> {
    const turn = ++this.turn;
    const retry = (): void => void this.show(url, enter);
    const slow = setTimeout(() => this.options.onLoading(true), 250);
    try {
      const page = await this.fetch(withoutHash(url.href));
      if (turn !== this.turn) return;
      const back = enter(page);
      this.swap(page, back);
      this.options.onFailure(null, retry);
    } catch (error) {
      if (turn !== this.turn) return;
      if (error instanceof NotAPanel) location.assign(url);
      else this.options.onFailure(failureOf(error), retry);
    } finally {
      clearTimeout(slow);
      if (turn === this.turn) this.options.onLoading(false);
    }
  }

  private swap({ url, page }: FetchedPage, back: boolean): void {
    const next = page.getElementById('panel');
    const present = document.getElementById('panel');
    if (!next || !present) return;
    const panel = document.importNode(next, true);
    present.replaceWith(panel);
    this.shown = url;
    document.title = page.title;
    followHead(document.head, page, url);
    followLanguages(page, url);
    this.options.onPage(panel, { back });
  }

  private fetch(url: string): Promise<FetchedPage> {
    const known = this.pages.get(url);
    if (known) return known;
    const fetched = fetchPage(url);
    this.pages.set(url, fetched);
    const oldest = this.pages.keys().next();
    if (this.pages.size > KEPT_PAGES && !oldest.done) this.pages.delete(oldest.value);
    // A page that failed is fetched again next time.
    fetched.catch(() => this.pages.delete(url));
    return fetched;
  }

  private onClick(event: MouseEvent): void {
    const plain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || event.defaultPrevented) return;
    const fragment = fragmentOf(event.target);
    if (fragment) {
      event.preventDefault();
      this.options.onFragment(fragment);
      return;
    }
    const url = this.pageOf(event.target);
    if (!url) return;
    event.preventDefault();
    void this.open(url.href);
  }

  /** The page that a link leads to, if its panel can be shown here; otherwise null. */
  private pageOf(target: EventTarget | null): URL | null {
    const link = target instanceof Element ? target.closest('a[href]') : null;
    const href = link?.getAttribute('href');
    if (!link || !href || href.startsWith('#') || link.hasAttribute('hreflang')) return null;
    if (link.hasAttribute('download') || link.hasAttribute('target')) return null;
    const url = new URL(href, location.href);
    return this.options.urls.isPage(url) ? url : null;
  }

  private async onPopState(): Promise<void> {
    const url = new URL(location.href);
    this.options.onBack();
    if (withoutHash(url.href) === this.shown) {
      const panel = document.getElementById('panel');
      if (panel) this.options.onPage(panel, { back: true });
      return;
    }
    await this.show(url, () => true);
  }

  /** Saves the reader's position in the history entry that is being left. */
  private remember(): void {
    const { activeElement } = document;
    const left: ReaderPosition = {
      top: document.getElementById('panel')?.scrollTop ?? 0,
      href: activeElement?.closest('#panel')
        ? (activeElement.getAttribute('href') ?? undefined)
        : undefined,
      feature: activeElement?.closest('#map')
        ? (activeElement.getAttribute('data-feature') ?? undefined)
        : undefined,
    };
    history.replaceState(left, '');
  }
}

/** The reader's position when a history entry was left. */
export interface ReaderPosition {
  /** The scroll position of the panel, in pixels. */
  readonly top: number;
  /** The link in the panel that had the focus. */
  readonly href?: string | undefined;
  /** The feature on the map that had the focus. */
  readonly feature?: string | undefined;
}

/** The reader's position when the present history entry was left. */
export function readerPosition(): ReaderPosition {
  const state = history.state as Partial<ReaderPosition> | null;
  return { ...state, top: state?.top ?? 0 };
}

class NotAPanel extends Error {}

class ServerRefused extends Error {
  constructor(readonly status: number) {
    super(`The server answered with status ${status}.`);
  }
}

async function fetchPage(url: string): Promise<FetchedPage> {
  const response = await fetch(url, { headers: { Accept: 'text/html' } });
  const html = response.headers.get('content-type')?.includes('text/html') ?? false;
  // Show a "not found" page, but not a server error.
  if (!response.ok && !(response.status === 404 && html)) throw new ServerRefused(response.status);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!page.getElementById('panel')) throw new NotAPanel();
  return { url: withoutHash(response.url || url), page };
}

function failureOf(error: unknown): Failure {
  return error instanceof ServerRefused
    ? { type: 'status', status: error.status }
    : { type: 'network' };
}

/** The fragment that a link within the page points to; null for other links. */
function fragmentOf(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
  return link?.getAttribute('href')?.slice(1) ?? null;
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '');
}

/**
 * Updates the links to other languages in the header, which stays while the panel changes: they must lead to the same
 * page.
 */
function followLanguages(page: Document, url: string): void {
  for (const present of document.querySelectorAll<HTMLAnchorElement>('.bar a[hreflang]')) {
    const href = page.querySelector(`.bar a[hreflang="${present.hreflang}"]`)?.getAttribute('href');
    if (href) present.href = new URL(href, url).href;
  }
}
