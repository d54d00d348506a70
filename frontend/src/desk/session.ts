import { Refused, Unreachable, type Api } from './api';
import { openConflict } from './dialogs';
import { el } from './dom';
import { Hand } from './hand';
import { Names } from './said';
import { Turns } from './turns';
import type { Changed, DeskState, Operation, Problem, Refusal, Report } from './wire';
import { StatusLine } from '../status';
import type { Words } from '../words';

/** What all screens of the desk share: the server, the catalog, the words, and how to tell what happened. */
export class Session {
  readonly live = el('p', { class: 'sr-only', role: 'status', 'aria-live': 'polite' });
  /** All that an editor does, in its order. */
  readonly turns = new Turns((error) => this.failed(error));
  private readonly status: StatusLine;
  private readonly hand = new Hand(window);
  names: Names;
  /** Called when the history or the catalog has changed. */
  onState: () => void = () => undefined;
  /** Called when a change lacks the answer to a question; returns whether it is asked now. */
  onMissing: (field: string) => boolean = () => false;
  /** Called with what a change lacks before it can be made. */
  onProblems: (problems: readonly Problem[]) => void = () => undefined;

  constructor(
    readonly api: Api,
    readonly words: Words,
    public state: DeskState,
    readonly language: string,
    parent: HTMLElement,
  ) {
    this.status = new StatusLine(parent, words.say('retry'));
    parent.append(this.live);
    this.names = new Names(state, language);
    api.onWaiting = () => this.warn(words.say('waiting'));
  }

  /** Tells a screen reader something. */
  announce(text: string): void {
    this.live.textContent = text;
  }

  /** Shows a text for a moment, which a screen reader says as well. */
  say(text: string): void {
    this.status.say(text);
  }

  async reload(): Promise<void> {
    this.state = await this.api.desk();
    this.names = new Names(this.state, this.language);
    this.onState();
  }

  /**
   * Makes a change, and settles with the editor what another hand changed meanwhile.
   *
   * @param report    that the change is made on; null for other files
   * @param rev       the version of another file that the page has seen; null for whatever it is now
   * @param onRefused called with the reason in place of showing it
   * @returns what there is now: without `said` if it is another hand's and not this change; null if nothing was changed
   */
  async change(
    report: Report | null,
    operation: Operation,
    rev: string | null = null,
    onRefused: ((message: string) => void) | null = null,
  ): Promise<Partial<Changed> | null> {
    const on = report ? { report: report.id, rev: report.rev } : { rev };
    try {
      return await this.took(await this.api.change(on, operation));
    } catch (error) {
      await this.hand.released();
      if (error instanceof Refused && error.status === 409) {
        const { refusal } = error;
        const theirs = refusal.report ?? null;
        if ((await this.settle(refusal)) === 'mine')
          return this.change(theirs, operation, null, onRefused);
        return theirs && { report: theirs };
      }
      if (onRefused && error instanceof Refused) {
        onRefused(error.message);
        return null;
      }
      return this.failed(error);
    }
  }

  /** Takes the last change back, or makes it again; where another hand changed the same lines, the editor decides. */
  async undo(which: 'undo' | 'redo', keep?: 'mine' | 'theirs'): Promise<Changed | null> {
    try {
      return await this.took(await this.api.undo(which, keep));
    } catch (error) {
      await this.hand.released();
      if (!(error instanceof Refused) || error.status !== 409) return this.failed(error);
      const kept = await this.settle(error.refusal);
      return kept && this.undo(which, kept);
    }
  }

  /** Tells why something failed. */
  failed(error: unknown): null {
    if (error instanceof Unreachable) this.warn(this.words.say('unreachable'));
    else if (error instanceof Refused) {
      const { error: kind, message, field, problems = [] } = error.refusal;
      if (field !== undefined && this.onMissing(field)) return null;
      if (problems.length > 0) this.onProblems(problems);
      else this.warn(kind === 'token' ? this.words.say('token') : message);
    } else {
      this.warn(this.words.say('mistake', String(error)));
    }
    return null;
  }

  /** Shows both versions where another hand has changed the same; whose is to stay, null if nobody said so. */
  private async settle(refusal: Refusal): Promise<'mine' | 'theirs' | null> {
    const { error, node = '', mine, theirs, message } = refusal;
    if (error !== 'conflict') {
      this.warn(message);
      return null;
    }
    return openConflict(node, mine, theirs, this.words);
  }

  /** Shows a text until something else is said. */
  private warn(text: string): void {
    this.status.say(text, null, true);
  }

  private async took(changed: Changed): Promise<Changed> {
    await this.hand.released();
    this.status.say('');
    this.state = { ...this.state, history: changed.history };
    if (changed.catalog) await this.reload();
    else this.onState();
    return changed;
  }
}
