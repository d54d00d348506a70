import type { Map, Point } from 'leaflet';
import { Choice, meant, type Target } from './choice';
import { isDragged } from './moves';
import type { Words } from '../words';

/** What a click on the map may mean. */
export interface PickingOptions {
  readonly words: Words;
  /** The symbols that a click at a pixel of the map's container may mean. */
  readonly targets: (at: Point) => readonly Target[];
  /** Opens what is named at a pixel; null if nothing is. */
  readonly name: (at: Point) => (() => void) | null;
}

/**
 * Opens the symbol or the name that a click means, and lets the reader choose between symbols that overlap. It gets clicks
 * before the elements of the map do: a symbol may lie beneath a larger one or beneath an area.
 */
export class Picking {
  private readonly choice: Choice;

  constructor(
    section: HTMLElement,
    private readonly map: Map,
    private readonly options: PickingOptions,
  ) {
    this.choice = new Choice(section, options.words);
    map.on('movestart', () => this.choice.hide());
    map.getContainer().addEventListener('click', (event) => this.onClick(event), true);
  }

  private onClick(event: MouseEvent): void {
    // A screen reader presses an element itself.
    if (event.detail === 0 || isDragged(this.map)) return;
    const at = this.map.mouseEventToContainerPoint(event);
    const targets = this.options.targets(at);
    const name = targets.some(({ inside }) => inside) ? null : this.options.name(at);
    const [first, ...others] = meant(targets, (event as PointerEvent).pointerType === 'touch');
    if (!name && !first) return;
    event.stopImmediatePropagation();
    if (name) name();
    else if (first && others.length > 0)
      this.choice.show([first, ...others], at, this.map.getContainer());
    else first?.open();
  }
}
