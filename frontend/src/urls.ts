import type { Config } from './config';

/**
 * All addresses that the script uses, resolved once, because the page's own address changes later.
 */
export class Urls {
  private readonly root: URL;
  private readonly home: URL;
  /** The file name that pages' addresses end with; empty on a server. */
  private readonly pageFile: string;

  constructor(root: string, base: string, config: Pick<Config, 'lang' | 'languages' | 'files'>) {
    this.root = new URL(root === '' ? './' : root, base);
    this.home =
      config.lang === config.languages[0] ? this.root : new URL(`${config.lang}/`, this.root);
    this.pageFile = config.files ? 'index.html' : '';
  }

  /** A file named in the configuration. */
  file(path: string): string {
    return new URL(path, this.root).href;
  }

  /** The page of a place, incident, area, station or line. */
  place(id: string): string {
    return new URL(`places/${id}/${this.pageFile}`, this.home).href;
  }

  /** The page of a party. */
  party(id: string): string {
    return new URL(`parties/${id}/${this.pageFile}`, this.home).href;
  }

  /** A page by its path relative to the home page, including a query. */
  page(path: string): string {
    return new URL(path, this.home).href;
  }

  /** A quote on its report's page. */
  excerpt(report: string, id: string): string {
    return new URL(`reports/${report}/${this.pageFile}#${id}`, this.home).href;
  }

  /**
   * Whether an address is a page of this site in the same language, so that its panel can be
   * swapped in.
   */
  isPage(url: URL): boolean {
    if (url.origin !== this.root.origin || !url.pathname.startsWith(this.home.pathname))
      return false;
    const path = url.pathname.slice(this.home.pathname.length);
    return (
      (/^((places|reports|claims|parties)\/[a-z0-9-]+\/)?(index\.html)?$/.test(path) &&
        url.search === '') ||
      /^records\/[^/]+\/([^/]+\/)?$/.test(path) ||
      /^lists\/([a-z0-9-]+\/)+(index\.html)?$/.test(path)
    );
  }
}
