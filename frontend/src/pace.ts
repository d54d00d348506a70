/** The longest stretch of work that nobody notices; a slow phone does little in it. In milliseconds. */
const BUDGET_MS = 12;
/** A page that nobody sees draws no frames, so waiting for one ends after this. In milliseconds. */
const FRAME_MS = 200;

/** Resolves in a task of its own, so that the browser can react in between. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Resolves in a task of its own, after the browser has drawn what has changed. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, FRAME_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Resolves in a task of its own, when the page's elements are there. */
export async function parsed(): Promise<void> {
  if (document.readyState === 'loading')
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  await nextTask();
}

/** Divides long work into tasks that are short even on a slow phone. */
export class Pace {
  private since = performance.now();

  /** Called between two steps: lets the browser react if the present task has run for long. */
  async rest(): Promise<void> {
    if (performance.now() - this.since < BUDGET_MS) return;
    await nextTask();
    this.since = performance.now();
  }
}
