import { findSlip, insertSlip, lastSlipNumber, updateSlip } from '@/db/store';
import { changeProblem, formatOf, quarterOfChange, type SlipChange, type StandingQuarter } from '@/server/domain/corrections';
import { cellName } from '@/server/domain/formats';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { loadUnitBooks } from '@/server/views/unit-books';
import { type CommandContext, runCommand } from '../command';
import { requireInQuarters, requireSeenSlip, requireSlip, requireSlipYear } from './slip-access';

export interface SlipDraft {
  unitId: string;
  year: number;
  /** Null begins a new slip. */
  slip: { id: string; version: number } | null;
  /** The id a new slip is to have. Sent again after a lost answer, it goes on with the draft that was begun under it. */
  newId?: string | undefined;
  changes: readonly SlipChange[];
  reason: string;
}

/**
 * Begins a correction slip of a unit's year, or writes a draft anew. A draft may hold what cannot be signed yet; only cells
 * that nobody types and quarters that are not locked are refused at once.
 *
 * @returns the slip with its number and new version
 * @throws Refused not_found, forbidden, wrong_status (a quarter is not locked), conflict (a colleague wrote it since), invalid
 */
export async function writeSlip(context: CommandContext, input: SlipDraft): Promise<{ slipId: string; number: number; version: number }> {
  return runCommand(context, 'slip.write', async (tx) => {
    const begun = input.slip === null && input.newId ? await findSlip(tx, input.newId) : null;
    if (begun && begun.writtenBy !== context.actor.userId) throw notFound();
    const seen = input.slip ?? (begun && { id: begun.id, version: begun.version });
    const known = seen && (await requireSlip(tx, seen.id));
    const unit = known ? known.unit : await requireSlipYear(tx, input);
    if (known && (known.slip.unitId !== input.unitId || known.slip.year !== input.year)) throw notFound();
    const books = await loadUnitBooks(tx, unit, input.year, context.overlay);
    await requireInQuarters({ tx, actor: context.actor }, { action: 'slip.write', unit, books, of: input });
    if (known && seen) requireSeenSlip(known.slip, { status: ['draft'], version: seen.version });
    for (const change of input.changes) {
      const problem = changeProblem(books, input, change);
      if (problem === 'no_quarter' || problem === 'no_cell' || problem === 'not_typed' || problem === 'twice')
        throw impossibleChange(quarterOfChange(books, input.year, change), change, problem);
    }
    const at = context.now();
    const written = { reason: input.reason, changes: input.changes, writtenBy: context.actor.userId, writtenAt: at };
    const number = known?.slip.number ?? (await lastSlipNumber(tx, unit.id, input.year)) + 1;
    const version = (known?.slip.version ?? 0) + 1;
    const slipId = known?.slip.id ?? input.newId ?? context.newId();
    if (known) await updateSlip(tx, slipId, { ...written, version });
    else await insertSlip(tx, { id: slipId, unitId: unit.id, year: input.year, number, ...written });
    tx.record('slip.written', { number, reason: input.reason, changes: input.changes.map((change) => ({ ...change })) });
    return { slipId, number, version };
  });
}

function impossibleChange(
  like: StandingQuarter | undefined,
  { quarter, cell: id }: SlipChange,
  problem: 'no_quarter' | 'no_cell' | 'not_typed' | 'twice',
): Refused {
  const cell = like && formatOf(like).cells.get(id);
  const name = cell ? cellName(cell) : id;
  const sentence = {
    no_quarter: {
      zh: `更正单中的第 ${quarter} 个季度没有报送，未保存。`,
      en: `Quarter ${quarter} of the slip has no filing. Nothing was saved.`,
    },
    no_cell: { zh: `没有单元格“${id}”，未保存。请刷新页面后重试。`, en: `There is no cell "${id}". Nothing was saved; reload the page.` },
    not_typed: {
      zh: `“${name}”由系统计算或带入，会自动跟着变，不能写进更正单。请更正它所依据的格。`,
      en: `"${name}" is computed or carried and follows by itself. Correct the cells it comes from.`,
    },
    twice: { zh: `“${name}”在同一季度写了两次，未保存。请只留一行。`, en: `"${name}" stands twice for one quarter. Keep one line.` },
  }[problem];
  return new Refused('invalid', sentence, { quarter, cell: id });
}
