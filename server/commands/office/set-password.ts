import { endSessionsOf, findPerson, findPersonByUsername, postsOf, takeLink } from '@/db/store';
import { rememberSources, type Source } from '@/server/auth/guesses';
import { openLink } from '@/server/views/one-time-link';
import { type CommandContext, runCommand } from '../command';
import { forgetHoldOff } from './forget-hold-off';
import { staleLink } from './link-guards';
import { newPasswordOf, setNewPassword } from './new-password';

/**
 * A person sets their own password through the link they were given. From where they do it they are known from now on, so that they get in although somebody
 * may be guessing at their account.
 *
 * @throws Refused invalid (link or password)
 */
export async function setPassword(
  context: CommandContext,
  input: { secret: string; password: string; from: Source },
): Promise<{ username: string }> {
  const wanted = await wantedPassword(context, input);
  return runCommand(context, 'person.set_password', async (tx) => {
    const link = await openLink(tx, input.secret, context.now());
    const person = link?.userId ? await findPerson(tx, link.userId) : null;
    if (link?.purpose !== 'set_password' || !person || !wanted) throw staleLink();
    tx.about({ type: 'person', id: person.id, unitId: null, period: null });
    await setNewPassword(tx, context, person.id, wanted);
    await endSessionsOf(tx, person.id, context.now());
    if (!(await takeLink(tx, link.tokenHash, context.now()))) throw staleLink();
    await forgetHoldOff(tx, context, person);
    await rememberSources(tx, person.id, input.from, context.now());
    tx.record('person.password_set', { userId: person.id });
    return { username: person.username };
  });
}

async function wantedPassword({ store, now }: CommandContext, { secret, password }: { secret: string; password: string }) {
  const link = await openLink(store.read, secret, now());
  const found = link?.userId ? await findPerson(store.read, link.userId) : null;
  const person = found && (await findPersonByUsername(store.read, found.username));
  if (!person) return null;
  const unitIds = (await postsOf(store.read, person.id)).map((post) => post.unitId);
  return newPasswordOf(store.read, person, { password, unitIds });
}
