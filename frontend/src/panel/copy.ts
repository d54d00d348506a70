import type { Translate } from '../i18n';

/** Shows the copy buttons of a panel, which do nothing without script. */
export function enhanceCopying(panel: HTMLElement): void {
  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
  }
}

/** Copies when a copy button is pressed, wherever the panel came from. */
export function listenForCopying(t: Translate, say: (text: string) => void): void {
  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element
        ? event.target.closest<HTMLButtonElement>('button[data-copy]')
        : null;
    if (button) void copy(button, t, say);
  });
}

async function copy(
  button: HTMLButtonElement,
  t: Translate,
  say: (text: string) => void,
): Promise<void> {
  const link = linkOf(button);
  const text = button.dataset.copy === 'citation' ? (button.dataset.citation ?? '') : link;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    say(t('copyFailed'));
    return;
  }
  say(t('copied'));
  const before = button.textContent;
  button.textContent = t('copied');
  button.classList.add('is-done');
  setTimeout(() => {
    button.textContent = before;
    button.classList.remove('is-done');
  }, 1600);
}

/** The address of the quote in its report; on a report's own page, of the quote there. */
function linkOf(button: HTMLElement): string {
  const quote = button.closest<HTMLElement>('.quote');
  const source = quote?.querySelector<HTMLAnchorElement>('a.source');
  if (source) return source.href;
  return `${location.href.replace(/#.*$/, '')}${quote ? `#${quote.id}` : ''}`;
}
