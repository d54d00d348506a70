/**
 * The longest round length (1, 2, 3, 5 or 10 times a power of ten) that fits into a number of
 * pixels.
 */
export function roundLength(metresPerPixel: number, widest: number): number {
  const most = metresPerPixel * widest;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [10, 5, 3, 2, 1].find((candidate) => candidate * power <= most) ?? 1;
  return step * power;
}
