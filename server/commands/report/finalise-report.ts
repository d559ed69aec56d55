import { dropReportStanding, insertEdition, partsOf, setFilingStatuses, unmovedSince } from '@/db/store';
import { actorNow } from '@/server/auth/actor-now';
import { counted } from '@/server/domain/plural';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { isLeft } from '@/server/work';
import type { OutputOf } from '@/server/work/jobs';
import { type CommandContext, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { filingObject } from '../filing/filing-access';
import { requireReason } from '../require-words';
import { mayActOnReport, reportLock, requireReport } from './report-access';
import { type FreezeAsked, reportToFreeze } from './report-to-freeze';

/**
 * Freezes a report as a numbered edition and locks the filings it was added up from. Bound to what was on the screen by
 * `seenHash`; a repeated request with the same `changeId` gets the first answer.
 *
 * Who asks for it has been asked for their password just before (`auth/confirm-person`).
 *
 * @throws Refused not_found, forbidden, conflict (changed since it was shown), obstacles (a step that is not signed among them), own_work
 *   (the actor alone has signed), invalid (a further edition without a real reason for the correction), too_many, work_failed
 */
export async function finaliseReport(
  context: CommandContext,
  input: ReportKey & { changeId: string; seenHash: string; reason?: string },
): Promise<{ number: number; hash: string }> {
  const key = { unitId: input.unitId, year: input.year, scope: input.scope };
  const wanted = { key, actorId: context.actor.userId, reason: input.reason ?? '', overlay: context.overlay };
  const prepared = await prepare(context, wanted);
  return runCommand(context, 'report.finalise', async (tx) => {
    await tx.lock(reportLock(key));
    const asked = { changeId: input.changeId, about: `finalise ${key.unitId} ${key.year} ${key.scope}` };
    const done = await findAnswer<{ number: number; hash: string }>(tx, context, asked);
    if (done) return done;
    // The row may have been long: who asks is read again.
    const actor = await actorNow(tx, context.actor, context.now());
    const report = await requireReport(tx, { ...context, actor }, key, 'report.finalise');
    if (prepared instanceof Refused) throw prepared;
    // What was prepared counts only where this transaction reads the same; else it is made anew, here, of what stands now.
    const isProven = prepared?.read != null && (await tx.stillReads(prepared.read, await unmovedSince(tx, prepared.read.seq)));
    const frozen = isProven ? prepared.frozen : await reportToFreeze(tx, wanted);
    if (!frozen) throw notFound();
    if (frozen.hash !== input.seenHash)
      throw new Refused(
        'conflict',
        {
          zh: '您看到的年报之后又有改动，请刷新核对后再定稿。',
          en: 'The report changed after this page was shown. Look at it again before finalising.',
        },
        { hash: frozen.hash },
      );
    const { obstacles, edition, reason, number, toLock } = frozen;
    if (obstacles.length > 0 || !edition)
      throw new Refused(
        'obstacles',
        {
          zh: `还有 ${obstacles.length} 处需要处理，暂不能定稿。`,
          en: `${counted(obstacles.length, 'thing')} must be settled before this can be finalised.`,
        },
        { obstacles },
      );
    if (frozen.isOnlySigner)
      throw new Refused('own_work', {
        zh: '签字的只有您一人，须由另一人定稿，或由他人参加签发。',
        en: 'You alone have signed. Another person has to finalise, or to sign with you.',
      });
    if (reason !== null) requireReason(reason);
    const result = { number, hash: edition.hash };
    const at = context.now();
    await insertEdition(tx, {
      id: context.newId(),
      reportId: report.id,
      number,
      origin: 'assembled',
      content: edition.content,
      hash: result.hash,
      finalisedBy: context.actor.userId,
      finalisedAt: at,
    });
    await dropReportStanding(tx, report.id);
    await setFilingStatuses(
      tx,
      toLock.map(({ id }) => id),
      { status: 'locked', at },
    );
    for await (const some of partsOf(toLock))
      for (const filing of some) tx.record('filing.locked', { number: filing.submissionNumber }, { object: filingObject(filing) });
    await keepAnswer(tx, context, asked, result);
    tx.record('report.finalised', { edition: number, hash: result.hash, scope: input.scope }, reason === null ? {} : { reason });
    return result;
  });
}

/**
 * Assembles the edition in the worker room, beside those who are served meanwhile; null where there is none, or it is not theirs to ask for.
 *
 * @returns the refusal where the room cannot do it: what is too much for a thread must not be done where people are answered
 */
async function prepare(context: CommandContext, wanted: FreezeAsked): Promise<OutputOf<'report-to-freeze'> | Refused | null> {
  if (!context.work || !(await mayActOnReport(context.store.read, context.actor, wanted.key, 'report.finalise'))) return null;
  return context.work.do('report-to-freeze', wanted).catch((error: unknown) => {
    if (error instanceof Refused && !isLeft(error)) return error;
    throw error;
  });
}
