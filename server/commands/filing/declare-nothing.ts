import { deleteDeclaration, insertDeclaration } from '@/db/store';
import { cellName, getCell } from '@/server/domain/formats';
import { counted, plural } from '@/server/domain/plural';
import { type DeclarableSection, declarationObstacles } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { loadFilingView } from '@/server/views/filing-view';
import { type CommandContext, runCommand } from '../command';
import { requireFiling } from './filing-access';

/**
 * Declares 本期无 for a whole section, in the actor's name, or takes it back. It needs openings of 0: what was carried in
 * has to be dealt with.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid with the cells that stand against it
 */
export async function declareNothing(
  context: CommandContext,
  input: { filingId: string; section: DeclarableSection; declare: boolean },
): Promise<void> {
  await runCommand(context, 'filing.declare', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.declare');
    const { facts } = await loadFilingView(tx, filing, context.overlay);
    if (facts.declared.has(input.section) === input.declare) return;
    if (!input.declare) {
      await deleteDeclaration(tx, filing.id, input.section);
      tx.record('declaration.withdrawn', { section: input.section });
      return;
    }
    const cells = declarationObstacles(facts, input.section);
    if (cells.length > 0) {
      const names = cells
        .slice(0, 3)
        .map((cell) => `“${cellName(getCell(facts.format, cell))}”`)
        .join('、');
      throw new Refused(
        'invalid',
        {
          zh: `不能申报本期无：${names}等 ${cells.length} 格不为 0 或期初未知。`,
          en: `"Nothing this period" cannot be declared: ${counted(cells.length, 'cell is', 'cells are')} above 0 or ${plural(cells.length, 'its', 'their')} opening is not known.`,
        },
        { cells },
      );
    }
    await insertDeclaration(tx, filing.id, { section: input.section, declaredBy: context.actor.userId, declaredAt: context.now() });
    tx.record('declaration.made', { section: input.section });
  });
}
