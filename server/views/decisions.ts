import {
  type Filing,
  findFilingOf,
  findReport,
  findSubmission,
  findUnit,
  listEditions,
  listEvents,
  listReportSignatures,
  type NewestAct,
  newestActs,
  newestActsOf,
  type Reader,
  type Submission,
} from '@/db/store';
import { filingSteps } from '@/server/domain/audit';
import type { ReportKey } from '@/server/domain/subject';
import { type ApprovalHistory, isSent, mayApprove } from '@/server/domain/workflow';
import { indicatorsIn } from './filing-format';
import { loadFilingView } from './filing-view';
import { reportsOver } from './reports-over';

/** The newest submission. @throws Error when there is none, which the status rules out */
export async function getNewestSubmission(reader: Reader, filingId: string, number: number): Promise<Submission> {
  const submission = await findSubmission(reader, filingId, number);
  if (!submission) throw new Error(`filing ${filingId} has no submission ${number}`);
  return submission;
}

/** Who wrote into the filing and who submitted it since it was last approved, told by the event log itself. An approval that was taken back is none. */
export async function approvalHistory(reader: Reader, filingId: string, submittedBy: string | null): Promise<ApprovalHistory> {
  const acts = await newestActs(reader, { type: 'filing', id: filingId });
  const isTakenBack = acts.some((act) => act.kind === 'filing.approval_taken_back');
  const standing = isTakenBack ? (await lastStandingApprovals(reader, [filingId])).get(filingId) : null;
  return historyOf(acts, { submittedBy, standing: standing ?? null });
}

/**
 * The filings of some in which a person wrote or submitted since they were last approved, among them those they submitted: what they do not
 * approve. The same as asking `approvalHistory` of each.
 */
export async function ownWorkAmong(
  reader: Reader,
  personId: string,
  filings: readonly { id: string; submittedBy: string | null }[],
): Promise<Set<string>> {
  const ids = filings.map((filing) => filing.id);
  // Most reviewers have written into nothing, and then nothing else is asked.
  const own = await newestActsOf(reader, { type: 'filing', ids, kinds: [...writes, 'filing.submitted'], actorId: personId });
  const touched = [...own.keys()];
  const decided = await newestActsOf(reader, { type: 'filing', ids: touched, kinds: ['filing.approved', 'filing.approval_taken_back'] });
  const takenBack = touched.filter((id) => decided.get(id)?.some((act) => act.kind === 'filing.approval_taken_back'));
  const standing = await lastStandingApprovals(reader, takenBack);
  return new Set(
    filings.flatMap(({ id, submittedBy }) => {
      const history = historyOf([...(own.get(id) ?? []), ...(decided.get(id) ?? [])], { submittedBy, standing: standing.get(id) ?? null });
      return mayApprove(personId, history) === 'allowed' ? [] : [id];
    }),
  );
}

/** @param of.standing the newest approval that was not taken back, where one was: the others do not count */
function historyOf(acts: readonly NewestAct[], of: { submittedBy: string | null; standing: number | null }): ApprovalHistory {
  const approvedAt = of.standing ?? Math.max(0, ...acts.filter((act) => act.kind === 'filing.approved').map((act) => act.seq));
  const actorsOf = (kinds: ReadonlySet<string>) =>
    acts.filter((act) => act.seq > approvedAt && kinds.has(act.kind)).map((act) => act.actorId ?? '');
  const submitters = new Set(actorsOf(new Set(['filing.submitted'])));
  return { writers: new Set(actorsOf(writes)), submitters: of.submittedBy === null ? submitters : submitters.add(of.submittedBy) };
}

/** The number of the newest approval of each filing that was not taken back; 0 when there is none. */
async function lastStandingApprovals(reader: Reader, filingIds: readonly string[]): Promise<Map<string, number>> {
  if (filingIds.length === 0) return new Map();
  const standing = new Map<string, number[]>(filingIds.map((id) => [id, []]));
  const kinds = ['filing.approved', 'filing.approval_taken_back'];
  for (const { objectId, kind, seq } of await listEvents(reader, { objectType: 'filing', objectIds: filingIds, kinds, limit: 1_000_000 }))
    if (kind === 'filing.approved') standing.get(objectId)?.push(seq);
    else standing.get(objectId)?.pop();
  return new Map([...standing].map(([id, seqs]) => [id, seqs.at(-1) ?? 0]));
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

/** What has been built on an approval since, so that it can be taken back no more. */
export type ApprovalHeldBy = { kind: 'next_quarter'; year: number; quarter: number } | ({ kind: 'report' } & ReportKey);

/** Whether the approval of this submission still stands alone; null: nothing holds it. */
export async function approvalHeldBy(
  reader: Reader,
  filing: Filing,
  { decidedAt }: Pick<Submission, 'decidedAt'>,
): Promise<ApprovalHeldBy | null> {
  if (filing.isPractice) return null;
  const { year, quarter } = filing.quarter < 4 ? { year: filing.year, quarter: filing.quarter + 1 } : { year: filing.year + 1, quarter: 1 };
  const next = await findFilingOf(reader, filing.unitId, year, quarter);
  if (next && isSent(next.status)) return { kind: 'next_quarter', year, quarter };
  const unit = await findUnit(reader, filing.unitId);
  if (!unit || !decidedAt) return null;
  for (const key of await reportsOver(reader, unit, [filing.year])) {
    const report = await findReport(reader, key.unitId, key.year, key.scope);
    if (!report) continue;
    const signed = (await listReportSignatures(reader, report.id)).filter((one) => one.withdrawnAt === null).map((one) => one.signedAt);
    const finalised = (await listEditions(reader, report.id)).map((edition) => edition.finalisedAt);
    if ([...signed, ...finalised].some((at) => at >= decidedAt)) return { kind: 'report', ...key };
  }
  return null;
}
