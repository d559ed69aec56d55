import { findIdentity, findPerson } from '@/db/store';
import type { CommandContext, CommandTx } from '@/server/commands/command';
import { rememberSources, type Source } from '../guesses';
import { refuseGuess } from '../refused-guesses';
import { startSession } from '../sign-in';
import { identityOf, type ProvenIdentity } from './identity-of';
import { refusedIdentity } from './refusals';

/**
 * Starts a session for whoever the office's identity provider says has come. Nobody is made by it: an identity that is bound to no account is
 * refused, and so is a person who is disabled.
 *
 * @throws Refused not_signed_in
 */
export async function signInByIdentity(
  context: CommandContext,
  from: Source,
  { proven, agent }: { proven: ProvenIdentity; agent: string | null },
): Promise<{ userId: string; name: string; sid: string }> {
  const identity = identityOf(proven);
  const bound = await findIdentity(context.store.read, identity);
  const person = bound && (await findPerson(context.store.read, bound.userId));
  if (!person?.isActive) {
    const told = { act: 'session.start', username: `identity ${identity.slice(0, 12)}`, from: from.address ?? 'nowhere' };
    return refuseGuess(
      context,
      { ...told, guess: null, isPerson: false },
      person ? refusedIdentity('disabled', 'not_signed_in') : refusedIdentity('unbound', 'not_signed_in'),
    );
  }
  const settle = async (tx: CommandTx) => {
    // Taken away since it was looked for, or its person disabled, with every session that there was.
    if ((await findIdentity(tx, identity))?.userId !== person.id) throw refusedIdentity('unbound', 'not_signed_in');
    if (!(await findPerson(tx, person.id))?.isActive) throw refusedIdentity('disabled', 'not_signed_in');
    await rememberSources(tx, person.id, from, context.now());
  };
  return startSession(context, person, agent, settle, { issuer: proven.issuer });
}
