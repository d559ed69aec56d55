import { Refused } from '@/server/errors';

/** The refusal of a link that is unknown, used, too old or for something else. */
export function staleLink(): Refused {
  return new Refused('invalid', {
    zh: '这个链接已使用或已过期，请向管理员索取新的链接。',
    en: 'This link was used already or is too old. Ask the administrator for a new one.',
  });
}
