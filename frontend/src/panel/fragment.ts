const MARKED = 'is-target';

/** Scrolls to the quote or section that the address points to, and highlights it. */
export function showFragment(panel: HTMLElement, id: string | null): boolean {
  for (const marked of panel.querySelectorAll(`.${MARKED}`)) marked.classList.remove(MARKED);
  const target = id ? panel.querySelector<HTMLElement>(`#${CSS.escape(id)}`) : null;
  if (!target) return false;
  for (
    let parent = target.parentElement;
    parent && parent !== panel;
    parent = parent.parentElement
  ) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  target.classList.add(MARKED);
  target.scrollIntoView({ block: 'start' });
  return true;
}
