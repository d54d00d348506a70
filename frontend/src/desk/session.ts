import { Refused, Unreachable, type Api } from './api';
import { openConflict } from './dialogs';
import { el } from './dom';
import { Names } from './said';
import type { Changed, DeskState, History, Operation, Problem, Report } from './wire';
import { StatusLine } from '../status';
import type { Words } from '../words';

/** What all screens of the desk share: the server, the catalog, the words, and how to tell what happened. */
export class Session {
  readonly live = el('p', { class: 'sr-only', role: 'status', 'aria-live': 'polite' });
  private readonly status: StatusLine;
  private last: Promise<unknown> = Promise.resolve();
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
  }

  /** Does something after all that was begun before: an editor types faster than a disk writes. */
  inTurn(work: () => unknown): void {
    this.last = this.last.then(work).catch((error: unknown) => this.failed(error));
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
   * @param report that the change is made on; null for other files
   * @returns what there is now; null if nothing was changed
   */
  async change(
    report: Report | null,
    operation: Operation,
    rev: string | null = null,
  ): Promise<Partial<Changed> | null> {
    const on = report ? { report: report.id, rev: report.rev } : { rev };
    try {
      return await this.took(await this.api.change(on, operation));
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) return this.failed(error);
      const { refusal } = error;
      const theirs = refusal.report ?? null;
      if (refusal.error === 'conflict') {
        const node = refusal.node ?? '';
        const keep = await openConflict(node, refusal.mine, refusal.theirs, this.words);
        if (keep && theirs) return this.change(theirs, operation);
      } else this.say(refusal.message);
      return theirs && { report: theirs };
    }
  }

  /** Takes the last change back, or makes it again. */
  async undo(which: 'undo' | 'redo'): Promise<Changed | null> {
    try {
      return await this.took(await this.api.undo(which));
    } catch (error) {
      return this.failed(error);
    }
  }

  /** Tells why something failed. */
  failed(error: unknown): null {
    if (error instanceof Unreachable) this.status.say(this.words.say('unreachable'));
    else if (error instanceof Refused) {
      const { error: kind, message, field, problems = [] } = error.refusal;
      if (field !== undefined && this.onMissing(field)) return null;
      if (problems.length > 0) this.onProblems(problems);
      else this.status.say(kind === 'token' ? this.words.say('token') : message);
    } else throw error;
    return null;
  }

  private async took(changed: Changed): Promise<Changed> {
    this.setHistory(changed.history);
    if (changed.catalog) await this.reload();
    else this.onState();
    return changed;
  }

  private setHistory(history: History): void {
    this.state = { ...this.state, history };
  }
}
