import { findUnit, insertReportFact, listReportFacts, listReportTexts, type Reader, type ReportFact, updateReportFact } from '@/db/store';
import { type ProseKey, textNames } from '@/server/domain/formats';
import { type Exactness, parseProse, printFact } from '@/server/domain/prose';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { requireReport } from './report-access';

const mostOfName = 60;
const mostOfEvidence = 500;

export interface FactInput {
  name: string;
  value: string;
  unit: string;
  exactness: Exactness;
  ownerUnitId: string | null;
  evidence: string;
}

/**
 * Registers a local fact of a report, or changes one against the version it was based on.
 *
 * @param input.id null for a new one
 * @throws Refused not_found, forbidden, invalid (no name, value or evidence), conflict (changed or retired meanwhile)
 */
export async function saveReportFact(
  context: CommandContext,
  input: ReportKey & { id: string | null; baseVersion: number; fact: FactInput },
): Promise<{ id: string; version: number }> {
  return runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, { unitId: input.unitId, year: input.year, scope: input.scope }, 'report.edit');
    const fact = requireFact(input.fact);
    if (fact.ownerUnitId !== null && !(await findUnit(tx, fact.ownerUnitId))) throw notFound();
    const stored = input.id === null ? null : (await listReportFacts(tx, report.id)).find((one) => one.id === input.id);
    if (stored === undefined) throw notFound();
    if (stored && (stored.version !== input.baseVersion || stored.retiredAt))
      throw new Refused('conflict', {
        zh: `本地事实“${stored.name}”已被他人修改或停用，请刷新后再改。`,
        en: `Somebody changed or retired the local fact "${stored.name}". Reload and change it again.`,
      });
    const said = { ...fact, version: (stored?.version ?? 0) + 1, savedBy: context.actor.userId, savedAt: context.now() };
    const id = stored?.id ?? context.newId();
    if (stored) await updateReportFact(tx, { reportId: report.id, id }, said);
    else await insertReportFact(tx, { id, reportId: report.id, ...said, retiredAt: null });
    tx.record('report.fact_saved', {
      id,
      name: fact.name,
      before: stored ? printFact(stored) : null,
      after: printFact(fact),
      evidence: fact.evidence,
    });
    return { id, version: said.version };
  });
}

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

/** A fact says what, how much and on what ground. */
function requireFact(fact: FactInput): FactInput {
  if (!/^\d{1,15}(?:\.\d{1,6})?$/.test(fact.value))
    throw new Refused('invalid', {
      zh: `“${fact.value}”不是数字。请只写阿拉伯数字，如 1203 或 96.5；“余”“近”“约”另选。`,
      en: `"${fact.value}" is not a number. Write digits only, such as 1203 or 96.5; choose 余, 近 or 约 beside it.`,
    });
  if (/[\d{}|]/.test(fact.unit) || [...fact.unit].length > 10)
    throw new Refused('invalid', {
      zh: `计量单位“${fact.unit}”应为不含数字的短词，如“家”“场次”。`,
      en: `The unit "${fact.unit}" must be a short word without digits, such as 家 or 场次.`,
    });
  return {
    ...fact,
    name: requireText(fact.name, mostOfName),
    evidence: requireText(fact.evidence, mostOfEvidence),
    unit: fact.unit.trim(),
  };
}
