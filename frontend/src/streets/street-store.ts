import type { StreetsConfig } from '../config';
import { TileStore } from '../tiles/tile-store';
import type { TileAt } from '../tiles/tiles';
import { decodeStreets, NO_STREETS, type StreetTile } from './decode';
import { firstViewOf, placeIn } from './first-view';

/** How tiles are fetched and read, and what is called when one has arrived. */
export interface StreetStoreOptions {
  readonly streets: StreetsConfig;
  readonly lang: string;
  readonly file: (path: string) => string;
  readonly onTile: () => void;
}

/**
 * The tiles of streets. Those of the view that a page shows first are as coarse as the page's bytes
 * want, and so are those beside it while the map's zoom is the same; when that changes, they stand
 * in for whole ones.
 */
export class StreetStore {
  private readonly whole: TileStore<StreetTile>;
  private first: { readonly zoom: number; readonly store: TileStore<StreetTile> } | null = null;
  private isFirst = false;

  constructor(private readonly options: StreetStoreOptions) {
    this.whole = this.storeOf(() => options.streets.url);
  }

  /**
   * Fetches the tiles of the view that the page shows first.
   *
   * @param ground whether the ground is seen beside the streets
   */
  begin(tiles: readonly TileAt[], zoom: number, ground: boolean): void {
    const view = firstViewOf(tiles, ground);
    const template = this.options.streets.first;
    if (view && template) {
      const store = this.storeOf((at) => template.replace('{first}', placeIn(view, at)));
      this.first = { zoom, store };
      this.isFirst = true;
    }
    this.want(tiles, zoom);
  }

  /** Fetches the missing ones of these tiles and forgets earlier requests. */
  want(tiles: readonly TileAt[], zoom: number): void {
    this.isFirst &&= zoom === this.first?.zoom;
    this.whole.want(this.isFirst ? [] : tiles);
    this.first?.store.want(this.isFirst ? tiles : []);
  }

  /** A tile, if it has been fetched; otherwise null. */
  get(tile: TileAt): StreetTile | null {
    return this.whole.get(tile) ?? this.first?.store.get(tile) ?? null;
  }

  /** Whether a tile is still missing. */
  isWaiting(): boolean {
    return this.whole.isWaiting() || (this.first?.store.isWaiting() ?? false);
  }

  private storeOf(template: (at: TileAt) => string): TileStore<StreetTile> {
    const { lang, file, onTile } = this.options;
    return new TileStore<StreetTile>({
      template,
      decode: (bytes, at) => decodeStreets(bytes, at, lang),
      nothing: NO_STREETS,
      file,
      onTile,
      // The ground stays as it is where streets do not arrive.
      onFailure: () => undefined,
    });
  }
}
