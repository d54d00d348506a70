/**
 * The side of a point on which a name is placed; left is left in every script. One `to` a side starts at the symbol's
 * far edge: a name has room there where a line runs on one side of the symbol or the map ends.
 */
export type Side =
  | 'centre'
  | 'right'
  | 'left'
  | 'above'
  | 'below'
  | 'above-right'
  | 'below-right'
  | 'above-left'
  | 'below-left'
  | 'above-to-right'
  | 'below-to-right'
  | 'above-to-left'
  | 'below-to-left';

/** The sides of a symbol, best first, for text from left to right. */
export const AROUND: readonly Side[] = [
  'right',
  'left',
  'above-right',
  'below-right',
  'above-left',
  'below-left',
  'above',
  'below',
  'above-to-right',
  'below-to-right',
  'above-to-left',
  'below-to-left',
];

/** The sides of a symbol, best first, for text from right to left. */
export const AROUND_MIRRORED = AROUND.map(
  (side) => side.replace(/left|right/, (end) => (end === 'left' ? 'right' : 'left')) as Side,
);

/** The sides of a line, best first; whatever its direction, two corners are clear of it. */
export const BESIDE: readonly Side[] = [
  'above-left',
  'below-right',
  'above-right',
  'below-left',
  'above',
  'below',
  'right',
  'left',
];
