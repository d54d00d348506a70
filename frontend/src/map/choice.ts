import type { Words } from '../words';

/** Something that a click may mean. */
export interface Target {
  /** How far the click was from its middle, in pixels. */
  readonly distance: number;
  /** Whether the click was on its symbol, and not only near it. */
  readonly inside: boolean;
  /** How much is told of it; 0 for nothing. */
  readonly weight: number;
  readonly name: string;
  readonly detail: string;
  readonly open: () => void;
}

/** Symbols within this distance of a click can be meant: targets of 24 pixels, as WCAG 2.2 asks for. */
export const REACH_PX = 12;
/** A mouse means the nearest symbol, unless another is nearer than this to being the nearest. */
const ALIKE_PX = 6;
/** How much nearer a symbol of which nothing is told must be to be meant; cities hide their railway stations. */
const UNTOLD_PX = 5;
/** Distances that nobody can aim at. */
const SAME_PX = 2;
/** The gap between the list and the edge of the map. */
const AIR_PX = 8;

/**
 * The targets that a click may mean, nearest first: one that is clearly the nearest to a mouse, otherwise all, because a
 * finger covers all of them.
 */
export function meant(targets: readonly Target[], finger: boolean): Target[] {
  const told = targets.filter(({ weight }) => weight > 0);
  const possible = nearest(told) <= nearest(targets) + UNTOLD_PX ? told : targets;
  return possible
    .filter(({ distance }) => finger || distance < nearest(possible) + ALIKE_PX)
    .sort((a, b) =>
      Math.abs(a.distance - b.distance) < SAME_PX
        ? b.weight - a.weight || a.name.localeCompare(b.name)
        : a.distance - b.distance,
    );
}

function nearest(targets: readonly Target[]): number {
  return Math.min(...targets.map(({ distance }) => distance));
}

/** A short list on the map: which of several symbols a click meant. */
export class Choice {
  private readonly element = document.createElement('div');
  private opener: HTMLElement | null = null;

  constructor(
    private readonly parent: HTMLElement,
    words: Words,
  ) {
    const { element } = this;
    element.className = 'map-choice';
    element.hidden = true;
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', words.say('live.choice'));
    element.addEventListener('keydown', (event) => this.onKey(event));
    element.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) this.hide();
    });
    parent.append(element);
  }

  /** Shows targets at a pixel of the map; the focus goes to the first. */
  show(targets: readonly Target[], at: { x: number; y: number }, opener: HTMLElement): void {
    const { element, parent } = this;
    const items = targets.map(({ name, detail, open }) => {
      const button = document.createElement('button');
      button.type = 'button';
      const small = document.createElement('span');
      small.textContent = detail;
      const title = document.createElement('b');
      title.textContent = name;
      button.append(title, ' ', small);
      button.addEventListener('click', () => {
        this.hide();
        open();
      });
      const item = document.createElement('li');
      item.append(button);
      return item;
    });
    const list = document.createElement('ul');
    list.append(...items);
    element.replaceChildren(list);
    element.hidden = false;
    this.opener = opener;
    const within = (at: number, size: number, frame: number): number =>
      Math.max(AIR_PX, Math.min(at + AIR_PX, frame - size - AIR_PX));
    const x = within(at.x, element.offsetWidth, parent.clientWidth);
    const y = within(at.y, element.offsetHeight, parent.clientHeight);
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    element.querySelector('button')?.focus({ preventScroll: true });
  }

  /** Hides the list. */
  hide(): void {
    this.element.hidden = true;
  }

  private onKey(event: KeyboardEvent): void {
    const buttons = [...this.element.querySelectorAll('button')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') {
      this.hide();
      this.opener?.focus({ preventScroll: true });
    } else if (step !== 0) buttons.at((at + step) % buttons.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
