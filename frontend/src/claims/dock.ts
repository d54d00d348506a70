import type { Words } from '../words';

const DOCKED = 'is-docked';
const CLOSE = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m3 3 10 10M13 3 3 13"/></svg>';

/**
 * The claims panel below the map: the plot of the reading panel's comparison, wide enough to show
 * all times side by side. If there is no room for it, the plot stays in the reading panel.
 */
export class Dock {
  private readonly element = document.createElement('aside');
  private closed = false;

  constructor(
    stage: HTMLElement,
    private readonly words: Words,
  ) {
    this.element.className = 'dock';
    this.element.hidden = true;
    stage.append(this.element);
  }

  /** Shows a plot of the panel: the one the address points to, otherwise the first. */
  show(panel: HTMLElement, fragment: string | null): void {
    const comparisons = [...panel.querySelectorAll<HTMLElement>('.comparison')];
    const wanted = comparisons.find(({ id }) => id === fragment) ?? comparisons[0];
    const plot = wanted?.querySelector<HTMLElement>('.plot');
    for (const other of panel.querySelectorAll(`.${DOCKED}`)) other.classList.remove(DOCKED);
    this.element.hidden = !plot || this.closed;
    if (!wanted || !plot || this.closed) {
      this.element.replaceChildren();
      return;
    }
    const copy = plot.cloneNode(true) as HTMLElement;
    plot.classList.add(DOCKED);
    this.element.setAttribute('aria-label', plot.getAttribute('aria-label') ?? '');
    this.element.classList.toggle('is-contested', wanted.classList.contains('is-contested'));
    this.element.replaceChildren(this.title(panel, wanted), this.closeButton(panel), copy);
    this.element.scrollTop = 0;
  }

  private title(panel: HTMLElement, comparison: HTMLElement): HTMLElement {
    const title = document.createElement('h2');
    title.className = 'dock-title';
    const verdict = document.createElement('span');
    verdict.textContent = comparison.querySelector('.verdict')?.textContent ?? '';
    const subject = comparison.querySelector('h2')?.textContent ?? '';
    title.append(`${panel.querySelector('h1')?.textContent ?? ''} · ${subject}`, verdict);
    return title;
  }

  private closeButton(panel: HTMLElement): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'dock-close';
    button.setAttribute('aria-label', this.words.say('script.dock.close'));
    button.innerHTML = CLOSE;
    button.addEventListener('click', () => {
      this.closed = true;
      this.show(panel, null);
      panel.focus();
    });
    return button;
  }
}
