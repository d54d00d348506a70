import type { Bbox } from './model';
import type { DatedCount } from './dates/bins';

/** The family of symbols a layer is drawn with. */
export type LayerStyle = 'incident' | 'place' | 'route' | 'area';

/** One layer, as configured in the page. */
export interface LayerConfig {
  readonly id: string;
  readonly title: string;
  readonly style: LayerStyle;
  readonly visible: boolean;
  /** What most lines of a layer of lines are, if they have a symbol of their own. */
  readonly lines?: string;
  /**
   * The layer's file; all URLs here are relative to the site's root. For a large layer, the file
   * contains only the places that have a page of their own; undefined if there are none.
   */
  readonly url?: string;
  /** The template of the vector tiles of a large layer. */
  readonly tiles?: string;
  /** The number of features; undefined if unknown. */
  readonly count?: number;
}

/** A TopoJSON file of the basemap and the zooms at which it is drawn. */
export interface BasemapFile {
  readonly url: string;
  readonly minZoom?: number | null;
  readonly maxZoom?: number | null;
}

/** A picture of shaded relief. */
export interface ReliefConfig {
  readonly url: string;
  readonly bbox: Bbox;
  /** The relief is fully visible up to the first zoom and invisible from the second. */
  readonly fade: readonly [number, number];
}

/** Vector tiles with streets, served from the site itself. */
export interface StreetsConfig {
  /** The template of the tiles' addresses, with {z}, {x} and {y}. */
  readonly url: string;
  /**
   * The same for the tiles that a page shows first, with {first} (first-view.ts): their bytes are
   * limited. A site of files has none of these.
   */
  readonly first?: string;
  /** The zoom from which streets are drawn. */
  readonly from: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** What the archive covers. */
  readonly bbox: Bbox;
  /** Where there are tiles, if not in all of it: a site of files has those of its views. */
  readonly areas?: readonly Bbox[];
}

/** The basemap served from the site itself. */
export interface BasemapConfig {
  readonly attribution: string;
  /** In drawing order: each lies on top of those before it. */
  readonly reliefs: readonly ReliefConfig[];
  readonly files: readonly BasemapFile[];
  readonly streets?: StreetsConfig;
}

/** The configuration that the server writes into the page. */
export interface Config {
  readonly lang: string;
  /** The language of the messages: English if there is no translation. */
  readonly locale: string;
  /** The messages of the script, as ICU patterns by key. */
  readonly words: Readonly<Record<string, string>>;
  /** The kind of page: home, place, report, claims, error or embed. */
  readonly page: string;
  /** Whether the site knows its public address. */
  readonly based?: boolean;
  /** Whether embeds can be frozen. */
  readonly frozen?: boolean;
  /** Whether the places are the stories of a server: they need no legend and no embeds. */
  readonly stories?: boolean;
  /** The place that an embed emphasises. */
  readonly place?: string;
  /** The languages; the first is the default language, whose pages are at the root. */
  readonly languages: readonly string[];
  /** Whether the site was published as files: links to pages then name the file. */
  readonly files: boolean;
  readonly bbox: Bbox;
  /** The layers in drawing order, bottom first. */
  readonly layers: readonly LayerConfig[];
  /** The number of excerpts for each date, in the whole catalog. */
  readonly dates: readonly DatedCount[];
  readonly basemap: BasemapConfig | null;
  /** A tile layer that the operator chose instead of the basemap. */
  readonly tiles: { readonly url: string; readonly attribution: string } | null;
}

/** Reads the configuration from a page. */
export function readConfig(page: Document): Config {
  const text = page.getElementById('dateline')?.textContent;
  if (!text) {
    throw new Error('The page has no configuration: expected a script element with id "dateline".');
  }
  return JSON.parse(text) as Config;
}
