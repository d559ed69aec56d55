/** Who touched a filing since it was last approved; what R4 needs to know. */
export interface ApprovalHistory {
  /** People who wrote a figure or a text into it or declared 本期无. */
  writers: ReadonlySet<string>;
  /** People who submitted it, also a submission that was returned or recalled. */
  submitters: ReadonlySet<string>;
}

export type ApprovalVerdict = 'allowed' | 'wrote_into_it' | 'submitted_it';

/**
 * Nobody approves their own work (R4). Having countersigned its exception does not stand in the way.
 *
 * @param personId who would approve
 */
export function mayApprove(personId: string, history: ApprovalHistory): ApprovalVerdict {
  if (history.submitters.has(personId)) return 'submitted_it';
  return history.writers.has(personId) ? 'wrote_into_it' : 'allowed';
}
