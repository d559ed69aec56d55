import { findIdentity, findPerson, findSecondFactor, identitiesOf, insertIdentity, type Reader } from '@/db/store';
import { actorNow, notSignedIn } from '@/server/auth/actor-now';
import { identityOf, isSameIssuer, type ProvenIdentity } from '@/server/auth/identity/identity-of';
import { refusedIdentity } from '@/server/auth/identity/refusals';
import { type CommandContext, runCommand } from '../command';

/**
 * Binds the person to who they are at the office's identity provider, which has just said so: from now on it signs them in. The same again
 * changes nothing.
 *
 * @param begunAt when the password, and the code of whoever had a second factor, were asked for: one that was switched on since was not
 * @throws Refused conflict (bound to somebody else; the person has another identity there), not_signed_in (the session is over, the person disabled or
 *   a second factor switched on meanwhile)
 */
export async function bindIdentity(context: CommandContext, proven: ProvenIdentity, begunAt: Date): Promise<void> {
  const { actor, now } = context;
  const { issuer } = proven;
  const identity = identityOf(proven);
  await runCommand(context, 'account.bindIdentity', async (tx) => {
    tx.about({ type: 'person', id: actor.userId, unitId: null, period: null });
    await requireStill(tx, context, begunAt);
    const bound = await findIdentity(tx, identity);
    if (bound?.userId === actor.userId) return;
    if (bound) throw refusedIdentity('taken', 'conflict');
    await requireUnbound(tx, actor.userId, issuer);
    await insertIdentity(tx, { identity, issuer, userId: actor.userId, boundAt: now() });
    tx.record('person.identity_bound', { userId: actor.userId, issuer, identity });
  });
}

/** The provider took its time: whoever went there may have been put out meanwhile. @throws Refused not_signed_in */
async function requireStill(reader: Reader, { actor, now }: CommandContext, begunAt: Date): Promise<void> {
  await actorNow(reader, actor, now());
  if (!(await findPerson(reader, actor.userId))?.isActive) throw notSignedIn();
  const factor = await findSecondFactor(reader, actor.userId);
  if (factor && factor.setAt >= begunAt) throw refusedIdentity('factor_since', 'not_signed_in');
}

/** One identity of an issuer signs a person in. @throws Refused conflict */
export async function requireUnbound(reader: Reader, userId: string, issuer: string): Promise<void> {
  if ((await identitiesOf(reader, userId)).some((one) => isSameIssuer(one.issuer, issuer)))
    throw refusedIdentity('has_another', 'conflict');
}
