import { findUnit, insertReportFact, listReportFacts, updateReportFact } from '@/db/store';
import { type Exactness, printFact } from '@/server/domain/prose';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireText } from '../require-words';
import { requireReport } from './report-access';

const maxOfName = 60;
const maxOfEvidence = 500;

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
    name: requireText(fact.name, maxOfName),
    evidence: requireText(fact.evidence, maxOfEvidence),
    unit: fact.unit.trim(),
  };
}
