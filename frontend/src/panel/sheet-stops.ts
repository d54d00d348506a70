/** The three heights of the bottom sheet on a phone. */
export const STOPS = ['peek', 'half', 'full'] as const;

/** One of the three heights. */
export type Stop = (typeof STOPS)[number];

/** The height of a stop in pixels, given the stage's height. */
export function heightOf(stop: Stop, stage: number): number {
  if (stop === 'peek') return 92;
  return Math.round(stop === 'half' ? stage * 0.46 : stage - 12);
}

/**
 * The stop at which a drag ends: the nearest, or the next one in the direction of a flick.
 *
 * @param velocity in pixels per millisecond, upwards positive
 */
export function stopAfterDrag(height: number, velocity: number, stage: number): Stop {
  const reached = height + velocity * 160;
  return STOPS.reduce((best, stop) =>
    Math.abs(heightOf(stop, stage) - reached) < Math.abs(heightOf(best, stage) - reached)
      ? stop
      : best,
  );
}
