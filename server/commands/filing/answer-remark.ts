import { findRemark, answerRemark as storeAnswer } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';
import { requireChangedPlace } from './changed-place';
import { requireFiling } from './filing-access';

/**
 * The clerk's answer to one point of a return: 已改, which is looked at, or 不改 with a reason.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (不改 without a reason; 已改 where the place still says what was submitted)
 */
export async function answerRemark(
  context: CommandContext,
  input: { filingId: string; remarkId: string; answer: 'changed' | 'not_changed'; text: string },
): Promise<void> {
  await runCommand(context, 'filing.answer_remark', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.answer_remark');
    const remark = await findRemark(tx, input.remarkId);
    if (!remark || remark.filingId !== filing.id) throw notFound();
    if (input.answer === 'not_changed' && input.text.trim() === '')
      throw new Refused('invalid', { zh: '选择“不改”时请写明理由。', en: 'Please give the reason when you do not change it.' });
    if (input.answer === 'changed') await requireChangedPlace(tx, context, filing, remark);
    await storeAnswer(tx, remark.id, {
      answer: input.answer,
      answerText: input.text,
      answeredBy: context.actor.userId,
      answeredAt: context.now(),
    });
    tx.record('remark.answered', { id: remark.id, answer: input.answer, text: input.text });
  });
}
