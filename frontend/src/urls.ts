import type { Config } from './config';

/** Every address the script uses, resolved once, because the page's own address changes later. */
export class Urls {
  private readonly root: URL;
  private readonly home: URL;

  constructor(root: string, base: string, config: Pick<Config, 'lang' | 'languages'>) {
    this.root = new URL(root === '' ? './' : root, base);
    this.home =
      config.lang === config.languages[0] ? this.root : new URL(`${config.lang}/`, this.root);
  }

  /** A file named in the configuration. */
  file(path: string): string {
    return new URL(path, this.root).href;
  }

  /** The page of a place, incident, area, station or line. */
  place(id: string): string {
    return new URL(`places/${id}/`, this.home).href;
  }

  /** A quote where its report shows it. */
  excerpt(report: string, id: string): string {
    return new URL(`reports/${report}/#${id}`, this.home).href;
  }

  /** Whether the address is a page of this site in this language, whose panel can be swapped in. */
  isPage(url: URL): boolean {
    if (url.origin !== this.root.origin || !url.pathname.startsWith(this.home.pathname))
      return false;
    const path = url.pathname.slice(this.home.pathname.length);
    return (
      /^((places|reports|claims)\/[a-z0-9-]+\/)?(index\.html)?$/.test(path) && url.search === ''
    );
  }
}
