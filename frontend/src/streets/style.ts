import look from '../../../src/main/resources/streets/look.json';
import type { LabelStyleName, PartName } from '../look';

/** How surfaces, lines and names of streets are drawn, from streets/look.json, which the server uses too. */
export interface StreetLook {
  /** By how many zooms tiles are enlarged at least. */
  readonly enlarged: number;
  readonly surfaces: readonly {
    readonly kind: string;
    readonly part: PartName;
    readonly from: number;
  }[];
  /** By how many pixels a road with an edge is wider. */
  readonly edge: number;
  /** The width of roads from which they have an edge. */
  readonly edged: number;
  readonly lines: readonly StreetLine[];
  readonly names: readonly {
    readonly kind: string;
    readonly style: LabelStyleName;
    readonly from: number;
    readonly to: number;
  }[];
  readonly streets: readonly {
    readonly kind: string;
    readonly rank: number;
    readonly from: number;
  }[];
  /** Nearer than this many pixels the same street is not named again. */
  readonly repeat: number;
}

/** How a class of lines is drawn. */
export interface StreetLine {
  readonly kind: string;
  readonly part: PartName;
  readonly edge?: PartName;
  /** Zooms and widths in pixels. */
  readonly widths: readonly (readonly number[])[];
}

export const streetLook = look as StreetLook;

/** The width of a line at a zoom, in pixels; 0 if it is not drawn yet. */
export function widthAt(widths: StreetLine['widths'], zoom: number): number {
  let [z0 = 0, w0 = 0] = widths[0] ?? [];
  if (zoom < z0) return 0;
  for (const [z = 0, w = 0] of widths.slice(1)) {
    if (zoom <= z) return w0 + ((w - w0) * (zoom - z0)) / (z - z0);
    [z0, w0] = [z, w];
  }
  // Beyond the last zoom, lines grow with the ground.
  return w0 * 2 ** (zoom - z0);
}
