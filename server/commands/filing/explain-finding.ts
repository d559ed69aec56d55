import { Refused } from '@/server/errors';
import { loadFilingView } from '@/server/views/filing-view';
import { type CommandContext, runCommand } from '../command';
import { writeExplanation } from '../explanations';
import { requireFiling } from './filing-access';

/**
 * Writes the 说明 of a confirm finding, or asks for the 放行 of a must-fix one. Bound to the values it explains; it stands on
 * a re-run and lapses when they change. An exception counts only once another person has countersigned it.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (the finding is no longer there), invalid (an empty phrase)
 */
export async function explainFinding(
  context: CommandContext,
  input: { filingId: string; rule: string; boundTo: string; text: string },
): Promise<{ id: string }> {
  return runCommand(context, 'filing.explain', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.explain');
    const { checkRun } = await loadFilingView(tx, filing, context.overlay);
    const finding = checkRun.findings.find((one) => one.rule === input.rule && one.boundTo === input.boundTo);
    if (!finding)
      throw new Refused('conflict', {
        zh: '这条核对结果涉及的数值已经变化，请查看最新核对结果。',
        en: 'The values of this finding have changed. Look at the latest findings.',
      });
    return writeExplanation(tx, context, { owner: { ownerType: 'filing', ownerId: filing.id }, finding, text: input.text });
  });
}
