import { findPerson, insertPost, type Post, postsOf } from '@/db/store';
import type { Role } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { isOfficeDivided } from '@/server/views/acting-posts';
import type { OpenWork } from '@/server/views/open-work';
import { putOutBy } from '@/server/views/put-out-by';
import { isThereASecond } from '@/server/views/second-person';
import type { CommandContext, CommandTx } from '../command';
import { askForAct } from '../duty/asked-act';
import { requireEverydayPost } from '../duty/three-guards';
import { requireMeantPost } from './meant-post';

interface NewPost {
  userId: string;
  unitId: string;
  role: Role;
}

/**
 * Gives a post, unless it is held already. To oneself it is given only where nobody could confirm it, and then the auditor is shown it.
 *
 * @throws Refused invalid (held already; one of the three; one's own, where somebody else could confirm it)
 */
export async function addPost(tx: CommandTx, context: CommandContext, post: NewPost): Promise<void> {
  const of = await ofWhom(tx, context, post);
  if (of === 'own')
    throw new Refused('invalid', {
      zh: '给自己的岗位须由另一位管理员确认。请先在“加岗位”中提出，确认后再办理这一事项。',
      en: 'A post for yourself is confirmed by another administrator. Ask for it with "Give a post" first.',
    });
  await requireNewPost(tx, post);
  await insertPost(tx, { id: context.newId(), ...post, startedAt: context.now() });
  tx.record('post.given', post);
  if (of === 'own_alone')
    tx.record('attention.own_post', {
      ...post,
      asked: null,
      ...(await putOutBy(tx, { userId: context.actor.userId, now: context.now }, [post.unitId])),
    });
}

/** Gives a post; one's own waits until another administrator confirms it, where there is one. @returns whether it waits */
export async function addPostOrAsk(tx: CommandTx, context: CommandContext, post: NewPost, reason = ''): Promise<boolean> {
  if ((await ofWhom(tx, context, post)) !== 'own') {
    await addPost(tx, context, post);
    return false;
  }
  await requireNewPost(tx, post);
  const asked = await askForAct(tx, context, { kind: 'own_post', askedBy: context.actor.userId, ...post, reason });
  tx.record('attention.own_post', { ...post, asked });
  return true;
}

/** @throws Refused invalid: one's own, where 三员 are three people */
async function ofWhom(tx: CommandTx, context: CommandContext, { userId, unitId }: NewPost): Promise<'another' | 'own' | 'own_alone'> {
  if (userId !== context.actor.userId) return 'another';
  if (await isOfficeDivided(tx))
    throw new Refused('invalid', {
      zh: '三员分立时，不能给自己加岗位。',
      en: 'Where the three are three people, nobody gives a post to themselves.',
    });
  return (await isThereASecond(tx, { notUserIds: [userId], action: 'duty.manage', unitIds: [unitId] })) ? 'own' : 'own_alone';
}

async function requireNewPost(tx: CommandTx, post: NewPost): Promise<void> {
  if ((await postsOf(tx, post.userId)).some((held) => held.unitId === post.unitId && held.role === post.role))
    throw new Refused('invalid', { zh: '此人在该单位已有这个岗位。', en: 'This person holds that post already.' });
  await requireEverydayPost(tx, post);
}

/**
 * Gives the successor the post that ends.
 *
 * @param to.isMeant that they become administrator of a department
 * @throws Refused not_found, invalid (disabled, the same person, or holds it already; not said to be meant)
 */
export async function handOverPost(
  tx: CommandTx,
  context: CommandContext,
  post: Post,
  { userId, isMeant }: { userId: string; isMeant?: boolean | undefined },
): Promise<void> {
  const successor = await findPerson(tx, userId);
  if (!successor) throw notFound();
  tx.about({ type: 'person', id: userId, unitId: post.unitId, period: null });
  if (userId === post.userId) throw new Refused('invalid', { zh: '接手人不能是本人。', en: 'The successor must be another person.' });
  if (!successor.isActive)
    throw new Refused('invalid', {
      zh: `${successor.name}的账号已停用，请先恢复，或另选接手人。`,
      en: `${successor.name} is disabled. Enable them first, or choose another successor.`,
    });
  await requireMeantPost(tx, { ...post, isMeant });
  await addPost(tx, context, { userId, unitId: post.unitId, role: post.role });
}

/** The refusal that names the quarters which would be left without a clerk. */
export function workLeft(left: readonly OpenWork[]): Refused {
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
