import type { Urls } from '../urls';

/** A page fetched, of which the panel is used. */
interface FetchedPage {
  readonly url: string;
  readonly page: Document;
}

/** Why a page could not be shown. */
export type Failure =
  { readonly type: 'network' } | { readonly type: 'status'; readonly status: number };

/** What the panel asks of those who use it. */
export interface NavigationOptions {
  readonly urls: Urls;
  /** The part after # that belongs to the panel's new address: where the map is, what is off. */
  readonly hashFor: (url: URL) => string;
  /** The present address is about to be left: what is still to be written to it must be now. */
  readonly onLeave: () => void;
  /** A panel has been put in place. */
  readonly onPage: (panel: HTMLElement, how: { readonly back: boolean }) => void;
  /** The reader followed a link to a part of the present panel. */
  readonly onFragment: (id: string) => void;
  /** A page could not be shown; null when all is well again. */
  readonly onFailure: (failure: Failure | null, retry: () => void) => void;
  readonly onLoading: (loading: boolean) => void;
}

const KEPT_PAGES = 24;

/**
 * Follows links to pages of this site by fetching the page and putting its panel in place of the
 * present one; the map stays. Every page is a whole page all the same: without script, or where a
 * page cannot be fetched that way, the browser goes there itself.
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
    history.scrollRestoration = 'manual';
    window.addEventListener('popstate', () => void this.onPopState());
  }

  /** Opens a page of this site in the panel. */
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
    followLink('.bar-lang', page, url);
    this.options.onPage(panel, { back });
  }

  private fetch(url: string): Promise<FetchedPage> {
    const known = this.pages.get(url);
    if (known) return known;
    const fetched = fetchPage(url);
    this.pages.set(url, fetched);
    const oldest = this.pages.keys().next();
    if (this.pages.size > KEPT_PAGES && !oldest.done) this.pages.delete(oldest.value);
    // What failed is asked for anew next time.
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

  /** The page a link leads to, if it is one of those whose panel can be put in place here. */
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
    if (withoutHash(url.href) === this.shown) {
      const panel = document.getElementById('panel');
      if (panel) this.options.onPage(panel, { back: true });
      return;
    }
    await this.show(url, () => true);
  }

  /** Where the reader was belongs to the entry of the history that is left. */
  private remember(): void {
    const { activeElement } = document;
    const left: Left = {
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

/** Where the reader was when an entry of the history was left. */
export interface Left {
  /** How far the panel was scrolled. */
  readonly top: number;
  /** The link in the panel that had the focus. */
  readonly href?: string | undefined;
  /** The feature on the map that had the focus. */
  readonly feature?: string | undefined;
}

/** Where the reader was when the present entry of the history was left. */
export function leftAt(): Left {
  const state = history.state as Partial<Left> | null;
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
  // A page that says "not found" is a page to show; a server in trouble is not.
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

/** What a link within the page points to. */
function fragmentOf(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
  return link?.getAttribute('href')?.slice(1) ?? null;
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '');
}

/** The header stays while the panel changes; its link must lead to the other language's same page. */
function followLink(selector: string, page: Document, url: string): void {
  const present = document.querySelector<HTMLAnchorElement>(selector);
  const href = page.querySelector(selector)?.getAttribute('href');
  if (present && href) present.href = new URL(href, url).href;
}
