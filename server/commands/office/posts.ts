import { findPerson, insertPost, type Post, postsOf } from '@/db/store';
import type { Role } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import type { OpenWork } from '@/server/views/open-work';
import type { CommandContext, CommandTx } from '../command';
import { requireMeantPost } from './meant-post';

/** Gives a post, unless it is held already. @throws Refused invalid */
export async function addPost(tx: CommandTx, context: CommandContext, post: { userId: string; unitId: string; role: Role }): Promise<void> {
  if ((await postsOf(tx, post.userId)).some((held) => held.unitId === post.unitId && held.role === post.role))
    throw new Refused('invalid', { zh: '此人在该单位已有这个岗位。', en: 'This person holds that post already.' });
  await insertPost(tx, { id: context.newId(), ...post, startedAt: context.now() });
  tx.record('post.given', post);
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
