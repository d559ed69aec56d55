import {
  endLinks,
  endSessionsOf,
  findPerson,
  findPersonByUsername,
  findPost,
  findUnit,
  insertOneTimeLink,
  insertPerson,
  insertPost,
  type Person,
  type Post,
  postsOf,
  endPost as storeEndPost,
  updatePerson,
} from '@/db/store';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import { can, type Role } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { type OpenWork, openWorkLeftBy } from '@/server/views/open-work';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireReason } from '../require-words';

/**
 * Adds a person, with a first post, and issues the link by which they set their own password. Nobody else ever knows it.
 *
 * @returns the secret of the link, shown once
 * @throws Refused not_found, forbidden, invalid (the user name is taken or malformed)
 */
export async function createPerson(
  context: CommandContext,
  input: { username: string; name: string; unitId: string; role: Role },
): Promise<{ userId: string; secret: string }> {
  return runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    const username = input.username.trim();
    if (!/^[A-Za-z0-9._-]{2,40}$/.test(username))
      throw new Refused('invalid', {
        zh: '用户名为 2 至 40 位字母、数字、点、下划线或短横线。',
        en: 'A user name has 2 to 40 letters, digits, dots, underscores or hyphens.',
      });
    if (input.name.trim() === '') throw new Refused('invalid', { zh: '请填写姓名。', en: 'Please give the person’s name.' });
    if (await findPersonByUsername(tx, username))
      throw new Refused('invalid', { zh: `用户名“${username}”已被使用，请换一个。`, en: `The user name "${username}" is taken.` });
    const userId = context.newId();
    await insertPerson(tx, { id: userId, username, name: input.name.trim(), passwordHash: null, createdAt: context.now() });
    tx.about({ type: 'person', id: userId, unitId: input.unitId, period: null });
    tx.record('person.created', { username, name: input.name.trim() });
    await addPost(tx, context, { userId, unitId: input.unitId, role: input.role });
    return { userId, secret: await issueLink(tx, context, userId) };
  });
}

/** Gives a person a post in a unit. @throws Refused not_found, forbidden, invalid (held already) */
export async function givePost(context: CommandContext, input: { userId: string; unitId: string; role: Role }): Promise<void> {
  await runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    if (!(await findPerson(tx, input.userId))) throw notFound();
    tx.about({ type: 'person', id: input.userId, unitId: input.unitId, period: null });
    await addPost(tx, context, input);
  });
}

/**
 * Ends a post from this moment on; the history keeps the name. A successor is given the post with it, and so the unit's open
 * work. Without one the last clerk of a unit with unfinished quarters does not go, unless they are left open for a reason.
 *
 * @throws Refused not_found, forbidden, invalid (work would be left without a clerk; the successor cannot take it over; no reason)
 */
export async function endPost(
  context: CommandContext,
  input: { postId: string; successorUserId?: string; leaveOpen?: boolean; reason?: string },
): Promise<void> {
  await runCommand(context, 'people.manage', async (tx) => {
    const post = await findPost(tx, input.postId);
    if (!post || post.endedAt) throw notFound();
    await requireUnitToManage(tx, context, post.unitId);
    await tx.lock(`posts:${post.unitId}`);
    if (input.successorUserId !== undefined) await handOver(tx, context, post, input.successorUserId);
    tx.about({ type: 'person', id: post.userId, unitId: post.unitId, period: null });
    const left = input.successorUserId === undefined ? ((await openWorkLeftBy(tx, [post])).get(post.id) ?? []) : [];
    if (left.length > 0 && !input.leaveOpen) throw workLeft(left);
    if (left.length > 0) requireReason(input.reason ?? '');
    await storeEndPost(tx, post.id, context.now());
    const ended = { postId: post.id, userId: post.userId, role: post.role, unitId: post.unitId };
    tx.record('post.ended', ended, input.reason ? { reason: input.reason } : {});
  });
}

/** Gives the successor the post that ends. @throws Refused not_found, invalid (disabled, the same person, or holds it already) */
async function handOver(tx: CommandTx, context: CommandContext, post: Post, userId: string): Promise<void> {
  const successor = await findPerson(tx, userId);
  if (!successor) throw notFound();
  tx.about({ type: 'person', id: userId, unitId: post.unitId, period: null });
  if (userId === post.userId) throw new Refused('invalid', { zh: '接手人不能是本人。', en: 'The successor must be another person.' });
  if (!successor.isActive)
    throw new Refused('invalid', {
      zh: `${successor.name}的账号已停用，请先恢复，或另选接手人。`,
      en: `${successor.name} is disabled. Enable them first, or choose another successor.`,
    });
  await addPost(tx, context, { userId, unitId: post.unitId, role: post.role });
}

function workLeft(left: readonly OpenWork[]): Refused {
  const zh = left.map(({ year, quarter, status }) => `${year} 年第 ${quarter} 季度（${status === 'returned' ? '已退回' : '未报送'}）`);
  const en = left.map(({ year, quarter, status }) => `Q${quarter} ${year} (${status === 'returned' ? 'returned' : 'not submitted'})`);
  return new Refused(
    'invalid',
    {
      zh: `这是该单位最后一名填报员，还有未办结的报送：${zh.join('、')}。请指定接手人，或写明理由后暂不移交。`,
      en: `This is the unit’s last clerk, and these are unfinished: ${en.join(', ')}. Name a successor, or give the reason for leaving them open.`,
    },
    { openWork: left },
  );
}

