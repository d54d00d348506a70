import {
  along,
  costs,
  emphasis,
  fits,
  grow,
  labels,
  letters,
  metres,
  nastaliq,
  near,
  parts,
  placing,
  priorities,
  quotes,
  repeat,
  rivers,
  sizes,
  soft,
  tones,
  uncertainty,
  zooms,
} from '../../src/main/resources/look.json';

/**
 * The look of symbols, names and the ground, from src/main/resources/look.json, which the server
 * uses too. Lengths are in pixels; colours are names of CSS properties without their dashes, so
 * that themes need no script.
 */
export {
  along,
  costs,
  emphasis,
  fits,
  grow,
  letters,
  metres,
  nastaliq,
  near,
  placing,
  priorities,
  quotes,
  repeat,
  rivers,
  sizes,
  soft,
  tones,
  uncertainty,
  zooms,
};

/** How a part of a symbol is painted; the colour `tone` stands for the symbol's own colour. */
export interface Part {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  readonly width?: number;
  readonly dash?: readonly number[];
  /** Whether the stroke widens with the zoom. */
  readonly grows?: boolean;
}

export type PartName = keyof typeof parts;

/** A part by its name. */
export function partOf(name: PartName): Part {
  return parts[name];
}

/** The kinds of names on the map. */
export type LabelStyleName = keyof typeof labels;

/** The type of a kind of name; spacing between letters is in ems. */
export interface LabelType {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly halo: number;
  readonly italic?: boolean;
  readonly spacing?: number;
  readonly upper?: boolean;
}

/** The type for a kind of name. */
export function labelType(name: LabelStyleName): LabelType {
  return labels[name];
}

/** The factor by which a growing line is widened at a zoom. */
export function grown(zoom: number): number {
  return Math.max(grow.least, Math.min(grow.most, (zoom - grow.from) / grow.over));
}
