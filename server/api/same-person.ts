import type { IncomingHttpHeaders } from 'node:http';
import { personHeader } from '@/server/domain/person-header';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';

/** The page that sent a request. Null: none did, but a script, or the server itself for a page it is making. */
export type SendingPage = {
  /** The person whose name stands on it; null: it does not say. */
  openedFor: string | null;
} | null;

/**
 * Procedures of pages that nobody is signed in on: the secret of a link, or the identity provider, says who it is for, and whoever happens to be
 * signed in on that computer has no part in it.
 */
export const openedByNobody: ReadonlySet<string> = new Set([
  'person.openLink',
  'person.setPassword',
  'person.setUp',
  'person.goToProvider',
]);

/**
 * Which page sent this. Every browser puts `Origin` on a request that may change something, and a page's script cannot leave it out: so what
 * comes with it is a page's, and has to say whose. What comes without is a script's: it chose its session itself and shows no name.
 */
export function sendingPage(headers: IncomingHttpHeaders): SendingPage {
  const said = headers[personHeader];
  if (typeof said === 'string' && said !== '') return { openedFor: said };
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined ? { openedFor: null } : null;
}

/**
 * Who acts is who stands on the screen. When somebody else has signed in on that computer since the page was opened, nothing is done in their
 * name.
 *
 * @throws Refused other_person, also for a page that does not say whose it is
 */
export function requireSamePerson(actor: Actor, page: SendingPage): void {
  if (!page || page.openedFor === actor.userId) return;
  throw new Refused('other_person', {
    zh: `这台电脑上现在登录的是${actor.name}，而这个页面不是以此人身份打开的，所以没有办理。填写的内容仍保留在本机，请本人重新登录后继续，或刷新页面后以${actor.name}的身份办理。`,
    en: `${actor.name} is signed in on this computer now, and this page was not opened for them: nothing was done. What you typed is kept here. Sign in again as yourself, or load the page anew to act as ${actor.name}.`,
  });
}
