import { findFiling, insertEdition, listPeople, setFilingStatus } from '@/db/store';
import { canonicalJson, sha256Hex } from '@/server/domain/audit';
import { counted } from '@/server/domain/plural';
import { isOnlySigner } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type EditionContent, readEdition } from '@/server/views/edition-content';
import { obstaclesOfReport } from '@/server/views/report-obstacles';
import { loadReportView, type ReportView, statedIndicator } from '@/server/views/report-view';
import { loadSigning, type SigningView } from '@/server/views/signing-view';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { filingObject } from '../filing/filing-access';
import { requireReason } from '../require-words';
import { reportLock, requireReport } from './report-access';

/**
 * Freezes a report as a numbered edition and locks the filings it was added up from. Bound to what was on the screen by
 * `seenHash`; a repeated request with the same `changeId` gets the first answer.
 *
 * Who asks for it has been asked for their password just before (`auth/confirm-person`).
 *
 * @throws Refused not_found, forbidden, conflict (changed since it was shown), obstacles (a step that is not signed among them), own_work
 *   (the actor alone has signed), invalid (a further edition without a real reason for the correction)
 */
export async function finaliseReport(
  context: CommandContext,
  input: ReportKey & { changeId: string; seenHash: string; reason?: string },
): Promise<{ number: number; hash: string }> {
  return runCommand(context, 'report.finalise', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    await tx.lock(reportLock(key));
    const asked = { changeId: input.changeId, about: `finalise ${key.unitId} ${key.year} ${key.scope}` };
    const done = await findAnswer<{ number: number; hash: string }>(tx, context, asked);
    if (done) return done;
    const report = await requireReport(tx, context, key, 'report.finalise');
    const view = await loadReportView(tx, key, context.overlay);
    if (!view) throw notFound();
    if (view.hash !== input.seenHash)
      throw new Refused(
        'conflict',
        {
          zh: '您看到的年报之后又有改动，请刷新核对后再定稿。',
          en: 'The report changed after this page was shown. Look at it again before finalising.',
        },
        { hash: view.hash },
      );
    const signing = await loadSigning(tx, view);
    const obstacles = obstaclesOfReport(view, signing.standings);
    if (obstacles.length > 0)
      throw new Refused(
        'obstacles',
        {
          zh: `还有 ${obstacles.length} 处需要处理，暂不能定稿。`,
          en: `${counted(obstacles.length, 'thing')} must be settled before this can be finalised.`,
        },
        { obstacles },
      );
    if (isOnlySigner(context.actor.userId, signing.standings))
      throw new Refused('own_work', {
        zh: '签字的只有您一人，须由另一人定稿，或由他人参加签发。',
        en: 'You alone have signed. Another person has to finalise, or to sign with you.',
      });
    const reason = view.editions.length > 0 ? (input.reason ?? '').trim() : null;
    if (reason !== null) requireReason(reason);
    const number = signing.edition;
    const names = new Map((await listPeople(tx)).map((person) => [person.id, person.name]));
    const content = canonicalJson(editionContent(view, signing, names, reason));
    const result = { number, hash: sha256Hex(content) };
    const at = context.now();
    await insertEdition(tx, {
      id: context.newId(),
      reportId: report.id,
      number,
      origin: 'assembled',
      content,
      hash: result.hash,
      finalisedBy: context.actor.userId,
      finalisedAt: at,
    });
    for (const part of view.parts) await lockFiling(tx, part.filingId, at);
    await keepAnswer(tx, context, asked, result);
    tx.record('report.finalised', { edition: number, hash: result.hash, scope: input.scope }, reason === null ? {} : { reason });
    return result;
  });
}

/** Locks a filing that was added up into an edition, unless an earlier edition or the quarter's closing has. */
async function lockFiling(tx: CommandTx, filingId: string, at: Date): Promise<void> {
  const filing = await findFiling(tx, filingId);
  const status = filing && nextStatus(filing.status, 'lock');
  if (!filing || !status) return;
  await setFilingStatus(tx, filing.id, { status, at });
  tx.record('filing.locked', { number: filing.submissionNumber }, { object: filingObject(filing) });
}

function editionContent(view: ReportView, signing: SigningView, names: ReadonlyMap<string, string>, reason: string | null): EditionContent {
  const number = signing.edition;
  const corrects = correctedBy(view, reason);
  return {
    kind: 'edition',
    origin: 'assembled',
    number,
    organ: view.content.organ,
    unitId: view.unit.id,
    year: view.year,
    scope: view.scope,
    format: view.format.id,
    rowVariant: view.format.rowVariant,
    figures: Object.fromEntries(view.content.figures),
    texts: view.content.texts,
    ...(view.written ? { written: view.written } : {}),
    ...(view.content.adjustments ? { adjustments: view.content.adjustments } : {}),
    ...(view.content.notes ? { notes: view.content.notes } : {}),
    ...(view.indicators.length > 0 ? { indicators: view.indicators.map(statedIndicator) } : {}),
    parts: view.parts,
    corrections: view.corrections.map(({ unitName, slipYear, number: slip, reason, acceptedAt }) => ({
      unitName,
      year: slipYear,
      number: slip,
      reason,
      acceptedAt,
    })),
    missing: view.missing,
    explanations: view.explanations.map((explanation) => ({
      kind: explanation.kind,
      rule: explanation.rule,
      text: explanation.text,
      writtenBy: names.get(explanation.writtenBy) ?? '',
      countersignedBy: explanation.countersignedBy ? (names.get(explanation.countersignedBy) ?? '') : null,
    })),
    packVersion: view.checkRun.packVersion,
    switchedOff: view.checkRun.switchedOff,
    ...(corrects ? { corrects } : {}),
    ...(signing.steps.length > 0 ? { signatures: frozenSignatures(signing, names) } : {}),
  };
}

/** What a further edition corrects: the one before it, why, and the slips that came into force since. */
function correctedBy({ editions: [before], corrections }: ReportView, reason: string | null): EditionContent['corrects'] {
  if (!before || reason === null) return undefined;
  const known = readEdition(before.content).corrections;
  const isKnown = (slip: { unitName: string; year: number; number: number }) =>
    known.some((one) => one.unitName === slip.unitName && one.year === slip.year && one.number === slip.number);
  const slips = corrections
    .map(({ unitName, slipYear, number }) => ({ unitName, year: slipYear, number }))
    .filter((slip) => !isKnown(slip));
  return { edition: before.number, hash: before.hash, reason, slips };
}

function frozenSignatures({ standings }: SigningView, names: ReadonlyMap<string, string>): EditionContent['signatures'] {
  return standings.flatMap(({ step, signature }) =>
    signature
      ? [
          {
            step: step.key,
            name: step.name,
            answersFor: step.answersFor,
            signedBy: names.get(signature.signedBy) ?? signature.signedBy,
            signedAt: signature.signedAt.toISOString(),
            hash: signature.hash,
            note: signature.note,
          },
        ]
      : [],
  );
}
