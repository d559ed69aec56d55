import type { Sentence } from '@/server/domain/sentence';

/**
 * not_found also stands for "not yours to know of". obstacles: submit or finalise with things left to settle.
 * past_due: the due day is over and locks; another day for the unit opens it again.
 * other_person: the page was opened for somebody else than who is signed in now.
 * conflict: what was on the screen is no longer what is stored. no_font: no Chinese font to print with. storage_full: the server
 * has no room to write, unavailable: its database does not answer; nothing is wrong with what was sent. work_failed: a thread broke or was stopped. password_too_old: nothing is done
 * before the person has set another, second_factor_missing: before they have switched it on. provider_away: the office's identity provider does not answer.
 */
export type RefusalCode =
  | 'not_signed_in'
  | 'other_person'
  | 'not_found'
  | 'forbidden'
  | 'wrong_status'
  | 'past_due'
  | 'conflict'
  | 'invalid'
  | 'own_work'
  | 'obstacles'
  | 'too_many'
  | 'no_font'
  | 'storage_full'
  | 'work_failed'
  | 'password_too_old'
  | 'second_factor_missing'
  | 'unavailable'
  | 'provider_away';

/**
 * A command that may not proceed. Not a bug: it is recorded in the event log and told to the person in a sentence that
 * says what and how to mend. Anything else that is thrown is a bug and is logged as one.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: RefusalCode,
    readonly sentence: Sentence,
    /** What the screen needs to lead there: obstacles, the current value, ids. Plain JSON. */
    readonly details: unknown = null,
  ) {
    super(sentence.zh);
  }
}

/** After how many seconds a refused request may be sent again, or null where waiting alone does not help. */
export function retryAfterOf({ details }: Refused): number | null {
  const seconds = (details as { retryAfterSeconds?: unknown } | null)?.retryAfterSeconds;
  return typeof seconds === 'number' ? seconds : null;
}
