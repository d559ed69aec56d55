import { maySignStep, nextStep, type SigningStep } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { loadSigning, type SigningView } from '@/server/views/signing-view';
import { type CommandContext, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { requireText } from '../require-words';
import { requireReport } from './report-access';
import { keepReportSignature, requireFinishedReport, requireReportView, requireSeenReport } from './report-signatures';

const maxNoteCharacters = 500;

/**
 * Signs a step of a report, bound to the content that was on the screen. Only the next step is signed, by one who holds its post
 * and has signed no other. Signing again what one has signed is answered and adds nothing.
 *
 * @throws Refused not_found, forbidden (another post signs this step), own_work (signed another step), invalid (no such step, not
 *   sent round yet, not its turn), conflict (changed since it was shown), obstacles (nobody signs an unfinished report)
 */
export async function signReport(
  context: CommandContext,
  input: ReportKey & { step: string; changeId: string; seenHash: string; note: string },
): Promise<{ id: string }> {
  return runCommand(context, 'report.sign', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'report.sign');
    const asked = { changeId: input.changeId, about: `sign ${report.id} ${input.step}` };
    const done = await findAnswer<{ id: string }>(tx, context, asked);
    if (done) return done;
    const view = await requireReportView(tx, context, key);
    const signing = await loadSigning(tx, view);
    const { standings } = signing;
    const standing = standings.find((one) => one.step.key === input.step);
    if (!standing)
      throw new Refused('invalid', {
        zh: '没有这个签发步骤。管理员可能刚调整过步骤，请刷新页面。',
        en: 'There is no such step. An administrator may have changed the steps; reload the page.',
      });
    const { step, state, signature } = standing;
    if (state === 'signed' && signature?.signedBy === context.actor.userId) return { id: signature.id };
    requireSent(signing);
    requireTurn(signing, step);
    const verdict = maySignStep(context.actor, step, { unitPath: view.unit.path, standings });
    if (verdict === 'other_role')
      throw new Refused('forbidden', {
        zh: `“${step.name}”不由您的岗位签字。`,
        en: `Another post signs the step "${step.name}".`,
      });
    if (verdict === 'signed_another')
      throw new Refused('own_work', {
        zh: '您已签过另一个步骤。同一份年报，一人只签一步，请由他人签这一步。',
        en: 'You have signed another step. One person signs one step of a report; somebody else has to sign this one.',
      });
    requireSeenReport(signing, input.seenHash);
    requireFinishedReport(view);
    const note = input.note.trim() === '' ? '' : requireText(input.note, maxNoteCharacters);
    const id = await keepReportSignature(tx, context, { report, view, signing, step, note });
    await keepAnswer(tx, context, asked, { id });
    tx.record('report.signed', { id, step: step.key, name: step.name, hash: signing.hash, note });
    return { id };
  });
}

function requireSent({ sent }: SigningView): void {
  if (sent) return;
  throw new Refused('invalid', {
    zh: '这份年报还没有送签，或已被收回，请等办公室送签后再签。',
    en: 'This report has not been sent round for signature, or was taken back. Wait until the office sends it.',
  });
}

function requireTurn({ standings }: SigningView, step: SigningStep): void {
  const next = nextStep(standings);
  if (next?.step.key === step.key) return;
  throw new Refused('invalid', {
    zh: next ? `请先完成“${next.step.name}”，再签“${step.name}”。` : `“${step.name}”已由他人签字。`,
    en: next ? `"${next.step.name}" comes before "${step.name}".` : `Somebody else has signed "${step.name}".`,
  });
}
