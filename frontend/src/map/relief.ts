/** How strongly the relief shows at a zoom: 1 before the fade, 0 after it. */
export function reliefOpacity(zoom: number, fade: readonly [number, number]): number {
  const [from, to] = fade;
  if (to <= from) return zoom < from ? 1 : 0;
  return Math.max(0, Math.min(1, (to - zoom) / (to - from)));
}
