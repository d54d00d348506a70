import { tileUrl, type TileAt } from './tiles';

/** How many tiles are kept for when the map returns. */
const KEPT = 240;
/**
 * The number of simultaneous requests; the other tiles wait, and may no longer be needed by then.
 */
const AT_ONCE = 6;

/** The options and callbacks of the store. */
export interface TileStoreOptions<T> {
  /** The template of a tile's address, relative to the site's root. */
  readonly template: (at: TileAt) => string;
  /** Reads the bytes of a tile. */
  readonly decode: (bytes: ArrayBuffer, at: TileAt) => T | Promise<T>;
  /** The content of a tile that has none. */
  readonly nothing: T;
  readonly file: (path: string) => string;
  readonly onTile: () => void;
  readonly onFailure: () => void;
}

/** Fetches tiles and keeps the most recent ones. */
export class TileStore<T extends object> {
  private readonly tiles = new Map<string, T>();
  private readonly asked = new Map<string, AbortController>();
  private queue: TileAt[] = [];
  private query = '';
  private wanted = new Set<string>();
  private failed = new Set<string>();

  constructor(private readonly options: TileStoreOptions<T>) {}

  /** Selects other records and discards the fetched tiles. */
  select(query: string): void {
    if (query === this.query) return;
    this.query = query;
    this.tiles.clear();
    this.want([]);
  }

  /** Whether a requested tile is still missing. */
  isWaiting(): boolean {
    return this.asked.size > 0 || this.queue.length > 0;
  }

  /** A tile, if it has been fetched; otherwise null. */
  get(tile: TileAt): T | null {
    const key = keyOf(tile);
    const content = this.tiles.get(key);
    if (!content) return null;
    // Insert it again at the end: the least recently used tile is dropped first.
    this.tiles.delete(key);
    this.tiles.set(key, content);
    return content;
  }

  /**
   * Fetches the missing ones of these tiles and forgets earlier requests. What failed is not
   * fetched again until other tiles are wanted: each drawing of the same view asks here.
   */
  want(tiles: readonly TileAt[]): void {
    const wanted = new Set(tiles.map(keyOf));
    if (wanted.size !== this.wanted.size || [...wanted].some((key) => !this.wanted.has(key))) {
      this.failed.clear();
    }
    this.wanted = wanted;
    for (const [key, abort] of this.asked) {
      if (wanted.has(key)) continue;
      abort.abort();
      this.asked.delete(key);
    }
    const missing = new Map<string, TileAt>();
    for (const tile of tiles) {
      const key = keyOf(tile);
      if (this.tiles.has(key) || this.asked.has(key) || this.failed.has(key)) continue;
      missing.set(key, tile);
    }
    this.queue = [...missing.values()];
    this.next();
  }

  private next(): void {
    while (this.asked.size < AT_ONCE) {
      const tile = this.queue.shift();
      if (!tile) return;
      void this.fetch(tile);
    }
  }

  private async fetch(tile: TileAt): Promise<void> {
    const { options, query } = this;
    const key = keyOf(tile);
    const abort = new AbortController();
    this.asked.set(key, abort);
    try {
      const address = options.file(tileUrl(options.template(tile), tile, query));
      const response = await fetch(address, { signal: abort.signal });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      // A server answers 204; in a folder, the file is empty.
      const bytes = await response.arrayBuffer();
      const content = bytes.byteLength === 0 ? options.nothing : await options.decode(bytes, tile);
      if (query === this.query) this.keep(key, content);
    } catch {
      if (abort.signal.aborted) return;
      // Report the failure once for all tiles of a view; the next move of the map tries again.
      if (this.failed.size === 0) options.onFailure();
      this.failed.add(key);
    }
    this.asked.delete(key);
    this.next();
    options.onTile();
  }

  private keep(key: string, content: T): void {
    this.tiles.set(key, content);
    const oldest = this.tiles.keys().next();
    if (this.tiles.size > KEPT && !oldest.done) this.tiles.delete(oldest.value);
  }
}

function keyOf({ z, x, y }: TileAt): string {
  return `${z}/${x}/${y}`;
}
