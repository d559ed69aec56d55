import { findHalfwaySignIn, findPerson, takeHalfwaySignIn } from '@/db/store';
import type { CommandContext, CommandTx } from '@/server/commands/command';
import { sha256Hex } from '@/server/domain/audit';
import { waitInWords } from '@/server/domain/guessing';
import { Refused } from '@/server/errors';
import { fittingCode, takeCode } from './fitting-code';
import { countGuess, giveGuessBack, placesOfCode, rememberSources, type Source } from './guesses';
import { browserOf, isWithinItsTime, wrongCode } from './halfway';
import { heldOff, refuseGuess } from './refused-guesses';
import { startSession } from './sign-in';

/**
 * The second step: a time code or a recovery code, in the browser that gave the password. Codes are counted apart from passwords, or whoever knows the
 * password would begin anew as often as they like.
 *
 * @param input.secret what `HalfWay` gave this browser
 * @throws Refused not_signed_in (begin with the password again), invalid (no code of theirs, or one that was used), too_many
 * @source ASVS 5.0 6.5.1, 6.5.5, 6.6.2, 6.6.3; RFC 6238
 */
export async function signInByCode(
  context: CommandContext,
  from: Source,
  input: { secret: string | null; code: string; agent?: string | null },
): Promise<{ userId: string; name: string; sid: string }> {
  const { store, now } = context;
  const halfway = input.secret === null ? null : await findHalfwaySignIn(store.read, sha256Hex(input.secret));
  const isHere = halfway !== null && halfway.browser === browserOf(from) && isWithinItsTime(halfway.expiresAt, now());
  const person = isHere ? await findPerson(store.read, halfway.userId) : null;
  if (!halfway || !person?.isActive) throw halfwayOver();
  const { username } = person;
  const places = await placesOfCode(store.read, { username, userId: person.id, from });
  const told = { act: 'session.start', username, from: from.address ?? 'nowhere', isPerson: true };
  const guess = await countGuess(context, { username, places });
  if ('until' in guess) return refuseGuess(context, { ...told, guess: null }, heldOff(guess.until, now(), tooManyCodes));
  const code = await fittingCode(context, person.id, input.code);
  if (!code) return refuseGuess(context, { ...told, guess }, wrongCode());
  const settle = async (tx: CommandTx) => {
    if (!(await takeHalfwaySignIn(tx, halfway.tokenHash))) throw halfwayOver();
    if (!(await takeCode(tx, person.id, code))) throw wrongCode();
    await giveGuessBack(tx, guess);
    await rememberSources(tx, person.id, from, now());
    if (code.kind === 'recovery') tx.record('session.recovery_code_used', { username });
  };
  return startSession(context, person, input.agent, settle, { byPassword: true });
}

function halfwayOver(): Refused {
  return new Refused('not_signed_in', {
    zh: '这次登录已过期，请重新输入用户名和密码。',
    en: 'This took too long. Begin again with your user name and password.',
  });
}

function tooManyCodes(seconds: number) {
  const wait = waitInWords(seconds);
  return {
    zh: `这个账号输错动态口令的次数过多，请 ${wait.zh}后再试，或联系管理员解除。`,
    en: `Too many wrong codes were tried for this account. Try again in ${wait.en}, or ask the administrator to lift it.`,
  };
}
