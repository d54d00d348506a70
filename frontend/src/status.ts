/** A status line that reports failures and completed actions without taking the focus. */
export class StatusLine {
  private readonly element = document.createElement('div');
  private readonly text = document.createElement('p');
  private readonly button = document.createElement('button');
  private timer = 0;

  constructor(parent: HTMLElement, retryLabel: string) {
    this.element.className = 'status';
    this.text.setAttribute('role', 'status');
    this.button.type = 'button';
    this.button.textContent = retryLabel;
    this.button.hidden = true;
    this.element.append(this.text, this.button);
    parent.append(this.element);
  }

  /** Shows a text for a moment; one that has to be seen, or with a retry action, stays until the next. */
  say(text: string, retry: (() => void) | null = null, stays = retry !== null): void {
    window.clearTimeout(this.timer);
    this.text.textContent = text;
    this.button.hidden = retry === null;
    this.button.onclick = retry;
    this.element.classList.toggle('is-shown', text !== '');
    if (text !== '' && !stays) this.timer = window.setTimeout(() => this.say(''), 2500);
  }
}
