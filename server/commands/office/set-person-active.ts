import { endSessionsOf, latestEvents, type Person, postsOf, endPost as storeEndPost, updatePerson } from '@/db/store';
import { timeAt } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { isOfficeDivided } from '@/server/views/acting-posts';
import { openWorkLeftBy } from '@/server/views/open-work';
import { holdsOneOfThree } from '@/server/views/three-duties';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { lapseActsAskedBy } from '../duty/asker-stands';
import { byTheThree } from '../duty/three-guards';
import { requireReason } from '../require-words';
import { requirePersonToManage } from './person-access';
import { handOverPost, workLeft } from './posts';

interface HandOver {
  postId: string;
  successorUserId: string;
  /** That the successor becomes administrator of a department. */
  isMeant?: boolean | undefined;
}

/**
 * Disables or enables a person; disabling ends every session at once. Posts whose unfinished quarters nobody else could file are
 * handed over in the same act, or the work is left open for a reason; the other posts wait for the person to come back.
 * What is so already stays so: no event, no session ends a second time.
 *
 * @throws Refused not_found, forbidden, conflict (somebody else disabled the person meanwhile, and a hand-over was chosen), invalid (oneself; work would be left without a clerk; a successor cannot take it over; no reason)
 */
export async function setPersonActive(
  context: CommandContext,
  input: {
    userId: string;
    unitId: string;
    isActive: boolean;
    handOver?: readonly HandOver[];
    leaveOpen?: boolean;
    reason?: string;
  },
): Promise<void> {
  await runCommand(context, 'people.manage', async (tx) => {
    const person = await requirePersonToManage(tx, context, input);
    if (person.id === context.actor.userId)
      throw new Refused('invalid', {
        zh: '不能停用自己的账号，请由另一位管理员办理。',
        en: 'You cannot disable yourself; another administrator has to.',
      });
    if (person.isActive === input.isActive) return requireNothingChosen(tx, person, input);
    await requireNoneOfThree(tx, input);
    const hasReason = !input.isActive && (await settleWork(tx, context, person, input));
    tx.about({ type: 'person', id: person.id, unitId: input.unitId, period: null });
    await updatePerson(tx, person.id, { isActive: input.isActive });
    if (!input.isActive) await endSessionsOf(tx, person.id, context.now());
    const payload = { before: { isActive: person.isActive }, after: { isActive: input.isActive } };
    tx.record('person.changed', payload, hasReason && input.reason ? { reason: input.reason } : {});
    if (!input.isActive) await lapseActsAskedBy(tx, context, person.id);
  });
}

/** Where 三员 are three people, none of them is taken away by another, and who runs the accounts gives no posts. */
async function requireNoneOfThree(
  tx: CommandTx,
  { userId, isActive, handOver = [] }: { userId: string; isActive: boolean; handOver?: readonly HandOver[] },
): Promise<void> {
  if (isActive || !(await isOfficeDivided(tx))) return;
  if (await holdsOneOfThree(tx, userId)) throw byTheThree();
  if (handOver.length > 0)
    throw new Refused('invalid', {
      zh: '三员分立时，岗位由安全管理员移交。请先请安全管理员移交，或写明理由后暂不移交。',
      en: 'Where the three are three people, the security administrator hands posts over. Have it done first, or leave them open with a reason.',
    });
}

/** Somebody else did it meanwhile, or a lost answer is asked for again: then nothing is left to do, unless a hand-over was chosen that was not done. */
async function requireNothingChosen(tx: CommandTx, person: Person, { handOver = [] }: { handOver?: readonly unknown[] }): Promise<void> {
  if (handOver.length === 0) return;
  const [done] = await latestEvents(tx, { objectType: 'person', objectId: person.id, kindPrefix: 'person.changed', limit: 1 });
  const [by, at] = [done?.actorName ?? '', done ? timeAt(new Date(done.at)) : ''];
  throw new Refused('conflict', {
    zh: `您打开之后，${by} 已于 ${at} 停用“${person.name}”，您选的工作交接没有办理。请刷新，在“岗位”中办理交接。`,
    en: `Since you opened it, ${by} disabled ${person.name} at ${at}; the hand-over you chose was not done. Reload and hand the posts over one by one.`,
  });
}

/** Hands posts over, and sees to it that no unfinished quarter is left without a clerk unawares. @returns whether work stays open for a reason */
async function settleWork(
  tx: CommandTx,
  context: CommandContext,
  person: Person,
  input: { handOver?: readonly HandOver[]; leaveOpen?: boolean; reason?: string },
): Promise<boolean> {
  const posts = (await postsOf(tx, person.id)).toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1));
  for (const post of posts) await tx.lock(`posts:${post.unitId}`);
  for (const { postId, successorUserId, isMeant } of input.handOver ?? []) {
    const post = posts.find((one) => one.id === postId);
    if (!post) throw notFound();
    await handOverPost(tx, context, post, { userId: successorUserId, isMeant });
    await storeEndPost(tx, post.id, context.now());
    tx.about({ type: 'person', id: person.id, unitId: post.unitId, period: null });
    tx.record('post.ended', { postId: post.id, userId: post.userId, role: post.role, unitId: post.unitId });
  }
  const left = [...(await openWorkLeftBy(tx, await postsOf(tx, person.id))).values()].flat();
  if (left.length === 0) return false;
  if (!input.leaveOpen) throw workLeft(left);
  requireReason(input.reason ?? '');
  return true;
}
