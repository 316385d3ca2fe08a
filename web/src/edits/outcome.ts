/** What an intention answers: done, or why not. */

import type { Key } from '../document';

/** Why an edit was not made: the end of a message key (`edit_takes_duration` …). */
export type Why =
  | 'read-only'
  | 'no-such-element'
  | 'no-such-field'
  | 'no-such-role'
  | 'lane-holds-no-cards'
  | 'lane-holds-cards'
  | 'not-neighbours'
  | 'both-have-a-need'
  | 'first-of-its-phase'
  | 'link-is-there'
  | 'no-policy-at-a-step'
  | 'ends-before-it-begins'
  | 'id-taken'
  | 'id-impossible'
  | 'required'
  | 'nothing-to-say'
  | 'moved-not-set'
  | 'takes-text'
  | 'takes-language'
  | 'takes-choice'
  | 'takes-references'
  | 'takes-number'
  | 'takes-whole-number'
  | 'takes-share'
  | 'takes-duration'
  | 'takes-money'
  | 'takes-target'
  | 'takes-date'
  | 'out-of-range';

export interface Refusal {
  readonly ok: false;
  readonly why: Why;
  /** What the message may name: `field`, `low`, `high`, `choices`. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface Done {
  readonly ok: true;
}

export interface Made extends Done {
  readonly key: Key;
}

export interface MadeMany extends Done {
  readonly keys: readonly Key[];
}

export const DONE: Done = { ok: true };

export function refused(why: Why, facts: Refusal['facts'] = {}): Refusal {
  return { ok: false, why, facts };
}
