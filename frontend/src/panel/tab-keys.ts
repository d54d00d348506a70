/**
 * The index of the tab that a key selects; null for other keys. Arrows follow the reading
 * direction.
 */
export function nextTab(
  key: string,
  index: number,
  count: number,
  rightToLeft: boolean,
): number | null {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backward = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward || key === ' ') return key === ' ' ? index : (index + 1) % count;
  if (key === backward) return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
