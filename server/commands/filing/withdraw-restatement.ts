import { deleteRestatement } from '@/db/store';
import { figureAt, notFilled, printFigure } from '@/server/domain/figures';
import { type CellId, cellName } from '@/server/domain/formats';
import { Refused } from '@/server/errors';
import { loadFilingView } from '@/server/views/filing-view';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';
import { endDeclaration, requireOpeningCell } from './restated-opening';

/**
 * Takes a restatement back: the opening follows the closing before it again.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (it is not restated any more)
 */
export async function withdrawRestatement(context: CommandContext, input: { filingId: string; cell: CellId }): Promise<void> {
  await runCommand(context, 'opening.restate', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.edit');
    const cell = requireOpeningCell(filing, input.cell);
    const view = await loadFilingView(tx, filing, context.overlay);
    if (!view.restatements.some((one) => one.cell === cell.id))
      throw new Refused('conflict', {
        zh: `“${cellName(cell)}”现在没有重述，可能已被同事撤销。请刷新页面查看。`,
        en: `"${cellName(cell)}" is not restated now; a colleague may have withdrawn it. Reload the page.`,
      });
    await deleteRestatement(tx, filing.id, cell.id);
    tx.record('opening.restatement_withdrawn', { cell: cell.id, before: printFigure(figureAt(view.facts.openings, cell.id), cell) });
    const follows = view.carried.get(cell.id) ?? notFilled;
    if (!(follows.state === 'number' && follows.value === 0)) await endDeclaration(tx, filing, cell);
  });
}