/** Issues a new set-password link; the old password and every session end when it is used. @throws Refused not_found, forbidden */
export async function issuePasswordLink(context: CommandContext, input: { userId: string; unitId: string }): Promise<{ secret: string }> {
  return runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    await requirePersonToManage(tx, context, input.userId);
    tx.about({ type: 'person', id: input.userId, unitId: input.unitId, period: null });
    return { secret: await issueLink(tx, context, input.userId) };
  });
}

/**
 * Disables or enables a person; disabling ends every session at once. Posts whose unfinished quarters nobody else could file are
 * handed over in the same act, or the work is left open for a reason; the other posts wait for the person to come back.
 *
 * @throws Refused not_found, forbidden, invalid (oneself; work would be left without a clerk; a successor cannot take it over; no reason)
 */
export async function setPersonActive(
  context: CommandContext,
  input: {
    userId: string;
    unitId: string;
    isActive: boolean;
    handOver?: readonly { postId: string; successorUserId: string }[];
    leaveOpen?: boolean;
    reason?: string;
  },
): Promise<void> {
  await runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    const person = await requirePersonToManage(tx, context, input.userId);
    tx.about({ type: 'person', id: person.id, unitId: input.unitId, period: null });
    if (person.id === context.actor.userId)
      throw new Refused('invalid', {
        zh: '不能停用自己的账号，请由另一位管理员办理。',
        en: 'You cannot disable yourself; another administrator has to.',
      });
    const isLeaving = !input.isActive && person.isActive;
    const hasReason = isLeaving && (await settleWork(tx, context, person, input));
    tx.about({ type: 'person', id: person.id, unitId: input.unitId, period: null });
    await updatePerson(tx, person.id, { isActive: input.isActive });
    if (!input.isActive) await endSessionsOf(tx, person.id, context.now());
    const payload = { before: { isActive: person.isActive }, after: { isActive: input.isActive } };
    tx.record('person.changed', payload, hasReason && input.reason ? { reason: input.reason } : {});
  });
}

/** Hands posts over, and sees to it that no unfinished quarter is left without a clerk unawares. @returns whether work stays open for a reason */
async function settleWork(
  tx: CommandTx,
  context: CommandContext,
  person: Person,
  input: { handOver?: readonly { postId: string; successorUserId: string }[]; leaveOpen?: boolean; reason?: string },
): Promise<boolean> {
  const posts = (await postsOf(tx, person.id)).toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1));
  for (const post of posts) await tx.lock(`posts:${post.unitId}`);
  for (const { postId, successorUserId } of input.handOver ?? []) {
    const post = posts.find((one) => one.id === postId);
    if (!post) throw notFound();
    await handOver(tx, context, post, successorUserId);
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

async function requireUnitToManage(tx: CommandTx, context: CommandContext, unitId: string): Promise<void> {
  const unit = await findUnit(tx, unitId);
  if (!unit) throw notFound();
  tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: null });
  requirePermission(context.actor, 'people.manage', { unitPath: unit.path, status: null });
}

/**
 * The person, once every post they hold is in a unit the actor manages. Otherwise the administrator of one unit could set
 * the password of somebody who also stands above it, or elsewhere.
 *
 * @throws Refused not_found
 */
async function requirePersonToManage(tx: CommandTx, context: CommandContext, userId: string): Promise<Person> {
  const person = await findPerson(tx, userId);
  if (!person) throw notFound();
  for (const post of await postsOf(tx, userId)) {
    const unit = await findUnit(tx, post.unitId);
    if (!unit || can(context.actor.posts, 'people.manage', { unitPath: unit.path, status: null }) !== 'allowed') throw notFound();
  }
  return person;
}

/** Gives a post, unless it is held already. @throws Refused invalid */
export async function addPost(tx: CommandTx, context: CommandContext, post: { userId: string; unitId: string; role: Role }): Promise<void> {
  if ((await postsOf(tx, post.userId)).some((held) => held.unitId === post.unitId && held.role === post.role))
    throw new Refused('invalid', { zh: '此人在该单位已有这个岗位。', en: 'This person holds that post already.' });
  await insertPost(tx, { id: context.newId(), ...post, startedAt: context.now() });
  tx.record('post.given', post);
}

async function issueLink(tx: CommandTx, context: CommandContext, userId: string): Promise<string> {
  const { secret, tokenHash } = newOneTimeSecret();
  const now = context.now();
  await endLinks(tx, 'set_password', userId, now);
  await insertOneTimeLink(tx, {
    tokenHash,
    purpose: 'set_password',
    userId,
    expiresAt: new Date(now.getTime() + linkLifetimeMs),
    usedAt: null,
  });
  tx.record('person.link_issued', { userId, purpose: 'set_password' });
  return secret;
}
