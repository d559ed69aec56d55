import { endLinks, insertOneTimeLink } from '@/db/store';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import type { CommandContext, CommandTx } from '../command';

/**
 * Writes a new link by which a person sets their password; the links issued before end.
 *
 * @returns its secret, shown once
 */
export async function writePasswordLink(tx: CommandTx, context: CommandContext, userId: string): Promise<string> {
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
