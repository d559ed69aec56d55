import {
  type Attachment,
  findContribution,
  findExplanation,
  findReportFact,
  findUnit,
  getReport,
  listExplanations,
  newestEditionHeads,
  type Reader,
  type Report,
} from '@/db/store';
import type { AttachmentPlace } from '@/server/domain/attachments';
import { findingPlace } from '@/server/domain/checks/finding-place';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound, requireReadableFiling, requireReadableReport } from './access';

/** What a file hangs on, with whose it is. */
export type AttachmentThing = AttachmentPlace &
  Pick<Attachment, 'ownerType' | 'ownerId'> & {
    /** Those whose files stand together here: an explanation, and those of the same finding while its figures were others. */
    togetherWith: readonly string[];
    /** The newest second signature under any of them. */
    countersignedAt: Date | null;
  } & (
    | { of: 'filing' }
    | { of: 'report'; report: Report; isRetired: boolean }
    | { of: 'contribution'; unitId: string; year: number; isWithdrawn: boolean }
  );

/** Null: there is no such explanation, request or fact. Nobody was asked whether somebody may know of it. */
export async function findAttachmentThing(reader: Reader, { about, aboutId }: AttachmentPlace): Promise<AttachmentThing | null> {
  const place = { about, aboutId, togetherWith: [aboutId], countersignedAt: null };
  if (about === 'contribution') {
    const request = await findContribution(reader, aboutId);
    if (!request) return null;
    const { unitId, year, withdrawnAt } = request;
    return { ...place, ownerType: 'unit', ownerId: unitId, of: 'contribution', unitId, year, isWithdrawn: withdrawnAt !== null };
  }
  if (about === 'fact') {
    const fact = await findReportFact(reader, aboutId);
    const report = fact && (await getReport(reader, fact.reportId));
    return report && { ...place, ownerType: 'report', ownerId: report.id, of: 'report', report, isRetired: fact.retiredAt !== null };
  }
  const explanation = await findExplanation(reader, aboutId);
  if (!explanation) return null;
  const { ownerType, ownerId } = explanation;
  const spot = findingPlace(explanation.boundTo);
  const all = (await listExplanations(reader, explanation)).filter((one) => findingPlace(one.boundTo) === spot);
  const signed = all.flatMap((one) => one.countersignedAt?.getTime() ?? []);
  const countersignedAt = signed.length === 0 ? null : new Date(Math.max(...signed));
  const what = { about, aboutId, togetherWith: all.map((one) => one.id), countersignedAt };
  if (ownerType === 'filing') return { ...what, ownerType, ownerId, of: 'filing' };
  const report = await getReport(reader, ownerId);
  return report && { ...what, ownerType, ownerId, of: 'report', report, isRetired: false };
}

/**
 * Who may read what somebody wrote may read the files beside it. An answer to the office is read by whoever reads the unit's report, or that of
 * a unit above, which may state it; once the request is withdrawn as well, for an edition may have named its files.
 *
 * @throws Refused not_found, whether it is not there or not theirs to know of
 */
export async function requireReadableThing(reader: Reader, actor: Actor, place: AttachmentPlace): Promise<AttachmentThing> {
  const thing = await findAttachmentThing(reader, place);
  if (!thing) throw notFound();
  if (thing.of === 'filing') await requireReadableFiling(reader, actor, thing.ownerId);
  else if (thing.of === 'report') await requireReadableReport(reader, actor, thing.report);
  else if (!(await mayReadAnswer(reader, actor, thing.unitId))) throw notFound();
  return thing;
}

async function mayReadAnswer(reader: Reader, actor: Actor, unitId: string): Promise<boolean> {
  const path = (await findUnit(reader, unitId))?.path ?? [];
  return path.some((_, at) => can(actor.posts, 'report.read', { unitPath: path.slice(0, at + 1), status: null }) === 'allowed');
}

/**
 * Up to when the files of a thing stand behind something that was signed and goes on standing: the newest edition that may state it, or the second
 * signature under an exception. What came before that is not taken away. Null: nothing was.
 */
export async function filesStandUpTo(reader: Reader, thing: AttachmentThing): Promise<Date | null> {
  if (thing.of === 'filing') return thing.countersignedAt;
  const { unitId, year } = thing.of === 'report' ? thing.report : thing;
  const units = thing.of === 'report' ? [unitId] : [...((await findUnit(reader, unitId))?.path ?? [unitId])];
  const heads = [...(await newestEditionHeads(reader, [year], units)).values()].filter(
    (head) => units.includes(head.unitId) && (thing.of !== 'report' || head.reportId === thing.report.id),
  );
  const moments = [...heads.map((head) => head.finalisedAt), thing.countersignedAt].filter((one) => one !== null);
  return moments.length === 0 ? null : new Date(Math.max(...moments.map((one) => one.getTime())));
}
