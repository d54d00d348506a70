import type { Words } from '../words';

/**
 * Shows a panel's copy buttons, which are hidden without script, and turns links to files into
 * buttons.
 */
export function enhanceCopying(panel: HTMLElement): void {
  for (const button of panel.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.hidden = false;
    if (button instanceof HTMLAnchorElement) button.role = 'button';
  }
}

/** Copies when a copy button is pressed, in any panel. */
export function listenForCopying(words: Words, say: (text: string) => void): void {
  document.addEventListener('click', (event) => {
    const button = copierAt(event);
    // With a modifier key, the link opens or saves its file as usual.
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void copy(button, words, say);
  });
  document.addEventListener('keydown', (event) => {
    const button = copierAt(event);
    // Browsers press buttons with the space bar, but not links.
    if (event.key !== ' ' || !(button instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    button.click();
  });
}

function copierAt(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
}

async function copy(button: HTMLElement, words: Words, say: (text: string) => void): Promise<void> {
  try {
    if (button instanceof HTMLAnchorElement) await copyFile(button.href);
    else await navigator.clipboard.writeText(textOf(button));
  } catch (error) {
    if (error instanceof FileFailure) {
      say(error.say(words));
      return;
    }
    // Browsers let no script copy on plain http: the reader copies what is offered, selected.
    try {
      offer(button, await contentOf(button), words);
    } catch (failure) {
      say(failure instanceof FileFailure ? failure.say(words) : words.say('script.copyFailed'));
    }
    return;
  }
  say(words.say('script.copied'));
  const before = button.textContent;
  button.textContent = words.say('script.copied');
  button.classList.add('is-done');
  setTimeout(() => {
    button.textContent = before;
    button.classList.remove('is-done');
  }, 1600);
}

/** Shows a text to be copied by the reader, selected, in a field after its button; Escape takes it away. */
function offer(button: HTMLElement, text: string, words: Words): void {
  document.querySelector('.copy-offer')?.remove();
  const box = document.createElement('label');
  box.className = 'copy-offer';
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.rows = 3;
  field.dir = 'auto';
  field.value = text;
  const close = (): void => {
    box.remove();
    button.focus({ preventScroll: true });
  };
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  field.addEventListener('copy', () => setTimeout(close));
  field.addEventListener('focus', () => field.select());
  box.append(words.say('script.copyOffer'), field);
  (button.closest('.actions, .formats, p') ?? button).after(box);
  field.focus();
  field.select();
}

async function contentOf(button: HTMLElement): Promise<string> {
  return button instanceof HTMLAnchorElement ? fileText(button.href) : textOf(button);
}

function textOf(button: HTMLElement): string {
  return button.dataset.copy === 'citation'
    ? `${button.dataset.citation ?? ''} ${linkOf(button)}`
    : linkOf(button);
}

/** Copies the text of a file of this site. */
async function copyFile(url: string): Promise<void> {
  const text = fileText(url);
  // As a promise, because Safari refuses to copy anything awaited after the click.
  const content = text.then((content) => new Blob([content], { type: 'text/plain' }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': content })]);
  } catch (error) {
    // If fetching the file failed, report that error instead.
    await text;
    throw error;
  }
}

async function fileText(url: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new FileFailure(null);
  }
  if (!response.ok) throw new FileFailure(response.status);
  return response.text();
}

/** A file could not be fetched: the server's status, or null without a network. */
class FileFailure extends Error {
  constructor(private readonly status: number | null) {
    super(status === null ? 'no network' : `status ${status}`);
  }

  say(words: Words): string {
    return this.status === null
      ? words.say('script.fileOffline')
      : words.say('script.refused', String(this.status));
  }
}

/** The address of a quote on its report's page. */
function linkOf(button: HTMLElement): string {
  const quote = button.closest<HTMLElement>('.quote');
  const source = quote?.querySelector<HTMLAnchorElement>('a.source');
  if (source) return source.href;
  return `${location.href.replace(/#.*$/, '')}${quote ? `#${quote.id}` : ''}`;
}
