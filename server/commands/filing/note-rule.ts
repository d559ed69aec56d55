import { type CommandContext, runCommand } from '../command';
import { keepRuleNote } from '../rule-notes';
import { requireFiling } from './filing-access';

/**
 * Says that a rule is wrong, on a finding of a filing. It stops nothing and lets nothing pass: the administrator reads it and answers.
 *
 * @throws Refused not_found, forbidden, invalid (no such rule, nothing said)
 */
export async function noteRule(context: CommandContext, input: { filingId: string; rule: string; text: string }): Promise<{ id: string }> {
  return runCommand(context, 'rule.note', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'rule.note');
    return keepRuleNote(tx, context, { ownerType: 'filing', ownerId: filing.id }, { ...input, unitId: filing.unitId });
  });
}
