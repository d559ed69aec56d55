import { insertReportSignature, type Report, withdrawStoredSignature } from '@/db/store';
import { canonicalJson } from '@/server/domain/audit';
import { counted } from '@/server/domain/plural';
import { answeredFor, maySignStep, nextStep, type SigningStep, sentKey } from '@/server/domain/signing';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { obstaclesOfReport } from '@/server/views/report-obstacles';
import { loadReportView, type ReportView } from '@/server/views/report-view';
import type { SignedContent } from '@/server/views/signed-content';
import { loadSigning, type SigningView } from '@/server/views/signing-view';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { requireReason, requireText } from '../require-words';
import { reportLock, requireReport } from './report-access';

const mostNoteCharacters = 500;

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
    const view = await requireView(tx, context, key);
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
    requireSeen(signing, input.seenHash);
    requireFinished(view);
    const note = input.note.trim() === '' ? '' : requireText(input.note, mostNoteCharacters);
    const id = await keepSignature(tx, context, { report, signing, step, note });
    await keepAnswer(tx, context, asked, { id });
    tx.record('report.signed', { id, step: step.key, name: step.name, hash: signing.hash, note });
    return { id };
  });
}

/**
 * Sends a finished report round for signature: from now on it stands in the lists of those who sign. Sending it again adds nothing.
 *
 * @throws Refused not_found, forbidden, invalid (nobody signs here), conflict, obstacles
 */
export async function sendForSigning(context: CommandContext, input: ReportKey & { changeId: string; seenHash: string }): Promise<void> {
  await runCommand(context, 'report.send_for_signing', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    const report = await requireReport(tx, context, key, 'report.finalise');
    const view = await requireView(tx, context, key);
    const signing = await loadSigning(tx, view);
    if (signing.sent) return;
    if (signing.steps.length === 0)
      throw new Refused('invalid', {
        zh: '还没有设置签发步骤，可直接定稿；需要签字的，请在“签发步骤”中设置。',
        en: 'No steps of signing are set, so the report can be finalised as it is. Set some under "Signing steps" if it is to be signed.',
      });
    requireSeen(signing, input.seenHash);
    requireFinished(view);
    const id = await keepSignature(tx, context, { report, signing, step: sending, note: '' });
    tx.record('report.signed', { id, step: sentKey, name: sending.name, hash: signing.hash, note: '' });
  });
}

/**
 * Takes a signature back, or the sending round; until the edition it was given for is made. The reason stays in the log.
 *
 * @throws Refused not_found, forbidden, own_work (somebody else's), invalid (no such signature, no real reason), conflict (an edition holds it)
 */
export async function withdrawReportSignature(
  context: CommandContext,
  input: ReportKey & { signatureId: string; reason: string },
): Promise<void> {
  await runCommand(context, 'report.withdraw_signature', async (tx) => {
    const key = { unitId: input.unitId, year: input.year, scope: input.scope };
    await requireReport(tx, context, key, 'report.sign');
    const view = await requireView(tx, context, key);
    const { sent, signatures, steps, edition } = await loadSigning(tx, view);
    const signature = [...signatures, ...(sent ? [sent] : [])].find((one) => one.id === input.signatureId);
    if (!signature)
      throw new Refused('invalid', {
        zh: '没有这个签字，或者已经撤回。请刷新页面查看。',
        en: 'There is no such signature, or it was withdrawn. Reload the page.',
      });
    if (signature.signedBy !== context.actor.userId)
      throw new Refused('own_work', { zh: '只能撤回自己的签字。', en: 'You can withdraw your own signature only.' });
    if (signature.edition < edition)
      throw new Refused('conflict', {
        zh: `这个签字已列入第 ${signature.edition} 版，不能撤回。`,
        en: `Edition ${signature.edition} holds this signature; it cannot be withdrawn.`,
      });
    requireReason(input.reason);
    await withdrawStoredSignature(tx, signature.id, context.actor.userId, context.now());
    const name = signature.step === sentKey ? sending.name : (steps.find((step) => step.key === signature.step)?.name ?? signature.step);
    tx.record(
      'report.signature_withdrawn',
      { id: signature.id, step: signature.step, name, reason: input.reason },
      { reason: input.reason },
    );
  });
}

/** Who sends a report round stands for all of it. */
const sending: SigningStep = {
  key: sentKey,
  name: '送签',
  role: 'admin',
  answersFor: ['tables', 'texts', 'reasons'],
  isPerEdition: true,
};

async function keepSignature(
  tx: CommandTx,
  context: CommandContext,
  { report, signing, step, note }: { report: Report; signing: SigningView; step: SigningStep; note: string },
): Promise<string> {
  const id = context.newId();
  const signed: SignedContent = { edition: signing.edition, content: signing.content };
  await insertReportSignature(tx, {
    id,
    reportId: report.id,
    step: step.key,
    hash: signing.hash,
    parts: answeredFor(step, signing.hashes),
    content: canonicalJson(signed),
    note,
    signedBy: context.actor.userId,
    signedAt: context.now(),
  });
  return id;
}

async function requireView(tx: CommandTx, context: CommandContext, key: ReportKey): Promise<ReportView> {
  await tx.lock(reportLock(key));
  const view = await loadReportView(tx, key, context.overlay);
  if (!view) throw notFound();
  return view;
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

function requireSeen({ hash }: SigningView, seenHash: string): void {
  if (hash === seenHash) return;
  throw new Refused(
    'conflict',
    {
      zh: '您看到本页之后，年报内容又有改动，没有签字。请看过改动后再继续。',
      en: 'The report has changed since this page was shown, so nothing was signed. Look at the changes, then go on.',
    },
    { hash },
  );
}

/** Nobody signs what has to change before it can be printed. */
function requireFinished(view: ReportView): void {
  const obstacles = obstaclesOfReport(view);
  if (obstacles.length === 0) return;
  throw new Refused(
    'obstacles',
    {
      zh: `还有 ${obstacles.length} 处需要处理，处理完后才能送签、签字。`,
      en: `${counted(obstacles.length, 'thing')} must be settled before this can be sent round or signed.`,
    },
    { obstacles },
  );
}
