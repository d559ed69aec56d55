import { answerRuleNote, findRuleNote, findUnit } from '@/db/store';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireWords } from '../require-words';

/**
 * Answers somebody's word that a rule is wrong. A later answer stands in the place of an earlier one; the log keeps both.
 *
 * @throws Refused not_found, forbidden, invalid (nothing said)
 */
export async function answerRule(context: CommandContext, input: { noteId: string; text: string }): Promise<void> {
  await runCommand(context, 'rule.answer', async (tx) => {
    const note = await findRuleNote(tx, input.noteId);
    const unit = note && (await findUnit(tx, note.unitId));
    if (!note || !unit) throw notFound();
    tx.about({ type: note.ownerType, id: note.ownerId, unitId: unit.id, period: null });
    requirePermission(context.actor, 'rule.answer', { unitPath: unit.path, status: null });
    requireWords(input.text);
    await answerRuleNote(tx, note.id, { answerText: input.text, answeredBy: context.actor.userId, answeredAt: context.now() });
    tx.record('rule.note_answered', { id: note.id, rule: note.rule, text: input.text });
  });
}
