/** How long after a finger is lifted the browser may still make a click of it, in milliseconds. */
const CLICK_AFTER = 50;

/**
 * Knows whether a button is being pressed. What is shown must not change under a finger: a browser makes no click of a
 * press on an element that was replaced before the release.
 */
export class Hand {
  private held: Promise<void> | null = null;
  private lift: () => void = () => undefined;

  constructor(page: Window) {
    const options = { capture: true, passive: true };
    page.addEventListener('pointerdown', () => this.press(), options);
    for (const event of ['pointerup', 'pointercancel'])
      page.addEventListener(event, () => this.release(), options);
    page.addEventListener('blur', () => this.release());
    // The release outside of the window is not always told.
    page.addEventListener('pointermove', ({ buttons }) => buttons === 0 && this.release(), options);
    page.addEventListener('keydown', ({ key, target }) => {
      if (key === ' ' && target instanceof HTMLButtonElement) this.press();
    });
    page.addEventListener('keyup', ({ key }) => key === ' ' && this.release());
  }

  /** Resolves as soon as nothing is pressed. */
  async released(): Promise<void> {
    while (this.held) await this.held;
  }

  private press(): void {
    this.held ??= new Promise((resolve) => {
      this.lift = resolve;
    });
  }

  private release(): void {
    const { held, lift } = this;
    if (!held) return;
    window.setTimeout(() => {
      if (this.held === held) this.held = null;
      lift();
    }, CLICK_AFTER);
  }
}
