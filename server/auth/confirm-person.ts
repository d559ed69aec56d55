import { findPersonByUsername } from '@/db/store';
import { type CommandContext, runCommand } from '@/server/commands/command';
import { Refused } from '@/server/errors';
import { verifyPassword } from './passwords';
import { consumeAttempt, refundAttempt, type SignInLimits } from './sign-in';

/** By what a person may say again who they are. */
export interface ConfirmDoor {
  /** The counts of the sign-in page: a password is guessed at one door or the other. */
  limits: SignInLimits;
  /** The demonstration's own door stands open: this request comes from the machine of a demonstration. */
  isOneClick: boolean;
}

/**
 * Before an official act the person types the password again: a desk left unlocked signs nothing. A failure is recorded and
 * counted like one of the sign-in page. Somebody without a password confirms by the demonstration's one-click door, where that
 * stands open, and nowhere else. Argon2 runs outside every transaction.
 *
 * @param input.act what is about to be done, for the log
 * @throws Refused invalid (the password is not right), too_many
 * @source ASVS 7.5.3
 */
export async function confirmPerson(context: CommandContext, door: ConfirmDoor, input: { act: string; password: string }): Promise<void> {
  const { actor } = context;
  const person = await findPersonByUsername(context.store.read, actor.username);
  if (!passesByClick(person, door)) await requirePassword(context, door.limits, person?.passwordHash ?? null, input);
  await runCommand(context, 'session.confirm', async (tx) => {
    tx.about({ type: 'session', id: actor.username, unitId: null, period: null });
    tx.record('session.confirmed', { act: input.act });
  });
}

/** By what this person would confirm at this door: what their screen asks for. */
export async function confirmsBy(context: CommandContext, door: ConfirmDoor): Promise<'password' | 'one_click'> {
  const person = await findPersonByUsername(context.store.read, context.actor.username);
  return passesByClick(person, door) ? 'one_click' : 'password';
}

function passesByClick(person: { passwordHash: string | null } | null, door: ConfirmDoor): boolean {
  return door.isOneClick && person !== null && person.passwordHash === null;
}

async function requirePassword(
  context: CommandContext,
  limits: SignInLimits,
  passwordHash: string | null,
  input: { password: string },
): Promise<void> {
  const { ip, actor } = context;
  const account = actor.username.toLowerCase();
  if (!(await consumeAttempt(limits, account, ip)))
    return refuse(
      context,
      new Refused('too_many', {
        zh: '密码输错次数过多，请 15 分钟后再试，或联系管理员。',
        en: 'Too many wrong passwords. Try again in 15 minutes, or ask the administrator.',
      }),
    );
  if (!(await verifyPassword(passwordHash, input.password)))
    return refuse(context, new Refused('invalid', { zh: '密码不正确，没有办理。', en: 'The password is not right. Nothing was done.' }));
  await refundAttempt(limits, account, ip);
}

async function refuse(context: CommandContext, refused: Refused): Promise<never> {
  return runCommand(context, 'session.confirm', async (tx) => {
    tx.about({ type: 'session', id: context.actor.username, unitId: null, period: null });
    throw refused;
  });
}
