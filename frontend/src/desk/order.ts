/** What decides the order of proposals. */
export interface Ordered {
  readonly key: string;
  readonly start: number;
  /** From 0 to 1; null if nobody said how sure it is. */
  readonly sure: number | null;
  readonly open: boolean;
}

/** The orders in which an editor can go through proposals. */
export type Order = 'text' | 'unsure';

/** Puts proposals into an order: that of the text, or the least sure first. */
export function inOrder<T extends Ordered>(items: readonly T[], order: Order): T[] {
  const byText = [...items].sort((a, b) => a.start - b.start);
  if (order === 'text') return byText;
  return byText.sort((a, b) => (a.sure ?? 1) - (b.sure ?? 1));
}

/** The proposal before or after another one; the same one at the ends. */
export function neighbour<T extends Ordered>(
  items: readonly T[],
  key: string | null,
  step: 1 | -1,
): T | null {
  const at = items.findIndex((item) => item.key === key);
  if (at < 0) return (step > 0 ? items[0] : items.at(-1)) ?? null;
  return items[Math.min(items.length - 1, Math.max(0, at + step))] ?? null;
}

/** The next proposal that is open, from the top again after the last; null if all are decided. */
export function nextOpen<T extends Ordered>(items: readonly T[], key: string | null): T | null {
  const at = items.findIndex((item) => item.key === key);
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(({ open }) => open) ?? null;
}
