import { findUnit, insertReportFact, listReportFacts, listUnits, type ReportFact, updateReportFact } from '@/db/store';
import { type Exactness, printFact } from '@/server/domain/prose';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { personNames } from '@/server/views/person-names';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireMergedChange } from '../office/merged-change';
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
 * Registers a local fact of a report, or changes what differs from what was seen of one. A number and its evidence are one fact: evidence
 * that was given for another number proves nothing.
 *
 * @param input.id null for a new one
 * @param input.seen the fact as the form showed it; null for a new one
 * @throws Refused not_found, forbidden, invalid (no name, value or evidence), conflict (retired, or somebody else changed the same meanwhile)
 */
export async function saveReportFact(
  context: CommandContext,
  input: ReportKey & { id: string | null; seen: FactInput | null; fact: FactInput },
): Promise<{ id: string; version: number; fact: FactInput }> {
  return runCommand(context, 'report.edit', async (tx) => {
    const report = await requireReport(tx, context, { unitId: input.unitId, year: input.year, scope: input.scope }, 'report.edit');
    const wanted = requireFact(input.fact);
    if (wanted.ownerUnitId !== null && !(await findUnit(tx, wanted.ownerUnitId))) throw notFound();
    const stored = input.id === null ? null : (await listReportFacts(tx, report.id)).find((one) => one.id === input.id);
    if (stored === undefined) throw notFound();
    if (stored?.retiredAt)
      throw new Refused('conflict', {
        zh: `本地事实“${stored.name}”已被停用，没有保存。请刷新后再改。`,
        en: `The local fact "${stored.name}" was retired meanwhile; nothing was saved. Reload and look again.`,
      });
    const fact = stored ? await mergedFact(tx, { stored, wanted, seen: input.seen }) : wanted;
    if (stored && sameFact(factOf(stored), fact)) return { id: stored.id, version: stored.version, fact };
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
    return { id, version: said.version, fact };
  });
}

type Said = Pick<FactInput, 'value' | 'unit' | 'exactness' | 'evidence'>;

/** What may be changed by itself. */
interface FactParts {
  name: string;
  ownerUnitId: string | null;
  said: Said;
}

async function mergedFact(
  tx: CommandTx,
  { stored, seen, wanted }: { stored: ReportFact; seen: FactInput | null; wanted: FactInput },
): Promise<FactInput> {
  const units = new Map((await listUnits(tx)).map((unit) => [unit.id, unit.name]));
  const people = await personNames(tx);
  const change = await requireMergedChange<FactParts>(tx, {
    stored: partsOf(stored),
    seen: seen ? partsOf(seen) : undefined,
    wanted: partsOf(wanted),
    by: { name: people(stored.savedBy), at: stored.savedAt },
    names: {
      name: { zh: '名称', en: 'name' },
      ownerUnitId: { zh: '负责单位', en: 'who answers for it' },
      said: { zh: '数字和依据', en: 'number and evidence' },
    },
    print: (part, value) => {
      if (part === 'ownerUnitId') {
        const name = value === null ? null : (units.get(String(value)) ?? String(value));
        return { zh: name ?? '本级办公室', en: name ?? 'the office' };
      }
      if (part === 'name') return { zh: String(value), en: String(value) };
      const said = value as Said;
      return { zh: `${printFact(said)}（依据：${said.evidence}）`, en: `${printFact(said)} (evidence: ${said.evidence})` };
    },
  });
  const { said, ...parts } = { ...partsOf(stored), ...change };
  return { ...parts, ...said };
}

function partsOf({ name, ownerUnitId, value, unit, exactness, evidence }: FactInput): FactParts {
  return { name: name.trim(), ownerUnitId, said: { value, unit: unit.trim(), exactness, evidence: evidence.trim() } };
}

function factOf({ name, value, unit, exactness, ownerUnitId, evidence }: FactInput): FactInput {
  return { name, value, unit, exactness, ownerUnitId, evidence };
}

function sameFact(one: FactInput, other: FactInput): boolean {
  return JSON.stringify(factOf(one)) === JSON.stringify(factOf(other));
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
