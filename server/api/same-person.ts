import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';

/**
 * A change that was kept in a browser names who typed it. When somebody else has signed in on that computer since, it is
 * not saved in their name.
 *
 * @throws Refused not_signed_in, so that the browser keeps the change for its own person
 */
export function requireSamePerson(actor: Actor, userId: string | undefined): void {
  if (userId === undefined || userId === actor.userId) return;
  throw new Refused('not_signed_in', {
    zh: '这台电脑上现在登录的是另一位同事。您填写的内容仍保留在本机，请用您自己的账号登录后上传。',
    en: 'Somebody else is signed in on this computer now. What you typed is kept here; sign in with your own account to save it.',
  });
}
