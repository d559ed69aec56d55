import type { OneTimeLink } from '@/db/store';
import { deviceHash, type Source } from '@/server/auth/guesses';
import { Refused } from '@/server/errors';

/** The refusal of a link that is unknown, used, too old or for something else. */
export function staleLink(): Refused {
  return new Refused('invalid', {
    zh: '这个链接已使用或已过期，请向管理员索取新的链接。',
    en: 'This link was used already or is too old. Ask the administrator for a new one.',
  });
}

/** Who opens or uses a link: their browser, and who is signed in there. */
export interface LinkUser {
  from: Source;
  signedInAs?: string | null | undefined;
}

/** Is the browser the one in which a link for somebody else was made, or its maker signed in there? Opened there once, it stays so. */
export function isIssuersBrowser(link: OneTimeLink, { from, signedInAs = null }: LinkUser): boolean {
  if (link.issuedBy === null || link.issuedBy === link.userId) return false;
  if (link.openedByIssuerAt !== null || signedInAs === link.issuedBy) return true;
  const device = deviceHash(from.device);
  return device !== null && device === link.issuedDevice;
}
