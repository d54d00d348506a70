import type { XY } from '../geo/mercator';
import type { LabelStyleName } from '../look';
import type { Box, Candidate, Covers } from './label-placement';

/** Where a map lies: how names find their positions. */
export interface Sheet {
  /** Where a longitude and latitude lie, in pixels. */
  readonly at: (lon: number, lat: number) => XY;
  /** What is seen, in the same pixels. */
  readonly frame: Box;
  readonly zoom: number;
  /** The same for the same view. */
  readonly key: string;
}

/** A name to be written on the map, and what of its symbol other names keep clear of. */
export interface Label {
  readonly id: string;
  /** The feature it names, if a click on the name is to open one. */
  readonly feature: string | null;
  /** Empty for a symbol without a name. */
  readonly text: string;
  readonly style: LabelStyleName;
  /** Lower goes first; of the same, what is more extended. */
  readonly priority: number;
  /** The longer side of what it names, in pixels; 0 for a spot. */
  readonly extent: number;
  /** Whether a name much longer than that is left out. */
  readonly fits: boolean;
  /** Positions, best first. */
  readonly candidates: (sheet: Sheet) => Iterable<Candidate>;
  readonly lon: number;
  readonly lat: number;
  /** Half the size of the symbol at its spot; 0 for none. */
  readonly symbol: number;
  /** The radius of the disc around its spot, which names cover at need; 0 for none. */
  readonly disc: number;
  /** Half the size of the dot at its spot, without which its name does not stand; 0 for none. */
  readonly dot: number;
  /** Whether the dot is there without the name. */
  readonly dotted: boolean;
  /** A number in a badge behind the name; empty for none. */
  readonly count: string;
  /** Nearer than this many pixels the same name is not written again. */
  readonly repeat: number;
  readonly covers: Covers;
  /** Emphasised. */
  readonly strong: boolean;
}

/** A line that names do not cross where they can help it. */
export interface LabelLine {
  /** Longitude and latitude. */
  readonly positions: readonly (readonly number[])[];
  /** Half its width, in pixels. */
  readonly half: number;
}
