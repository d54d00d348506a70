import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { XY } from '../geo/mercator';
import type { TileAt } from '../tiles/tiles';
import { nameOf } from './name';

/** The width of a tile in the units of its paths. */
export const TILE_UNITS = 256;

/** What a feature is made of. */
export type Form = 'point' | 'line' | 'surface';

/** A name at a point or along a line, in units of a world 256 units wide. */
export interface StreetName {
  readonly kind: string;
  readonly text: string;
  readonly form: Form;
  readonly points: readonly XY[];
}

/** What a tile shows, by kind. */
export interface StreetTile {
  readonly surfaces: ReadonlyMap<string, Path2D>;
  readonly lines: ReadonlyMap<string, Path2D>;
  readonly names: readonly StreetName[];
}

/** A tile without anything. */
export const NO_STREETS: StreetTile = { surfaces: new Map(), lines: new Map(), names: [] };

/**
 * Reads a vector tile of the server's (DrawnTile.java), gzipped or not, with names in a language
 * where the tile has them.
 */
export async function decodeStreets(
  stored: ArrayBuffer,
  at: TileAt,
  lang: string,
): Promise<StreetTile> {
  const { layers } = new VectorTile(new PbfReader(await plain(stored)));
  const surfaces = new Map<string, Path2D>();
  const lines = new Map<string, Path2D>();
  const names: StreetName[] = [];
  const layer = layers[LAYER];
  for (let i = 0; layer && i < layer.length; i++) {
    const feature = layer.feature(i);
    const form = FORMS[feature.type];
    if (!form) continue;
    const { kind, named, ...texts } = feature.properties;
    const parts = feature.loadGeometry();
    const scale = TILE_UNITS / layer.extent;
    if (typeof kind === 'string') {
      trace(form === 'surface' ? surfaces : lines, kind, parts, scale);
    }
    const text = typeof named === 'string' ? nameOf(texts, lang) : '';
    if (typeof named !== 'string' || text === '') continue;
    const worlds = 256 / 2 ** at.z;
    for (const part of parts) {
      const points = part.map(({ x, y }) => ({
        x: (at.x + x / layer.extent) * worlds,
        y: (at.y + y / layer.extent) * worlds,
      }));
      names.push({ kind: named, text, form, points });
    }
  }
  return { surfaces, lines, names };
}

const LAYER = 'streets';

const FORMS: readonly (Form | null)[] = [null, 'point', 'line', 'surface'];

function trace(
  paths: Map<string, Path2D>,
  kind: string,
  parts: readonly (readonly XY[])[],
  scale: number,
): void {
  const path = paths.get(kind) ?? new Path2D();
  paths.set(kind, path);
  for (const part of parts) {
    part.forEach(({ x, y }, index) => {
      if (index === 0) path.moveTo(x * scale, y * scale);
      else path.lineTo(x * scale, y * scale);
    });
  }
}

/** A folder of files may keep tiles gzipped without saying so. */
async function plain(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first !== 0x1f || second !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
