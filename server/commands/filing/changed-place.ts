import { type Filing, findSubmission, listRemarks, listSubmissions, type Remark } from '@/db/store';
import { cellName, getCell } from '@/server/domain/formats';
import { changedSinceRemark, paragraphNumber, textAnchor } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { loadFilingView } from '@/server/views/filing-view';
import { readSubmission } from '@/server/views/submission-content';
import type { CommandContext, CommandTx } from '../command';

/**
 * What was answered 已改 is looked at again before the quarter is signed or submitted: between the answer and the act the place may have been
 * set back. Only of the return that this submission answers; a later return may ask for the very value the first one doubted.
 *
 * @throws Refused invalid with both values
 */
export async function requireAnswersHold(tx: CommandTx, context: CommandContext, filing: Filing): Promise<void> {
  const decided = (await listSubmissions(tx, filing.id)).findLast((submission) => submission.outcome !== 'recalled');
  if (decided?.outcome !== 'returned') return;
  for (const remark of await listRemarks(tx, filing.id))
    if (remark.submissionNumber === decided.number && remark.answer === 'changed') await requireChangedPlace(tx, context, filing, remark);
}

/**
 * 已改 is believed when the place says something else than in the submission the remark was written on.
 *
 * @throws Refused invalid with both values
 */
export async function requireChangedPlace(tx: CommandTx, context: CommandContext, filing: Filing, remark: Remark): Promise<void> {
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
