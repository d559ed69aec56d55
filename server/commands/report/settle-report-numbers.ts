import { insertReportFact } from '@/db/store';
import { printFact, type Settlement, settleNumbers, withTokens } from '@/server/domain/prose';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { loadReportView } from '@/server/views/report-view';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { keepReportText } from './keep-report-text';
import { requireReport } from './report-access';

export interface SettledNumbers {
  linked: number;
  registered: number;
  declared: number;
}

const maxOfEvidence = 500;

/**
 * Says of every untyped number at once what it is: linked where its sentence and the tables agree, registered as a local fact on the
 * evidence given otherwise. The printed texts stay as they are. Bound to what was on the screen by `seenHash`.
 *
 * @throws Refused not_found, forbidden, invalid (no evidence), conflict (changed since it was shown)
 */
export async function settleReportNumbers(
  context: CommandContext,
  input: ReportKey & { seenHash: string; evidence: string },
): Promise<SettledNumbers> {
  return runCommand(context, 'report.edit', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'report.edit');
    const evidence = requireText(input.evidence, maxOfEvidence);
    const view = await loadReportView(tx, key, context.overlay);
    if (!view) throw notFound();
    if (view.hash !== input.seenHash)
      throw new Refused(
        'conflict',
        {
          zh: '您看到的年报之后又有改动，请刷新核对后再确认数字。',
          en: 'The report changed after this page was shown. Look at it again before confirming its numbers.',
        },
        { hash: view.hash },
      );
    const all: Settlement[] = [];
    const savedBy = context.actor.userId;
    const savedAt = context.now();
    for (const text of view.texts) {
      const settled = settleNumbers(
        text.text,
        view.numbers.filter((number) => number.text === text.key),
        view.prose.sources,
        context.newId,
      );
      if (settled.length === 0) continue;
      for (const { fact } of settled) {
        if (!fact) continue;
        const { id, name, value, unit, exactness } = fact;
        await insertReportFact(tx, {
          ...{ id, name, value, unit, exactness, evidence, version: 1, savedBy, savedAt },
          reportId: report.id,
          ownerUnitId: null,
          retiredAt: null,
        });
        tx.record('report.fact_saved', { id, name, before: null, after: printFact(fact), evidence });
      }
      await keepReportText(tx, context, { report, key: text.key, stored: text, text: withTokens(text.text, settled) });
      all.push(...settled);
    }
    const ofKind = (kinds: readonly string[]) => all.filter(({ token }) => kinds.includes(token.kind)).length;
    return { linked: ofKind(['sum', 'share', 'change']), registered: ofKind(['fact']), declared: ofKind(['literal']) };
  });
}
