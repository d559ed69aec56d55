import { randomBytes } from 'node:crypto';
import { endSession, findPersonByUsername, findSecondFactor, findSession, insertSession, postsOf } from '@/db/store';
import { type CommandContext, type CommandTx, runCommand } from '@/server/commands/command';
import { waitInWords } from '@/server/domain/guessing';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { countGuess, giveGuessBack, placesOfSignIn, rememberSources, type Source } from './guesses';
import { askForCode } from './halfway';
import { verifyPassword } from './passwords';
import { heldOff, refuseGuess } from './refused-guesses';

/** Somebody who has not said who they are. */
export const anonymous: Actor = { userId: 'anonymous', name: '未登录', username: '', sessionId: null, posts: [] };

/**
 * Checks a user name and password and starts a session. Who comes from where they have signed in before is not stopped by what others try.
 *
 * @returns the session id to seal in the cookie
 * @throws HalfWay: the password is right, and the person has a second factor; nobody is signed in
 * @throws Refused not_signed_in (the same sentence for an unknown name and a wrong password), too_many (with `retryAfterSeconds`)
 */
export async function signIn(
  context: CommandContext,
  from: Source,
  input: { username: string; password: string; agent?: string | null },
): Promise<{ userId: string; name: string; sid: string }> {
  const username = input.username.trim().toLowerCase();
  const person = await findPersonByUsername(context.store.read, username);
  const places = await placesOfSignIn(context.store.read, { username, userId: person?.id ?? null, from });
  const told = { act: 'session.start', username, from: from.address ?? 'nowhere', isPerson: person !== null };
  const guess = await countGuess(context, { username, places });
  if ('until' in guess) return refuseGuess(context, { ...told, guess: null }, heldOff(guess.until, context.now(), tooManyGuesses));
  const fits = await verifyPassword(person?.passwordHash ?? null, input.password);
  if (!person || !fits || !person.isActive) return refuseGuess(context, { ...told, guess }, wrongPassword());
  const proven = async (tx: CommandTx) => {
    // Set anew, or disabled, while the password was looked at: with every session and half-way sign-in that there was.
    const now = await findPersonByUsername(tx, person.username);
    if (!now?.isActive || now.passwordHash !== person.passwordHash) throw wrongPassword();
    await giveGuessBack(tx, guess);
  };
  if (await findSecondFactor(context.store.read, person.id)) return askForCode(context, person, from, proven);
  const settle = async (tx: CommandTx) => {
    // Switched on since it was looked for: the password alone starts no session any more.
    if (await findSecondFactor(tx, person.id)) throw wrongPassword();
    await proven(tx);
    await rememberSources(tx, person.id, from, context.now());
  };
  return startSession(context, person, input.agent, settle, { byPassword: true });
}

function wrongPassword(): Refused {
  return new Refused('not_signed_in', { zh: '用户名或密码不正确。', en: 'The user name or the password is not right.' });
}

function tooManyGuesses(seconds: number) {
  const wait = waitInWords(seconds);
  return {
    zh: `这个账号输错密码的次数过多，请 ${wait.zh}后再试，或联系管理员解除。`,
    en: `Too many wrong passwords were tried for this account. Try again in ${wait.en}, or ask the administrator to lift it.`,
  };
}

const longestAgent = 200;

/**
 * Starts a session for somebody who has proven who they are.
 *
 * @param agent how their browser calls itself
 * @param also what is settled in the same transaction
 * @param how.byPassword a password proved it: the office may ask a second factor of them. Another door sees to its own
 * @param how.issuer the identity provider that proved it
 */
export async function startSession(
  context: CommandContext,
  person: { id: string; name: string; username: string },
  agent: string | null = null,
  also: (tx: CommandTx) => Promise<void> = async () => {},
  { byPassword = false, issuer = null }: { byPassword?: boolean; issuer?: string | null } = {},
): Promise<{ userId: string; name: string; sid: string }> {
  const sid = randomBytes(24).toString('base64url');
  const posts = await postsOf(context.store.read, person.id);
  const actor: Actor = { userId: person.id, name: person.name, username: person.username, sessionId: sid, posts };
  await runCommand({ ...context, actor }, { act: 'session.start', only: `session:${sid}` }, async (tx) => {
    await also(tx);
    await insertSession(tx, {
      id: sid,
      userId: person.id,
      at: context.now(),
      ip: context.ip,
      agent: agent?.slice(0, longestAgent) ?? null,
      issuer,
      byPassword,
    });
    tx.record('session.started', { username: person.username, ...(issuer === null ? {} : { issuer }) });
  });
  return { userId: person.id, name: person.name, sid };
}

/** Ends a session, in the name of whose it was. One that has ended, or never was, is left alone. */
export async function signOut(context: CommandContext, sid: string): Promise<void> {
  const session = await findSession(context.store.read, sid);
  if (!session || session.endedAt) return;
  const actor: Actor = { userId: session.userId, name: session.userName, username: session.username, sessionId: sid, posts: [] };
  await runCommand({ ...context, actor }, { act: 'session.end', only: `session:${sid}` }, async (tx) => {
    await endSession(tx, sid, context.now());
    tx.record('session.ended', { sessionId: sid.slice(0, 6) });
  });
}
