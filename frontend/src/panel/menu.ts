/**
 * Readies the links to other languages in the header.
 *
 * @param hash the fragment with the position of the map: the page in the other language starts at the same one
 */
export function startLanguages(hash: () => string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.bar a[hreflang]')) {
    link.addEventListener('click', () => (link.hash = hash()));
  }
  startMenu(document.querySelector('.bar-langs'));
}

/** Closes the menu of languages as readers expect: with Escape, and when they go elsewhere. It opens without script. */
function startMenu(menu: HTMLDetailsElement | null): void {
  if (!menu) return;
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
