/** A tile of WebMercatorQuad, and the turn of the world on which the map shows it. */
export interface TileAt {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** How many worlds east of the first; negative to the west. */
  readonly turn: number;
}

/** A box in pixels at a zoom. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The deepest zoom of tiles. */
const DEEPEST = 20;

/**
 * The zoom of the tiles for a map's zoom. It is one level lower than possible, so that the squares
 * in which the server counts records are 32 to 64 pixels wide and marks have room for their
 * numbers.
 */
export function tileZoom(zoom: number): number {
  return Math.max(0, Math.min(DEEPEST, Math.floor(zoom + 1e-6) - 1));
}

/**
 * The tiles that cover a box of the map's pixels, those nearest to its middle first.
 *
 * @param z the zoom of the tiles
 */
export function tilesIn(box: PixelBox, zoom: number, z = tileZoom(zoom)): TileAt[] {
  const count = 2 ** z;
  const side = 256 * 2 ** (zoom - z);
  const last = (end: number): number => Math.ceil(end / side) - 1;
  const tiles: { tile: TileAt; off: number }[] = [];
  for (
    let y = Math.max(0, Math.floor(box.top / side));
    y <= Math.min(count - 1, last(box.top + box.height));
    y++
  ) {
    for (let column = Math.floor(box.left / side); column <= last(box.left + box.width); column++) {
      const turn = Math.floor(column / count);
      const off = Math.hypot(
        (column + 0.5) * side - box.left - box.width / 2,
        (y + 0.5) * side - box.top - box.height / 2,
      );
      tiles.push({ tile: { z, x: column - turn * count, y, turn }, off });
    }
  }
  return tiles.sort((a, b) => a.off - b.off).map(({ tile }) => tile);
}

/** The address of a tile, from a layer's template and a query. */
export function tileUrl(template: string, { z, x, y }: TileAt, query: string): string {
  const path = template.replace(/\{([zxy])\}/g, (_, name: 'z' | 'x' | 'y') =>
    String({ z, x, y }[name]),
  );
  return query === '' ? path : `${path}&${query}`;
}
