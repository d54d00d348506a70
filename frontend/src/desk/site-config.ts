import type { Config } from '../config';

/** The map of the site as it is published now. */
export interface SiteMap {
  readonly config: Config;
  /** The address of a file that the configuration names. */
  readonly file: (path: string) => string;
}

/** Fetches the configuration that the site's home page has for its map; null if there is no site now. */
export async function fetchSiteMap(root: string | null): Promise<SiteMap | null> {
  if (!root) return null;
  try {
    const response = await fetch(root);
    const config = response.ok ? configIn(await response.text()) : null;
    return config && { config, file: (path) => new URL(path, new URL(root, location.href)).href };
  } catch {
    return null;
  }
}

/** The configuration in a page's HTML, which is searched and never parsed as HTML; null if it has none. */
export function configIn(html: string): Config | null {
  const json = /<script type="application\/json" id="dateline">([^<]*)<\/script>/.exec(html)?.[1];
  return json ? (JSON.parse(json) as Config) : null;
}
