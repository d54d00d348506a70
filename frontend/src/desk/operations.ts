import type { Candidate, Item, Operation } from './wire';

const DECISIONS = ['accept', 'same', 'candidate', 'reject', 'noPlace'] as const;

/** What an editor decides of a proposal. */
export type Decision = (typeof DECISIONS)[number];

/** Whether an action decides something. */
export function isDecision(action: string): action is Decision {
  return DECISIONS.some((decision) => decision === action);
}

/** The change that a decision makes, and whether the next open proposal comes into focus after it. */
export interface Decided {
  readonly operation: Operation;
  readonly goOn: boolean;
}

/**
 * The change that a decision makes.
 *
 * @param number the candidate that was chosen, from 1; of a figure, what it is about
 * @returns null if the decision changes nothing, for example where there is no such candidate
 */
export function decide(decision: Decision, item: Item, number = 1): Decided | null {
  const { key } = item;
  if (decision === 'reject') return { operation: { op: 'reject', key }, goOn: true };
  if (item.kind === 'claim') {
    if (decision === 'candidate') {
      const subject = item.subjects[number - 1];
      return subject ? { operation: { op: 'subject', key, subject }, goOn: false } : null;
    }
    if (decision !== 'accept' || !item.open) return null;
    // Where it can be about one thing only, nobody needs to say so.
    const only = item.subjects.length === 1 ? item.subjects[0] : undefined;
    const subject = item.subject ?? only;
    return { operation: { op: 'accept', key, ...(subject && { subject }) }, goOn: true };
  }
  if (decision === 'noPlace') return { operation: { op: 'no-place', key }, goOn: true };
  const chosen = item.candidates[number - 1];
  if (!chosen || (decision !== 'candidate' && !item.open)) return null;
  return {
    operation: {
      op: 'accept',
      key,
      ...(number > 1 && { candidate: candidateName(chosen, number - 1) }),
      ...(decision === 'same' && { all: true }),
    },
    goOn: true,
  };
}

/**
 * A candidate as an operation names it: by its id or number if it has one.
 *
 * @param index its place among those of the item; null if it is not among them
 */
export function candidateName(
  candidate: Candidate,
  index: number | null,
): Readonly<Record<string, unknown>> {
  const { feature, geonames } = candidate;
  if (feature !== null) return { feature };
  if (geonames !== null) return { geonames };
  return index === null ? { ...candidate } : { index };
}
