import { findPerson, noteOpenedByIssuer } from '@/db/store';
import { openLink } from '@/server/views/one-time-link';
import { type CommandContext, runCommand } from '../command';
import { isIssuersBrowser, type LinkUser } from './link-guards';

/**
 * Somebody opens the page of a link. Where the browser is the one that made it for another person, the auditor is shown so: from then on the link
 * counts as used there, wherever the password is typed.
 *
 * @returns what it is for; null: unknown, used or too old
 */
export async function openPasswordLink(
  context: CommandContext,
  { secret, ...user }: { secret: string } & LinkUser,
): Promise<{ purpose: 'first_admin' | 'set_password'; username: string | null; name: string | null } | null> {
  const link = await openLink(context.store.read, secret, context.now());
  if (!link) return null;
  if (isIssuersBrowser(link, user) && link.openedByIssuerAt === null)
    await runCommand(context, 'person.open_link', async (tx) => {
      const { userId, issuedBy } = link;
      if (userId === null || issuedBy === null || !(await noteOpenedByIssuer(tx, link.tokenHash, context.now()))) return;
      tx.record('attention.own_link_opened', { userId, issuedBy }, { object: { type: 'person', id: userId, unitId: null, period: null } });
    });
  const person = link.userId ? await findPerson(context.store.read, link.userId) : null;
  return { purpose: link.purpose, username: person?.username ?? null, name: person?.name ?? null };
}
