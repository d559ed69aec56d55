import { findFiling, insertEdition, listPeople, setFilingStatus } from '@/db/store';
import { canonicalJson, sha256Hex } from '@/server/domain/audit';
import { nextStatus } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { type CommandContext, type CommandTx, notFound, runCommand } from './command';
import { findAnswer, keepAnswer } from './done-change';
import type { EditionContent } from './edition-content';
import { filingObject } from './filing-access';
import { type ReportKey, reportLock, requireReport } from './report-access';
import { obstaclesOfReport } from './report-obstacles';
import { loadReportView, type ReportView, statedIndicator } from './report-view';

/**
 * Freezes a report as a numbered edition and locks the filings it was added up from. Bound to what was on the screen by
 * `seenHash`; a repeated request with the same `changeId` gets the first answer.
 *
 * @throws Refused not_found, forbidden, conflict (changed since it was shown), obstacles
 */
export async function finaliseReport(
  context: CommandContext,
  input: ReportKey & { changeId: string; seenHash: string },
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
    const obstacles = obstaclesOfReport(view);
    if (obstacles.length > 0)
      throw new Refused(
        'obstacles',
        {
          zh: `还有 ${obstacles.length} 处需要处理，暂不能定稿。`,
          en: `${obstacles.length} things must be settled before this can be finalised.`,
        },
        { obstacles },
      );
    const number = (view.editions[0]?.number ?? 0) + 1;
    const names = new Map((await listPeople(tx)).map((person) => [person.id, person.name]));
    const content = canonicalJson(editionContent(view, number, names));
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
    tx.record('report.finalised', { edition: number, hash: result.hash, scope: input.scope });
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

function editionContent(view: ReportView, number: number, names: ReadonlyMap<string, string>): EditionContent {
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
  };
}
