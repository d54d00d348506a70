import type { Bbox } from './model';
import type { DatedCount } from './dates/bins';

/** The family of symbols a layer is drawn with. */
export type LayerStyle = 'incident' | 'place' | 'route' | 'area';

/** One layer, as the page announces it. */
export interface LayerConfig {
  readonly id: string;
  readonly title: string;
  readonly style: LayerStyle;
  readonly visible: boolean;
  /**
   * Relative to the site's root, as every URL in here. Of a large layer, the file of those places that have a page of
   * their own; absent where there are none.
   */
  readonly url?: string;
  /** Of a large layer: the template of its vector tiles. */
  readonly tiles?: string;
  /** Absent where it is not known. */
  readonly count?: number;
}

/** One TopoJSON of the basemap and the zooms at which it is drawn. */
export interface BasemapFile {
  readonly url: string;
  readonly minZoom?: number | null;
  readonly maxZoom?: number | null;
}

/** The basemap served from the site itself. */
export interface BasemapConfig {
  readonly attribution: string;
  readonly relief?: {
    readonly url: string;
    readonly bbox: Bbox;
    /** Full up to the first zoom, gone from the second. */
    readonly fade: readonly [number, number];
  } | null;
  readonly files: readonly BasemapFile[];
}

/** What the server tells the script. */
export interface Config {
  readonly lang: string;
  /** The language of the messages: English if there is no translation. */
  readonly locale: string;
  /** The messages of the script, as ICU patterns by key. */
  readonly words: Readonly<Record<string, string>>;
  /** What kind of page it is: home, place, report, claims, error or embed. */
  readonly page: string;
  /** Whether embeds can be frozen. */
  readonly frozen?: boolean;
  /** The place that an embed emphasises. */
  readonly place?: string;
  /** The first is the default language, whose pages stand at the root. */
  readonly languages: readonly string[];
  /** Whether the site is files of a folder: a link to a page then names its file, as the pages' own. */
  readonly files: boolean;
  readonly bbox: Bbox;
  /** In drawing order, bottom first. */
  readonly layers: readonly LayerConfig[];
  /** How many excerpts of the whole catalog tell of which date. */
  readonly dates: readonly DatedCount[];
  readonly basemap: BasemapConfig | null;
  /** Set by an operator who wants tiles instead of the basemap. */
  readonly tiles: { readonly url: string; readonly attribution: string } | null;
}

/** Reads the configuration that stands in a page. */
export function readConfig(page: Document): Config {
  const text = page.getElementById('dateline')?.textContent;
  if (!text) {
    throw new Error('The page has no configuration: expected a script element with id "dateline".');
  }
  return JSON.parse(text) as Config;
}
