import { randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { endSession, eventLog, findPersonByUsername, findSession, insertSession, postsOf } from '@/db/store';
import { type CommandContext, runCommand } from '@/server/commands/command';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { verifyPassword } from './passwords';

/** Somebody who has not said who they are. */
export const anonymous: Actor = { userId: 'anonymous', name: '未登录', username: '', sessionId: null, posts: [] };

const windowSeconds = 15 * 60;

export interface SignInLimits {
  byAccount: RateLimiterMemory;
  byAddress: RateLimiterMemory;
}

/** Five failures of an account, or forty from one address, in a quarter of an hour. */
export function signInLimits(): SignInLimits {
  return {
    byAccount: new RateLimiterMemory({ points: 5, duration: windowSeconds }),
    byAddress: new RateLimiterMemory({ points: 40, duration: windowSeconds }),
  };
}

/**
 * Checks a user name and password and starts a session.
 *
 * @returns the session id to seal in the cookie
 * @throws Refused not_signed_in (the same sentence for an unknown name and a wrong password), too_many
 */
export async function signIn(
  context: CommandContext,
  limits: SignInLimits,
  input: { username: string; password: string; agent?: string | null },
): Promise<{ userId: string; name: string; sid: string }> {
  const account = input.username.trim().toLowerCase();
  const { ip } = context;
  if (!(await consumeAttempt(limits, account, ip)))
    return refuse(
      context,
      account,
      new Refused('too_many', {
        zh: '登录失败次数过多，请 15 分钟后再试，或联系管理员。',
        en: 'Too many failed attempts. Try again in 15 minutes, or ask the administrator.',
      }),
    );
  const person = await findPersonByUsername(context.store.read, account);
  const fits = await verifyPassword(person?.passwordHash ?? null, input.password);
  if (!person || !fits || !person.isActive)
    return refuse(
      context,
      account,
      new Refused('not_signed_in', { zh: '用户名或密码不正确。', en: 'The user name or the password is not right.' }),
    );
  await refundAttempt(limits, account, ip);
  return startSession(context, person, input.agent);
}

/**
 * Counts the try before the password is looked at: counted afterwards, a hundred guesses at once would all be checked. A
 * success gives the counts back. An address that is not known is not limited, or one guesser would lock everybody out.
 */
export async function consumeAttempt(limits: SignInLimits, account: string, ip: string | null): Promise<boolean> {
  const isLeft = (consumed: Promise<unknown>) =>
    consumed.then(
      () => true,
      () => false,
    );
  if (ip !== null && !(await isLeft(limits.byAddress.consume(ip)))) return false;
  return isLeft(limits.byAccount.consume(account));
}

/** A success forgets the failures of the account, and does not count for the address. */
export async function refundAttempt(limits: SignInLimits, account: string, ip: string | null): Promise<void> {
  await limits.byAccount.delete(account);
  if (ip !== null) await limits.byAddress.reward(ip, 1);
}

const longestAgent = 200;

/** Starts a session for somebody who has proven who they are. @param agent how their browser calls itself */
export async function startSession(
  context: CommandContext,
  person: { id: string; name: string; username: string },
  agent: string | null = null,
): Promise<{ userId: string; name: string; sid: string }> {
  const sid = randomBytes(24).toString('base64url');
  const posts = await postsOf(context.store.read, person.id);
  const actor: Actor = { userId: person.id, name: person.name, username: person.username, sessionId: sid, posts };
  await runCommand({ ...context, actor }, { act: 'session.start', only: `session:${sid}` }, async (tx) => {
    await insertSession(tx, {
      id: sid,
      userId: person.id,
      at: context.now(),
      ip: context.ip,
      agent: agent?.slice(0, longestAgent) ?? null,
    });
    tx.record('session.started', { username: person.username });
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

async function refuse(context: CommandContext, username: string, refused: Refused): Promise<never> {
  return runCommand(context, { act: 'session.start', only: eventLog }, async (tx) => {
    tx.about({ type: 'session', id: username.slice(0, 80), unitId: null, period: null });
    throw refused;
  });
}
