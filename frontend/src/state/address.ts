/** Writes the state to the address after a delay, because browsers limit how often this may happen. */
export class Address {
  private timer = 0;
  private held = false;

  /** @param hash the present state, as the part of an address from # on; empty for none */
  constructor(private readonly hash: () => string) {}

  /** Writes once after a delay in milliseconds, however often it is called before. */
  write(delay: number): void {
    if (this.held) return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), delay);
  }

  /** Writes now. */
  flush(): void {
    window.clearTimeout(this.timer);
    if (this.held) return;
    history.replaceState(history.state, '', this.hash() || location.pathname + location.search);
  }

  /**
   * Keeps an address that the reader went back to, or stops keeping it: until its page is there, the state is that of
   * another.
   */
  hold(held: boolean): void {
    window.clearTimeout(this.timer);
    this.held = held;
  }
}
