import { createHash } from 'node:crypto';
import { workbookMarkLength } from '@/server/domain/audit';
import { asPasted } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import { type WorkbookPlan, writesOf } from '@/server/domain/workbook';
import { Refused } from '@/server/errors';
import { loadFilingView } from '@/server/views/filing-view';
import { requirePlan, type WorkbookFile } from '@/server/views/workbook-plan';
import { workOf } from '@/server/work';
import { type CommandContext, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { filingLock, mayActOnFiling, requireFiling } from './filing-access';
import { writeFigure } from './written-figure';

export interface TakenIn {
  written: number;
  /** Conflicts in which what stood there stayed. */
  kept: number;
  /** Blanks of the workbook that cleared nothing. */
  blanks: number;
}

/**
 * Brings a workbook into a quarter: all of it or nothing. The file is read again here, and its plan has to be the one its person was shown; each
 * figure is then written as if it had been typed, in one transaction with the event that names the file.
 *
 * @param input.seen the hash of the plan that was shown
 * @param input.takes conflicts in which the workbook's text counts
 * @throws Refused not_found, forbidden, wrong_status, invalid (not a workbook of this quarter, something in it cannot be brought in, nothing to
 *   do), conflict (the quarter has changed since the plan was shown)
 */
export async function takeInWorkbook(
  context: CommandContext,
  input: { filingId: string; changeId: string; file: WorkbookFile; seen: string; clears: boolean; takes: readonly CellId[] },
): Promise<TakenIn> {
  const { filingId, file } = input;
  // Who may not do it is refused below, and nothing is read for them.
  const isAllowed = await mayActOnFiling(context.store.read, context.actor, filingId, 'filing.take_in');
  const reading = isAllowed ? await workOf(context).do('read-workbook', { bytes: file.bytes }) : null;
  return runCommand(context, { act: 'filing.take_in', only: filingLock(filingId) }, async (tx) => {
    await tx.lock(filingLock(filingId));
    const asked = { changeId: input.changeId, about: `workbook ${filingId}` };
    const done = await findAnswer<TakenIn>(tx, context, asked);
    if (done) return done;
    const filing = await requireFiling(tx, context, filingId, 'filing.take_in');
    if (!reading) throw movedOn();
    const view = await loadFilingView(tx, filing, context.overlay);
    const plan = requirePlan(reading, view);
    if (plan.hash !== input.seen) throw movedOn();
    requireClean(plan);
    const writes = writesOf(plan, input);
    if (writes.length === 0) throw nothingToDo();
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    const versions = new Map(view.stored.map((one) => [one.cell, one.version]));
    for (const { cell, raw } of writes) {
      const change = { changeId: context.newId(), cell, raw: asPasted(raw), baseVersion: versions.get(cell) ?? 0 };
      await writeFigure(tx, context, filing, change, hash.slice(0, workbookMarkLength));
    }
    const taken = { written: writes.length, ...leftOf(plan, input) };
    tx.record('workbook.taken_in', { file: file.name, hash, ...taken });
    await keepAnswer(tx, context, asked, taken);
    return taken;
  });
}

function leftOf({ conflicts, changes }: WorkbookPlan, { takes, clears }: { takes: readonly CellId[]; clears: boolean }) {
  return {
    kept: conflicts.filter(({ cell }) => !takes.includes(cell)).length,
    blanks: clears ? 0 : changes.filter(({ kind }) => kind === 'clear').length,
  };
}

function requireClean({ problems }: WorkbookPlan): void {
  if (problems.length === 0) return;
  throw new Refused('invalid', {
    zh: `工作簿中有 ${problems.length} 处不能导入，没有写入任何数。请按列出的工作表和单元格改好，保存后重新选择文件。`,
    en: `${problems.length} places of the workbook cannot be brought in, and nothing was written. Mend them, save it and choose it again.`,
  });
}

function nothingToDo(): Refused {
  return new Refused('invalid', {
    zh: '工作簿与系统中的数没有差别，没有要导入的内容。',
    en: 'The workbook says what stands here already; there is nothing to bring in.',
  });
}

function movedOn(): Refused {
  return new Refused('conflict', {
    zh: '您看过预览之后，这个季度的数又有变化，没有写入任何数。请重新选择文件，看过新的预览再导入。',
    en: 'The quarter has changed since you looked at the preview, and nothing was written. Choose the file again and look at it anew.',
  });
}
