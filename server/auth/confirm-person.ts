import { findPersonByUsername } from '@/db/store';
import { type CommandContext, runCommand } from '@/server/commands/command';
import { waitInWords } from '@/server/domain/guessing';
import { Refused } from '@/server/errors';
import { type CountedGuess, countGuess, giveGuessBack, placesOfSession } from './guesses';
import { verifyPassword } from './passwords';
import { heldOff, refuseGuess } from './refused-guesses';

/** By what a person may say again who they are. */
export interface ConfirmDoor {
  /** The demonstration's own door stands open: this request comes from the machine of a demonstration. */
  isOneClick: boolean;
}

/**
 * Before an official act the person types the password again: a desk left unlocked signs nothing. A failure is recorded and
 * counted in this session: what others guess at the person's name stops no official act. Somebody without a password confirms by the demonstration's one-click door, where that
 * stands open, and nowhere else. Argon2 runs outside every transaction.
 *
 * @param input.act what is about to be done, for the log
 * @throws Refused invalid (the password is not right), too_many (with `retryAfterSeconds`)
 * @source ASVS 7.5.3
 */
export async function confirmPerson(context: CommandContext, door: ConfirmDoor, input: { act: string; password: string }): Promise<void> {
  const { actor } = context;
  const person = await findPersonByUsername(context.store.read, actor.username);
  const guess = passesByClick(person, door) ? null : await requirePassword(context, person?.passwordHash ?? null, input);
  await runCommand(context, 'session.confirm', async (tx) => {
    if (guess) await giveGuessBack(tx, guess);
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

async function requirePassword(context: CommandContext, passwordHash: string | null, input: { password: string }): Promise<CountedGuess> {
  const { username, sessionId, userId } = context.actor;
  const from = sessionId ?? userId;
  const told = { act: 'session.confirm', username, from, isPerson: true };
  const guess = await countGuess(context, { username, places: placesOfSession(from) });
  if ('until' in guess) return refuseGuess(context, { ...told, guess: null }, heldOff(guess.until, context.now(), tooManyWrong));
  if (await verifyPassword(passwordHash, input.password)) return guess;
  return refuseGuess(
    context,
    { ...told, guess },
    new Refused('invalid', { zh: '密码不正确，没有办理。', en: 'The password is not right. Nothing was done.' }),
  );
}

function tooManyWrong(seconds: number) {
  const wait = waitInWords(seconds);
  return {
    zh: `密码输错次数过多，没有办理。请 ${wait.zh}后再试，或请另一位管理员解除。`,
    en: `Too many wrong passwords, and nothing was done. Try again in ${wait.en}, or ask another administrator to lift it.`,
  };
}
