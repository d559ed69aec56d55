import { endSessionsOf, findPerson, markLinkUsed, updatePerson } from '@/db/store';
import { hashPassword } from '@/server/auth/passwords';
import { openLink } from '@/server/views/one-time-link';
import { type CommandContext, runCommand } from '../command';
import { requirePassword, staleLink } from './link-guards';

/** A person sets their own password through the link they were given. @throws Refused invalid (link or password) */
export async function setPassword(context: CommandContext, input: { secret: string; password: string }): Promise<{ username: string }> {
  const passwordHash = await hashPassword(input.password);
  return runCommand(context, 'person.set_password', async (tx) => {
    const link = await openLink(tx, input.secret, context.now());
    const person = link?.userId ? await findPerson(tx, link.userId) : null;
    if (link?.purpose !== 'set_password' || !person) throw staleLink();
    tx.about({ type: 'person', id: person.id, unitId: null, period: null });
    requirePassword(input.password, person.username);
    await updatePerson(tx, person.id, { passwordHash });
    await endSessionsOf(tx, person.id, context.now());
    await markLinkUsed(tx, link.tokenHash, context.now());
    tx.record('person.password_set', { userId: person.id });
    return { username: person.username };
  });
}
