import { passwordFault } from '@/server/auth/passwords';
import { Refused } from '@/server/errors';

/** @throws Refused invalid: too short, of too few kinds of characters, or with the user name in it */
export function requirePassword(password: string, username: string): void {
  const fault = passwordFault(password, username);
  if (fault) throw new Refused('invalid', fault);
}

/** The refusal of a link that is unknown, used, too old or for something else. */
export function staleLink(): Refused {
  return new Refused('invalid', {
    zh: '这个链接已使用或已过期，请向管理员索取新的链接。',
    en: 'This link was used already or is too old. Ask the administrator for a new one.',
  });
}
