import {
  type Filing,
  insertSubmission,
  keepFindings,
  keepSubmissionStanding,
  listRemarks,
  listSubmissions,
  setFilingStatus,
  updateExtension,
} from '@/db/store';
import { canonicalJson } from '@/server/domain/audit';
import { describeInvisible, invisiblesIn } from '@/server/domain/narrative/rules/s-invisible';
import { dayAt, hasEnded, isQuarter, lastDay } from '@/server/domain/periods';
import { counted } from '@/server/domain/plural';
import { isRealReason, nextStatus, type Seen } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { loadFilingView } from '@/server/views/filing-view';
import { rulesOf } from '@/server/views/going-round';
import { obstaclesOf } from '@/server/views/load-obstacles';
import { findingsToKeep } from '@/server/views/submission-findings';
import { standingOf } from '@/server/views/submission-standing';
import { type CommandContext, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';
import { requireAnswersHold } from './changed-place';
import { filingLock, requireFiling } from './filing-access';
import { requireSeenContent } from './seen-content';

/**
 * Submits a filing: freezes what is stored as a numbered snapshot and hands it to the office.
 *
 * Bound to what was on the screen: `seenHash` is the content hash the page showed, `seen` what that was, and a change since
 * refuses with what changed. A repeated request with the same `changeId` is answered with the first result.
 *
 * A quarter that has not ended is submitted only with a reason, which stays with the submission.
 *
 * @param input.earlyReason why it comes before its quarter has ended; kept only where that is so
 * @throws Refused not_found, forbidden, wrong_status, conflict (changed since it was shown, or identical to the returned
 *   submission), obstacles with the list that leads to each place,
 *   invalid (the text holds characters that nobody sees), with `{ endsOn }` (the quarter has not ended and there is no reason), or with
 *   both values (answered 已改 and set back since)
 */
export async function submitFiling(
  context: CommandContext,
  input: { filingId: string; changeId: string; seenHash: string; seen?: Seen | undefined; earlyReason?: string | undefined },
): Promise<{ number: number; hash: string }> {
  return runCommand(context, 'filing.submit', async (tx) => {
    await tx.lock(filingLock(input.filingId));
    const asked = { changeId: input.changeId, about: `submit ${input.filingId}` };
    const done = await findAnswer<{ number: number; hash: string }>(tx, context, asked);
    if (done) return done;
    const filing = await requireFiling(tx, context, input.filingId, 'filing.submit');
    const view = await loadFilingView(tx, filing, context.overlay);
    await requireSeenContent(tx, view, { act: 'submit', hash: input.seenHash, seen: input.seen });
    requireVisibleContribution(view.contribution.text);
    const obstacles = await obstaclesOf(tx, view);
    if (obstacles.length > 0)
      throw new Refused(
        'obstacles',
        {
          zh: `还有 ${obstacles.length} 处需要处理，暂不能报送。`,
          en: `${counted(obstacles.length, 'thing')} must be settled before this can be submitted.`,
        },
        { obstacles },
      );
    const earlier = await listSubmissions(tx, filing.id);
    const returned = earlier.findLast((submission) => submission.outcome === 'returned');
    if (returned?.hash === view.hash && !(await hasExplainedAnswer(tx, filing.id, returned.number)))
      throw new Refused('conflict', {
        zh: '与被退回的报送件完全相同。请修改后再报送，或对批注逐条说明不改的理由；若是误解锁，请管理员撤销解锁。',
        en: 'This is identical to the submission that was returned. Change it, or explain each remark; if it was unlocked by mistake, an administrator can undo that.',
      });
    await requireAnswersHold(tx, context, filing);
    const earlyReason = requireEndedOrReason(context, filing, input.earlyReason);
    const number = filing.submissionNumber + 1;
    const status = nextStatus(filing.status, 'submit') ?? filing.status;
    const at = context.now();
    await insertSubmission(tx, {
      id: context.newId(),
      filingId: filing.id,
      number,
      content: canonicalJson(view.content),
      hash: view.hash,
      submittedBy: context.actor.userId,
      submittedAt: at,
      earlyReason,
    });
    await setFilingStatus(tx, filing.id, { status, submissionNumber: number, at });
    // Whoever has submitted needs no more time.
    if (filing.extensionAsk !== null) await updateExtension(tx, filing.id, { extensionAsk: null });
    const standing = standingOf(view, earlier.at(-1) ?? null);
    const rules = rulesOf(context.overlay);
    await keepSubmissionStanding(tx, { filingId: filing.id, number, rules }, standing);
    if (!filing.isPractice) await keepFindings(tx, [await findingsToKeep(tx, view, { number, rules })]);
    const result = { number, hash: view.hash };
    await keepAnswer(tx, context, asked, result);
    tx.record('filing.submitted', result, earlyReason === null ? {} : { reason: earlyReason });
    return result;
  });
}

/** It saves itself while it is written, whatever is in it; what leaves the unit holds nothing that nobody sees. */
function requireVisibleContribution(text: string): void {
  const [first, ...more] = invisiblesIn(text);
  if (!first) return;
  const { shown, names } = describeInvisible(first.snippet);
  throw new Refused('invalid', {
    zh: `年报素材中“${shown}”处有看不见的字符：${names.zh}${more.length > 0 ? `，这样的地方共 ${more.length + 1} 处` : ''}。请删去后再报送。`,
    en: `The text at "${shown}" holds something invisible: ${names.en}${more.length > 0 ? `; ${more.length + 1} such places in all` : ''}. Take it out, then submit.`,
  });
}

/** @returns the reason that is kept: null where the quarter has ended, and of practice, which never counts */
function requireEndedOrReason(context: CommandContext, { year, quarter, isPractice }: Filing, given: string | undefined): string | null {
  const today = dayAt(context.now());
  if (isPractice || !isQuarter(quarter) || hasEnded({ year, quarter }, today)) return null;
  const reason = given?.trim() ?? '';
  if (isRealReason(reason)) return reason;
  const endsOn = lastDay(year, quarter);
  throw new Refused(
    'invalid',
    {
      zh: `今天是 ${today}，本季度到 ${endsOn} 才结束，数字还可能变。请写明提前报送的理由（至少 6 个字，“已核实”之类不算），再报送。`,
      en: `Today is ${today} and the quarter ends on ${endsOn}; its figures may still change. Say why it is submitted early (at least 6 characters that say something), then submit.`,
    },
    { endsOn },
  );
}

/** Every remark on the returned submission was answered 不改 with a reason: then the same figures may come again. */
async function hasExplainedAnswer(tx: Parameters<typeof listRemarks>[0], filingId: string, number: number): Promise<boolean> {
  const remarks = (await listRemarks(tx, filingId)).filter((remark) => remark.submissionNumber === number);
  return remarks.length > 0 && remarks.every((remark) => remark.answer === 'not_changed');
}
