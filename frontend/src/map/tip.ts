/** A tooltip with the name of what the pointer is on, if the map does not show the name already. */
export class Tip {
  private readonly element = document.createElement('p');

  constructor(private readonly parent: HTMLElement) {
    this.element.className = 'map-tip';
    this.element.hidden = true;
    // Screen readers already get every feature's name.
    this.element.setAttribute('aria-hidden', 'true');
    parent.append(this.element);
    parent.addEventListener('pointermove', (event) => {
      if (!this.element.hidden) this.move(event.clientX, event.clientY);
    });
  }

  /** Shows a name at a pixel of the map. */
  show(text: string, detail: string, at: { x: number; y: number }): void {
    const small = document.createElement('span');
    small.textContent = detail;
    this.element.replaceChildren(text, ' ', small);
    this.element.hidden = false;
    const frame = this.parent.getBoundingClientRect();
    this.move(at.x + frame.left, at.y + frame.top);
  }

  /** Hides it. */
  hide(): void {
    this.element.hidden = true;
  }

  private move(clientX: number, clientY: number): void {
    const frame = this.parent.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.element;
    const x = Math.min(clientX - frame.left + 14, frame.width - offsetWidth - 6);
    const y = Math.max(6, clientY - frame.top - offsetHeight - 12);
    this.element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}
