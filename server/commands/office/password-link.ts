import { endLinks, insertOneTimeLink } from '@/db/store';
import { deviceHash } from '@/server/auth/guesses';
import { linkLifetimeMs, newOneTimeSecret } from '@/server/auth/one-time-secret';
import type { CommandContext, CommandTx } from '../command';
import { lapseActs, waitsForPasswordOf } from '../duty/asked-act';

/**
 * Writes a new link by which a person sets their password; the links issued before end, and so does a password that waits for a confirmation.
 *
 * @param of.device by what the browser is known in which the link is shown
 * @returns its secret, shown once
 */
export async function writePasswordLink(
  tx: CommandTx,
  context: CommandContext,
  { userId, device = null }: { userId: string; device?: string | null | undefined },
): Promise<string> {
  const { secret, tokenHash } = newOneTimeSecret();
  const now = context.now();
  await endLinks(tx, 'set_password', userId, now);
  await lapseActs(tx, context, waitsForPasswordOf(userId));
  await insertOneTimeLink(tx, {
    tokenHash,
    purpose: 'set_password',
    userId,
    expiresAt: new Date(now.getTime() + linkLifetimeMs),
    usedAt: null,
    issuedBy: context.actor.userId,
    issuedDevice: deviceHash(device),
  });
  tx.record('person.link_issued', { userId, purpose: 'set_password' });
  return secret;
}
