import { listReportFacts, listReportTexts, type Reader, type ReportFact, updateReportFact } from '@/db/store';
import { type ProseKey, textNames } from '@/server/domain/formats';
import { parseProse } from '@/server/domain/prose';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireReport } from './report-access';

/** Retires a local fact that no text states any more. @throws Refused not_found, forbidden, conflict (a text still states it) */
export async function retireReportFact(context: CommandContext, input: ReportKey & { id: string }): Promise<void> {
  await runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, { unitId: input.unitId, year: input.year, scope: input.scope }, 'report.edit');
    const fact = (await listReportFacts(tx, report.id)).find((one) => one.id === input.id);
    if (!fact) throw notFound();
    if (fact.retiredAt) return;
    const stating = await textsStating(tx, report.id, fact);
    if (stating.length > 0)
      throw new Refused('conflict', {
        zh: `“${fact.name}”仍用在${stating.map((key) => textNames[key].zh).join('、')}的文字中，请先从文字中去掉。`,
        en: `"${fact.name}" is still stated in ${stating.map((key) => textNames[key].en).join(', ')}. Take it out of the text first.`,
      });
    await updateReportFact(tx, { reportId: report.id, id: fact.id }, { retiredAt: context.now() });
    tx.record('report.fact_retired', { id: fact.id, name: fact.name });
  });
}

async function textsStating(reader: Reader, reportId: string, fact: ReportFact): Promise<ProseKey[]> {
  return (await listReportTexts(reader, reportId))
    .filter(({ text }) => parseProse(text).some(({ token }) => token?.kind === 'fact' && token.id === fact.id))
    .map(({ key }) => key);
}
