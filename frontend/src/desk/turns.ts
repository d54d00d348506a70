type Work = () => unknown;

/**
 * One thing after the other: an editor types faster than a disk writes, and each key means what it would mean had all
 * before it been done.
 */
export class Turns {
  private readonly waiting: Work[] = [];
  private running = false;

  /** @param onError called with what a work throws; the works behind it are done nevertheless */
  constructor(private readonly onError: (error: unknown) => void) {}

  /** Whether something is being done, so that what comes now has to wait. */
  get busy(): boolean {
    return this.running;
  }

  /** Does something after all that was begun before; at once if there is nothing. */
  add(work: Work): void {
    this.waiting.push(work);
    void this.run();
  }

  /** Does something before all that waits: what follows from the work that is being done. */
  addFirst(work: Work): void {
    this.waiting.unshift(work);
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let work = this.waiting.shift(); work; work = this.waiting.shift()) {
      try {
        await work();
      } catch (error) {
        this.onError(error);
      }
    }
    this.running = false;
  }
}
