import { findPersonByUsername, findSecondFactor, type Reader } from '@/db/store';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';

/** Somebody who has a second factor, before it is changed by them. @throws Refused invalid */
export async function requireOwnSecondFactor(reader: Reader, actor: Actor): Promise<void> {
  if (await findSecondFactor(reader, actor.userId)) return;
  throw new Refused('invalid', { zh: '您没有开启两步验证。请刷新后查看。', en: 'You have no two-step sign-in. Reload and look.' });
}

/** A password to be proven, before a second factor stands beside it. @throws Refused invalid */
export async function requireOwnPassword(reader: Reader, actor: Actor): Promise<void> {
  if ((await findPersonByUsername(reader, actor.username))?.passwordHash) return;
  throw new Refused('invalid', {
    zh: '您还没有密码，不用两步验证。请先向管理员索取设置密码的链接。',
    en: 'You have no password yet, so there is nothing to add to. Ask the administrator for a link to set one.',
  });
}
