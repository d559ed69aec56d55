import type { CommandContext, CommandTx } from '@/server/commands/command';
import { waitInWords } from '@/server/domain/guessing';
import { fittingCode, takeCode } from './fitting-code';
import { countGuess, giveGuessBack, placesOfSession } from './guesses';
import { wrongCode } from './halfway';
import { heldOff, refuseGuess } from './refused-guesses';

/**
 * A code of somebody who is signed in and changes something of their second factor. Counted in their session, apart from the password, which who has stolen
 * the session may know.
 *
 * @param input.act what is about to be done, for the log
 * @returns uses the code up in the transaction of the act; throws Refused invalid when somebody was quicker with it
 * @throws Refused invalid (no code of theirs), too_many
 */
export async function confirmCode(
  context: CommandContext,
  input: { act: string; code: string },
): Promise<(tx: CommandTx) => Promise<void>> {
  const { username, sessionId, userId } = context.actor;
  const from = `code ${sessionId ?? userId}`;
  const told = { act: input.act, username, from, isPerson: true };
  const guess = await countGuess(context, { username, places: placesOfSession(from) });
  if ('until' in guess) return refuseGuess(context, { ...told, guess: null }, heldOff(guess.until, context.now(), tooManyCodes));
  const code = await fittingCode(context, userId, input.code);
  if (!code) return refuseGuess(context, { ...told, guess }, wrongCode());
  return async (tx) => {
    if (!(await takeCode(tx, userId, code))) throw wrongCode();
    if (code.kind === 'recovery') tx.record('session.recovery_code_used', { username }, { object: ofSession(username) });
    await giveGuessBack(tx, guess);
  };
}

function ofSession(username: string) {
  return { type: 'session', id: username, unitId: null, period: null } as const;
}

function tooManyCodes(seconds: number) {
  const wait = waitInWords(seconds);
  return {
    zh: `动态口令输错次数过多，没有办理。请 ${wait.zh}后再试，或请另一位管理员解除。`,
    en: `Too many wrong codes, and nothing was done. Try again in ${wait.en}, or ask another administrator to lift it.`,
  };
}
