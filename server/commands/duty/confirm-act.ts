import {
  endLinks,
  endSessionsOf,
  findPerson,
  insertPost,
  listPosts,
  type PendingAct,
  postsOf,
  settleAct,
  endPost as storeEndPost,
  writeSetting,
} from '@/db/store';
import { isOnlyOfThree } from '@/server/domain/duties';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { requireRoot } from '@/server/views/three-duties';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { dropWhatIsBound } from '../office/drop-identities';
import { forgetHoldOff } from '../office/forget-hold-off';
import { writeHeldPassword } from '../office/new-password';
import { lapseActs, objectOf, saidOf } from './asked-act';
import { lapseActsAskedBy, requireAskerStanding } from './asker-stands';
import { requireDecidableAct } from './decidable-act';
import { requireEverydayPost, requireNotTheLast, requireOwnPassword, requireTogether } from './three-guards';

/**
 * Confirms what another person has asked for; it takes effect with this. Everything that stood in its way when it was asked is looked at again.
 *
 * @throws Refused not_found, forbidden, own_work, wrong_status (settled, over, or who asked may not any more), invalid (what would come about may not be)
 */
export async function confirmAct(context: CommandContext, input: { id: string }): Promise<void> {
  await runCommand(context, 'duty.decide', async (tx) => {
    const act = await requireDecidableAct(tx, context, input.id, false);
    await requireAskerStanding(tx, act);
    const decided = { decidedBy: context.actor.userId, decidedAt: context.now() };
    const settled = await settleAct(tx, act.id, { status: 'confirmed', ...decided });
    if (!settled) throw new Refused('conflict', { zh: '刚刚已有人办理。', en: 'Somebody has just decided.' });
    tx.record('duty.confirmed', saidOf(act), { object: objectOf(act) });
    await takeEffect(tx, context, act, settled.heldPasswordHash);
  });
}

async function takeEffect(tx: CommandTx, context: CommandContext, act: PendingAct, heldPasswordHash: string | null): Promise<void> {
  switch (act.kind) {
    case 'own_post':
      await requireEverydayPost(tx, postOf(act));
      return givePost(tx, context, act);
    case 'three_give':
      await requireTogether(tx, postOf(act).userId, postOf(act).role);
      await requireOwnPassword(tx, await findPerson(tx, postOf(act).userId));
      await givePost(tx, context, act);
      // Whoever got in before does not come in with the duty unseen: they sign in anew, by password; links that lie about and what is bound are void.
      await dropWhatIsBound(tx, postOf(act).userId);
      await endSessionsOf(tx, postOf(act).userId, context.now());
      return endLinks(tx, 'set_password', act.userId, context.now());
    case 'three_end':
      return endPost(tx, context, act);
    case 'own_link':
    case 'three_link':
      return setHeldPassword(tx, context, act, heldPasswordHash);
    case 'three_off':
      return reunite(tx, context);
    default:
      return act.kind satisfies never;
  }
}

function postOf({ userId, role, unitId }: PendingAct) {
  if (!userId || !role || !unitId) throw new Error('an act about a post names person, role and unit');
  return { userId, role, unitId };
}

async function givePost(tx: CommandTx, context: CommandContext, act: PendingAct): Promise<void> {
  const post = postOf(act);
  if (!(await findPerson(tx, post.userId))?.isActive)
    throw new Refused('invalid', { zh: '此人的账号已停用，不能确认。', en: 'This person is disabled; it cannot be confirmed.' });
  if ((await postsOf(tx, post.userId)).some((held) => held.unitId === post.unitId && held.role === post.role))
    throw new Refused('invalid', { zh: '此人在该单位已有这个岗位。', en: 'This person holds that post already.' });
  await insertPost(tx, { id: context.newId(), ...post, startedAt: context.now() });
  tx.record('post.given', post, { object: objectOf(act) });
}

async function endPost(tx: CommandTx, context: CommandContext, act: PendingAct): Promise<void> {
  const { userId, role, unitId } = postOf(act);
  const post = (await postsOf(tx, userId)).find((held) => held.role === role && held.unitId === unitId);
  if (!post) throw new Refused('invalid', { zh: '这个岗位已经结束。', en: 'This post has ended already.' });
  await requireNotTheLast(tx, post);
  await storeEndPost(tx, post.id, context.now());
  tx.record('post.ended', { postId: post.id, userId, role, unitId }, { object: objectOf(act) });
  await lapseActsAskedBy(tx, context, userId);
}

async function setHeldPassword(tx: CommandTx, context: CommandContext, act: PendingAct, passwordHash: string | null): Promise<void> {
  const person = act.userId === null ? null : await findPerson(tx, act.userId);
  if (!person || passwordHash === null) throw notFound();
  await writeHeldPassword(tx, context, person.id, passwordHash);
  await dropWhatIsBound(tx, person.id);
  await endSessionsOf(tx, person.id, context.now());
  await forgetHoldOff(tx, context, person);
  tx.record('person.password_set', { userId: person.id }, { object: objectOf(act) });
}

/** One person may hold all of it again. The administrators do, so there has to be one. */
async function reunite(tx: CommandTx, context: CommandContext): Promise<void> {
  const root = await requireRoot(tx);
  const posts = await listPosts(tx);
  const admins = posts.filter((post) => post.role === 'admin' && post.unitId === root.id);
  const active = await Promise.all(admins.map((post) => findPerson(tx, post.userId)));
  if (!active.some((person) => person?.isActive))
    throw new Refused('invalid', {
      zh: '关闭三员分立后由管理员办理全部管理事项，现在没有可以登录的管理员。请先由安全管理员给一人管理员岗位。',
      en: 'Afterwards the administrators run everything, and there is none who can sign in. Have the security administrator give somebody that post first.',
    });
  for (const post of posts.filter((one) => isOnlyOfThree(one.role))) {
    await storeEndPost(tx, post.id, context.now());
    const { userId, role, unitId } = post;
    tx.record('post.ended', { postId: post.id, userId, role, unitId }, { object: { type: 'person', id: userId, unitId, period: null } });
  }
  await lapseActs(tx, context, () => true);
  await writeSetting(tx, 'threeRoles', false);
  tx.record('three_roles.reunited', {}, { object: { type: 'unit', id: root.id, unitId: root.id, period: null } });
}
