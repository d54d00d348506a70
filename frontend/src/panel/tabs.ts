import { nextTab } from './tab-keys';

/**
 * Turns the sections of the home page into tabs (WAI-ARIA: tabs with automatic activation). Without
 * script, the sections are below each other, with links to them.
 */
export function enhanceTabs(panel: HTMLElement, first: string | null): void {
  const list = panel.querySelector<HTMLElement>('.tabs');
  const sections = [...panel.querySelectorAll<HTMLElement>('.tab')];
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
  if (!list || sections.length === 0 || links.length !== sections.length) return;
  // A nav element must keep its own role, so the list of tabs is inside it.
  const tablist = document.createElement('div');
  tablist.className = 'tablist';
  tablist.setAttribute('role', 'tablist');
  const name = list.getAttribute('aria-label');
  if (name) tablist.setAttribute('aria-label', name);
  tablist.append(...links);
  list.replaceChildren(tablist);
  list.setAttribute('role', 'presentation');
  list.removeAttribute('aria-label');

  const select = (index: number, focus: boolean): void => {
    links.forEach((link, at) => {
      const selected = at === index;
      link.setAttribute('aria-selected', String(selected));
      link.tabIndex = selected ? 0 : -1;
      // Find in page looks into the other tabs too, and opens the one with the hit.
      if (selected) sections[at]?.removeAttribute('hidden');
      else sections[at]?.setAttribute('hidden', 'until-found');
      if (selected && focus) link.focus();
    });
  };
  links.forEach((link, index) => {
    const section = sections[index];
    if (!section) return;
    link.id = `tab-${section.id}`;
    link.setAttribute('role', 'tab');
    link.setAttribute('aria-controls', section.id);
    section.setAttribute('role', 'tabpanel');
    section.setAttribute('aria-labelledby', link.id);
    section.addEventListener('beforematch', () => select(index, false));
    link.addEventListener('click', (event) => {
      event.preventDefault();
      select(index, false);
      panel.scrollTop = Math.min(panel.scrollTop, list.offsetTop);
    });
    link.addEventListener('keydown', (event) => {
      const next = nextTab(event.key, index, links.length, document.documentElement.dir === 'rtl');
      if (next === null) return;
      event.preventDefault();
      select(next, true);
    });
  });
  const wanted = sections.findIndex(
    (section) =>
      first !== null && (section.id === first || section.querySelector(`#${CSS.escape(first)}`)),
  );
  select(Math.max(0, wanted), false);
}
