import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { endSession, findSession, postsOf, type Store, touchSession } from '@/db/store';
import type { StoreConfig } from '@/db/store/open-store';
import { isAtThisMachine } from '@/server/auth/demonstration-door';
import { nowhere, type Source } from '@/server/auth/guesses';
import { identityDoor } from '@/server/auth/identity/identity-door';
import { sessionIdFrom } from '@/server/auth/session-cookie';
import { isSessionAlive, isSessionOver, touchEveryMs } from '@/server/auth/session-limits';
import { vaultOf } from '@/server/auth/vault';
import { backupStanding } from '@/server/backup/standing';
import { isPasswordTooOld, youngestTooOldMs } from '@/server/domain/accounts/password-policy';
import type { Overlay } from '@/server/domain/checks';
import type { Env } from '@/server/env';
import { currentRequest } from '@/server/log/request-scope';
import type { Actor } from '@/server/views/access';
import { actingPosts } from '@/server/views/acting-posts';
import { passwordProfile } from '@/server/views/password-profile';
import { isAskedForSecondFactor } from '@/server/views/second-factor-policy';
import type { Asker, WorkRoom } from '@/server/work/work-room';
import { sendingPage } from './same-person';
import type { ApiContext } from './trpc';

/** How a request's number travels through Next, which sees headers only. Whatever a client sent under this name is overwritten. */
export const requestIdHeader = 'x-nianbao-request';

export interface ContextParts {
  store: Store;
  secret: string;
  /** People reach the app by https. */
  isSecure?: boolean;
  isDemonstration: boolean;
  /** Where the store is, and what is configured of backups. */
  env: StoreConfig & Pick<Env, 'backupFolder' | 'backupMinutes'> & Partial<Pick<Env, 'identity' | 'publicUrl' | 'outgoing'>>;
  /** What this deployment changes in the rule pack. */
  overlay: Overlay | null;
  now?: () => Date;
  /** Threads for heavy work. */
  room?: WorkRoom | null;
}

/**
 * Who is asking, read anew for every request: the session row, the person's state, the posts held now.
 *
 * @param more.from by what whoever asks is known again, should they prove here who they are
 * @param more.asker of the worker room: when nobody waits for the answer any more, and who watches how far it is
 */
export async function createContext(
  parts: ContextParts,
  headers: IncomingHttpHeaders,
  ip: string | null,
  { from = nowhere, asker }: { from?: Source; asker?: (userId: string) => Asker } = {},
): Promise<ApiContext> {
  const now = parts.now ?? (() => new Date());
  const sid = await sessionIdFrom(headers.cookie, parts, now());
  const actor = sid ? await actorOf(parts.store, sid, now()) : null;
  const work = actor && parts.room ? parts.room.of(actor.userId, parts.env, asker?.(actor.userId)) : undefined;
  const request = currentRequest();
  if (request && actor) request.actorId = actor.userId;
  return {
    store: parts.store,
    actor,
    command: {
      store: parts.store,
      now,
      newId: randomUUID,
      requestId: requestId(headers),
      ip,
      overlay: parts.overlay,
      work,
      vault: vaultOf(parts.secret),
    },
    isDemonstration: parts.isDemonstration,
    backups: () => backupStanding(parts.store.read, parts.env, now()),
    page: sendingPage(headers),
    from,
    // Asked of the request as it arrived. What comes by Next's router carries forwarding headers and is never at this machine.
    door: { isOneClick: parts.isDemonstration && isAtThisMachine(headers) },
    identity: identityDoor(parts),
    outgoing: parts.env.outgoing ?? null,
  };
}

async function actorOf(store: Store, sid: string, now: Date): Promise<Actor | null> {
  const session = await findSession(store.read, sid);
  if (session && !session.endedAt && isSessionOver(session, now)) await store.tx((tx) => endSession(tx, sid, now));
  if (!session || !isSessionAlive(session, now)) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > touchEveryMs)
    await store.tx((tx) => touchSession(tx, sid, now), { only: `session:${sid}` });
  // Reckoned from when the session began, so that the day itself stops nobody in the middle of a form; another profile may.
  // Who came by the identity provider has not used it.
  const age = session.passwordSetAt === null || session.issuer !== null ? 0 : session.createdAt.getTime() - session.passwordSetAt.getTime();
  const hasOldPassword =
    age > youngestTooOldMs && isPasswordTooOld(session.passwordSetAt, session.createdAt, await passwordProfile(store.read));
  const posts = await postsOf(store.read, session.userId);
  const lacksSecondFactor = session.byPassword && !session.hasSecondFactor && (await isAskedForSecondFactor(store.read, posts));
  return {
    userId: session.userId,
    name: session.userName,
    username: session.username,
    sessionId: sid,
    ...(hasOldPassword ? { hasOldPassword } : {}),
    ...(lacksSecondFactor ? { lacksSecondFactor } : {}),
    posts: await actingPosts(store.read, posts),
  };
}

function requestId(headers: IncomingHttpHeaders): string {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
