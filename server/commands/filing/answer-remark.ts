import { type Filing, findRemark, findSubmission, type Remark, answerRemark as storeAnswer } from '@/db/store';
import { cellName, getCell } from '@/server/domain/formats';
import { changedSinceRemark, paragraphNumber, textAnchor } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { loadFilingView } from '@/server/views/filing-view';
import { readSubmission } from '@/server/views/submission-content';
import { type CommandContext, type CommandTx, runCommand } from '../command';
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
    const filing = await requireFiling(tx, context.actor, input.filingId, 'filing.answer_remark');
    const remark = await findRemark(tx, input.remarkId);
    if (!remark || remark.filingId !== filing.id) throw notFound();
    if (input.answer === 'not_changed' && input.text.trim() === '')
      throw new Refused('invalid', { zh: '选择“不改”时请写明理由。', en: 'Please give the reason when you do not change it.' });
    if (input.answer === 'changed') await requireChanged(tx, context, filing, remark);
    await storeAnswer(tx, remark.id, {
      answer: input.answer,
      answerText: input.text,
      answeredBy: context.actor.userId,
      answeredAt: context.now(),
    });
    tx.record('remark.answered', { id: remark.id, answer: input.answer, text: input.text });
  });
}

/** 已改 is believed when the place says something else than in the submission the remark was written on. */
async function requireChanged(tx: CommandTx, context: CommandContext, filing: Filing, remark: Remark): Promise<void> {
  const submission = await findSubmission(tx, filing.id, remark.submissionNumber);
  if (!submission) throw new Error(`remark ${remark.id} is on submission ${remark.submissionNumber}, which is not there`);
  const before = readSubmission(submission.content);
  const { format, content } = await loadFilingView(tx, filing, context.overlay, before.indicators ?? []);
  const place = changedSinceRemark(format, remark.anchor, { before, after: content });
  if (place.isChanged) return;
  const details = { anchor: remark.anchor, before: place.before, after: place.after };
  if (remark.anchor === textAnchor || paragraphNumber(remark.anchor) !== null)
    throw new Refused(
      'invalid',
      {
        zh: `批注所指的文字与第 ${remark.submissionNumber} 次报送时相同，没有改动：报送时“${inShort(place.before)}”，现在仍然如此。请先修改，或选择“不改”并写明理由。`,
        en: `The words this remark is about are those of submission ${remark.submissionNumber}: "${inShort(place.before)}" then and now. Change them first, or choose "not changed" and say why.`,
      },
      details,
    );
  const name = cellName(getCell(format, remark.anchor));
  throw new Refused(
    'invalid',
    {
      zh: `“${name}”没有改动：第 ${remark.submissionNumber} 次报送时是 ${place.before || '未填'}，现在仍是 ${place.after || '未填'}。请先修改，或选择“不改”并写明理由。`,
      en: `"${name}" has not changed: it was ${place.before || 'blank'} in submission ${remark.submissionNumber} and is ${place.after || 'blank'} now. Change it first, or choose "not changed" and say why.`,
    },
    details,
  );
}

const maxQuoted = 30;

function inShort(words: string): string {
  const characters = [...words.replace(/\s+/gu, ' ').trim()];
  return characters.length > maxQuoted ? `${characters.slice(0, maxQuoted).join('')}…` : characters.join('');
}
