import { type Filing, findSubmission, listEvents, newestActs, type Reader, type Submission } from '@/db/store';
import { filingSteps } from '@/server/domain/audit';
import type { ApprovalHistory } from '@/server/domain/workflow';
import { indicatorsIn } from './filing-format';
import { loadFilingView } from './filing-view';

/** The newest submission. @throws Error when there is none, which the status rules out */
export async function getNewestSubmission(reader: Reader, filingId: string, number: number): Promise<Submission> {
  const submission = await findSubmission(reader, filingId, number);
  if (!submission) throw new Error(`filing ${filingId} has no submission ${number}`);
  return submission;
}

/** Who wrote into the filing and who submitted it since it was last approved, told by the event log itself. */
export async function approvalHistory(reader: Reader, filingId: string, submittedBy: string | null): Promise<ApprovalHistory> {
  const acts = await newestActs(reader, { type: 'filing', id: filingId });
  const approvedAt = Math.max(0, ...acts.filter((act) => act.kind === 'filing.approved').map((act) => act.seq));
  const actorsOf = (kinds: ReadonlySet<string>) =>
    acts.filter((act) => act.seq > approvedAt && kinds.has(act.kind)).map((act) => act.actorId ?? '');
  const submitters = new Set(actorsOf(new Set(['filing.submitted'])));
  return { writers: new Set(actorsOf(writes)), submitters: submittedBy === null ? submitters : submitters.add(submittedBy) };
}

const writes: ReadonlySet<string> = new Set([
  'figure.saved',
  'text.saved',
  'declaration.made',
  'declaration.withdrawn',
  'opening.restated',
  'opening.restatement_withdrawn',
]);

/** An unlock that stands, with the approval it took away. */
export interface Unlocked {
  /** changed: what is stored is no longer what was approved, so the approval cannot come back. */
  state: 'unchanged' | 'changed';
  submission: Submission;
  approvedBy: string;
  approvedAt: Date;
}

/** The approval that an unlock took from the filing, told by the event log; null when it is not unlocked. */
export async function unlockedApproval(reader: Reader, filing: Filing): Promise<Unlocked | null> {
  if (filing.status !== 'returned') return null;
  const events = await listEvents(reader, { objectType: 'filing', objectId: filing.id, kindPrefix: 'filing.', limit: 1_000_000 });
  // A correction slip that an approved quarter followed approved its newest submission.
  const approval = events.findLast((event) => event.kind === 'filing.approved' || event.kind === 'filing.corrected');
  const lastStep = events.findLast((event) => filingSteps.has(event.kind));
  if (lastStep?.kind !== 'filing.unlocked' || !approval?.actorId) return null;
  const submission = await getNewestSubmission(reader, filing.id, filing.submissionNumber);
  // An overlay changes what is found in the content, not the content; and what the office asks for now changes neither.
  const { hash } = await loadFilingView(reader, filing, null, indicatorsIn(submission.content));
  return {
    state: hash === submission.hash ? 'unchanged' : 'changed',
    submission,
    approvedBy: approval.actorId,
    approvedAt: new Date(approval.at),
  };
}
