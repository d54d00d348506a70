import { chooseMeasure, chooseParty, chooseSubject, searchPlace } from './choices';
import { candidateName } from './operations';
import type { Proposals } from './proposals';
import type { Session } from './session';
import type { ClaimItem, Operation, PlaceItem } from './wire';

/** What becomes of an answer: a change, which keeps the proposal in focus or leads to the next, and what is done then. */
export type OnAnswer = (operation: Operation, goOn: boolean, then?: () => unknown) => void;

/** What an editor is asked about the proposal in focus; where a question does not fit it, nothing happens. */
export class Questions {
  constructor(
    private readonly session: Session,
    private readonly proposals: Proposals,
    private readonly onAnswer: OnAnswer,
    private readonly onDraw: () => void,
    private readonly onAccept: () => unknown,
  ) {}

  /** Which place of all that the lists have. */
  search(): void {
    const item = this.place();
    if (!item) return;
    searchPlace(
      this.session,
      this.proposals.report,
      item,
      (candidate) => this.take(candidateName(candidate, null), item),
      this.onDraw,
    );
  }

  /** Takes a place that the editor named. */
  take(candidate: Readonly<Record<string, unknown>>, item = this.place()): void {
    if (item) this.onAnswer({ op: 'accept', key: item.key, candidate }, true);
  }

  /** Asks what accepting lacks, by its field, and accepts after the answer; returns whether there is such a question. */
  ask(field: string): boolean {
    if (field === 'subject') this.subject(this.onAccept);
    else if (field === 'party') this.party(this.onAccept);
    else if (field === 'candidate') this.search();
    else return false;
    return true;
  }

  /** What a figure counts. */
  measure(): void {
    const key = this.claim()?.key;
    if (!key) return;
    chooseMeasure(this.session, (measure) => this.onAnswer({ op: 'measure', key, measure }, false));
  }

  /** Who gives a figure. */
  party(then?: () => unknown): void {
    const item = this.claim();
    if (!item) return;
    const { key } = item;
    const answer = (operation: Operation): void => this.onAnswer(operation, false, then);
    chooseParty(
      this.session,
      item,
      (party) => answer({ op: 'party', key, party }),
      (party) => answer({ op: 'new-party', key, party }),
    );
  }

  /** What a figure is about. */
  subject(then?: () => unknown): void {
    const item = this.claim();
    if (!item) return;
    const { key } = item;
    chooseSubject(this.session, item, (subject) => {
      this.onAnswer({ op: 'subject', key, subject }, false, then);
    });
  }

  private place(): PlaceItem | null {
    const item = this.proposals.item();
    return item?.kind === 'place' ? item : null;
  }

  private claim(): ClaimItem | null {
    const item = this.proposals.item();
    return item?.kind === 'claim' ? item : null;
  }
}
