import { findIdentity, identitiesOf, insertIdentity, type Reader } from '@/db/store';
import { identityOf, isSameIssuer, type ProvenIdentity } from '@/server/auth/identity/identity-of';
import { refusedIdentity } from '@/server/auth/identity/refusals';
import { type CommandContext, runCommand } from '../command';

/**
 * Binds the person to who they are at the office's identity provider, which has just said so: from now on it signs them in. The same again
 * changes nothing.
 *
 * @throws Refused conflict (bound to somebody else; the person has another identity there)
 */
export async function bindIdentity(context: CommandContext, proven: ProvenIdentity): Promise<void> {
  const { actor, now } = context;
  const { issuer } = proven;
  const identity = identityOf(proven);
  await runCommand(context, 'account.bindIdentity', async (tx) => {
    tx.about({ type: 'person', id: actor.userId, unitId: null, period: null });
    const bound = await findIdentity(tx, identity);
    if (bound?.userId === actor.userId) return;
    if (bound) throw refusedIdentity('taken', 'conflict');
    await requireUnbound(tx, actor.userId, issuer);
    await insertIdentity(tx, { identity, issuer, userId: actor.userId, boundAt: now() });
    tx.record('person.identity_bound', { userId: actor.userId, issuer, identity });
  });
}

/** One identity of an issuer signs a person in. @throws Refused conflict */
export async function requireUnbound(reader: Reader, userId: string, issuer: string): Promise<void> {
  if ((await identitiesOf(reader, userId)).some((one) => isSameIssuer(one.issuer, issuer)))
    throw refusedIdentity('has_another', 'conflict');
}
