import { need } from './need';
import { heightOf, stopAfterDrag, STOPS, type Stop } from './sheet-stops';
import type { Words } from '../words';

const PHONE = '(max-width: 720px)';
/** The room of the map's buttons and of its credit line, which phone.css leaves for them too. */
const TOOLS_PX = 56;
const OPENER_PX = 48;
const CREDIT_PX = 26;

/** The panel as a bottom sheet, moved by dragging its handle or pressing it as a button. */
export class Sheet {
  private stop: Stop = 'half';
  private readonly phone = matchMedia(PHONE);
  private readonly element: HTMLElement;
  private readonly handle: HTMLButtonElement;
  private drag: { y: number; height: number; last: number; time: number; velocity: number } | null =
    null;
  private dragged = false;

  constructor(
    private readonly stage: HTMLElement,
    private readonly words: Words,
    private readonly onChange: () => void,
    private readonly onDrag: () => void,
  ) {
    this.element = need('.sheet');
    this.handle = document.createElement('button');
    this.handle.type = 'button';
    this.handle.className = 'sheet-handle';
    this.element.prepend(this.handle);
    this.listen();
    this.to(this.stop);
  }

  /** How many pixels of the map are covered from below: on a phone, by the sheet and the credit line above it. */
  covered(): number {
    if (!this.phone.matches) return 0;
    return heightOf(this.stop === 'full' ? 'half' : this.stop, this.height()) + CREDIT_PX;
  }

  /** How many pixels of the map buttons cover on a phone: at the end side, and at the top. */
  buttons(): { readonly end: number; readonly top: number } {
    return this.phone.matches ? { end: TOOLS_PX, top: OPENER_PX } : { end: 0, top: 0 };
  }

  /** Moves the sheet to a stop. */
  to(stop: Stop): void {
    this.stop = stop;
    this.element.dataset.stop = stop;
    this.element.style.blockSize = '';
    this.handle.setAttribute('aria-label', this.words.say(`script.sheet.${stop}`));
    this.onChange();
  }

  /**
   * Raises the sheet enough to read what was opened, without covering more of the map than
   * necessary.
   */
  reveal(): void {
    if (this.phone.matches && this.stop === 'peek') this.to('half');
  }

  /** Lowers the sheet to make room for the map. */
  lower(): void {
    if (this.phone.matches && this.stop === 'full') this.to('half');
  }

  private height(): number {
    return this.stage.clientHeight;
  }

  private listen(): void {
    const { handle } = this;
    handle.addEventListener('click', () => {
      if (this.dragged) return;
      this.to(this.stop === 'peek' ? 'half' : this.stop === 'half' ? 'full' : 'peek');
    });
    handle.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      const next = STOPS[STOPS.indexOf(this.stop) + step];
      if (step === 0) return;
      event.preventDefault();
      if (next) this.to(next);
    });
    handle.addEventListener('pointerdown', (event) => {
      this.dragged = false;
      if (!this.phone.matches) return;
      handle.setPointerCapture(event.pointerId);
      const height = this.element.offsetHeight;
      this.drag = {
        y: event.clientY,
        height,
        last: event.clientY,
        time: event.timeStamp,
        velocity: 0,
      };
    });
    handle.addEventListener('pointermove', (event) => this.move(event));
    for (const type of ['pointerup', 'pointercancel'] as const) {
      handle.addEventListener(type, () => this.release());
    }
    this.phone.addEventListener('change', () => this.to(this.stop));
    window.addEventListener('resize', () => this.to(this.stop));
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (!drag) return;
    if (!this.dragged) {
      if (Math.abs(event.clientY - drag.y) <= 4) return;
      this.dragged = true;
      this.onDrag();
    }
    const passed = Math.max(event.timeStamp - drag.time, 1);
    drag.velocity = (drag.last - event.clientY) / passed;
    drag.last = event.clientY;
    drag.time = event.timeStamp;
    const height = drag.height + drag.y - event.clientY;
    const most = heightOf('full', this.height());
    this.element.classList.add('is-dragged');
    this.element.style.blockSize = `${Math.max(56, Math.min(most, height))}px`;
  }

  private release(): void {
    const { drag } = this;
    this.drag = null;
    this.element.classList.remove('is-dragged');
    if (!drag || !this.dragged) return;
    this.to(stopAfterDrag(this.element.offsetHeight, drag.velocity, this.height()));
  }
}
