import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { findPersonByUsername, findSession, type Store } from '@/db/store';
import { createContext, requestIdHeader } from '@/server/api/context';
import { createCaller } from '@/server/api/root';
import { contextOrTrouble } from '@/server/api/trpc';
import { atThisMachineHeader } from '@/server/auth/demonstration-door';
import { deviceHeader } from '@/server/auth/device-cookie';
import { endFormerSession } from '@/server/auth/end-former-session';
import type { Source } from '@/server/auth/guesses';
import { HalfWay } from '@/server/auth/halfway';
import { halfwayFrom } from '@/server/auth/halfway-cookie';
import { recordRefusedPage } from '@/server/auth/refused-page';
import { sessionSecret } from '@/server/auth/secret';
import { sessionEnds } from '@/server/auth/session-ends';
import { isSessionAlive } from '@/server/auth/session-limits';
import { anonymous, signIn, signOut, startSession } from '@/server/auth/sign-in';
import { signInByCode } from '@/server/auth/sign-in-by-code';
import { vaultOf } from '@/server/auth/vault';
import type { CommandContext } from '@/server/commands/command';
import type { Overlay } from '@/server/domain/checks';
import type { Env } from '@/server/env';
import { Refused, retryAfterOf } from '@/server/errors';
import { refusalOf } from '@/server/fault';
import { currentRequest, noteFault } from '@/server/log/request-scope';
import { presenceOf } from '@/server/presence/presence';
import type { PageRefusal, Runtime, SignInOutcome } from '@/server/runtime';
import type { WorkRoom } from '@/server/work/work-room';
import { addressHeader, addressToCount } from './client-address';
import { aheadHeader, wantedHeader } from './wanted-page';

/** Puts together what the process holds once. */
export function newRuntime(parts: { env: Env; store: Store; isDemonstration: boolean; overlay: Overlay | null; room?: WorkRoom }): Runtime {
  const { env, store, isDemonstration, overlay, room = null } = parts;
  // From the start: who came before anybody asked here would not be known.
  presenceOf(store);
  const secret = env.secret ?? sessionSecret(env.dataFolder);
  // next-auth reads its key and address from the environment.
  process.env.NEXTAUTH_SECRET = secret;
  if (!env.publicUrl && env.isLoopback) process.env.AUTH_TRUST_HOST = 'true';
  const isSecure = env.isHttps;
  const context = (headers: IncomingHttpHeaders = {}): CommandContext => ({
    store,
    actor: anonymous,
    now: () => new Date(),
    newId: randomUUID,
    requestId: said(headers, requestIdHeader) ?? randomUUID(),
    ip: said(headers, addressHeader),
    overlay,
    vault: vaultOf(secret),
  });

  /** Who may not see a page does not see it, whether the log can be written to or not. */
  async function recordPage(headers: IncomingHttpHeaders, refused: PageRefusal): Promise<void> {
    try {
      const parts = { store, env, secret, isSecure, isDemonstration, overlay };
      const { actor, command } = await createContext(parts, headers, said(headers, addressHeader));
      const [page = ''] = (said(headers, wantedHeader) ?? '').split('?');
      if (actor) await recordRefusedPage({ ...command, actor }, page, refused);
    } catch (error) {
      noteFault('a refused page could not be recorded', error);
    }
  }

  /** How a way in ended, as next-auth may hear it. */
  async function outcomeOf(headers: IncomingHttpHeaders, enter: () => Promise<NewSession>): Promise<SignInOutcome> {
    try {
      const session = await enter();
      await endFormerSession(context(headers), headers.cookie, { secret, isSecure });
      return { ok: true, ...session };
    } catch (error) {
      if (error instanceof HalfWay) return { ok: false, code: 'second_factor', halfway: error.secret };
      // next-auth puts the words of whatever is thrown into its answer: nothing but a code gets that far.
      const { requestId } = context(headers);
      const refused = refusalOf(error, requestId);
      if (error instanceof Refused) return { ok: false, code: error.code, retryAfterSeconds: retryAfterOf(error) };
      noteFault(refused ? 'trouble with the store' : 'fault', error);
      return { ok: false, code: `${refused?.code ?? 'fault'}.${requestId}` };
    }
  }

  return {
    env,
    store,
    isDemonstration,
    overlay,
    room,
    sessionEnds: sessionEnds(store),
    secret,
    isSecure,
    callerFor: async (headers) =>
      createCaller(
        await contextOrTrouble(
          createContext({ store, env, secret, isSecure, isDemonstration, overlay, room }, headers, null, {
            from: sourceOfHeaders(headers, env),
          }),
        ),
      ),
    async noteRefusedPage(headers, refused) {
      if (said(headers, aheadHeader) === 'yes') return;
      const request = currentRequest();
      // A page and its title are each refused; whichever answers, it is written down before.
      if (!request) return recordPage(headers, refused);
      request.refusedPage ??= recordPage(headers, refused);
      return request.refusedPage;
    },
    signIn: (input, headers) =>
      outcomeOf(headers, () =>
        'demonstrationUser' in input
          ? demonstrationSession(context(headers), input.demonstrationUser, headers, isDemonstration)
          : signIn(context(headers), sourceOfHeaders(headers, env), { ...input, agent: headers['user-agent'] ?? null }),
      ),
    signInByCode: (code, headers) =>
      outcomeOf(headers, () =>
        signInByCode(context(headers), sourceOfHeaders(headers, env), {
          secret: halfwayFrom(headers, isSecure),
          code,
          agent: headers['user-agent'] ?? null,
        }),
      ),
    async signOut(sid) {
      // The browser forgets its cookie all the same; the session ends by itself.
      await signOut(context(), sid).catch((error: unknown) => noteFault('a session could not be ended', error));
    },
    async isSessionAlive(sid) {
      // next-auth would take the cookie away from whoever asks while the store is: nothing is said, and the cookie stays.
      const session = await findSession(store.read, sid).catch((error: unknown) => {
        noteFault('whether a session lives could not be read', error);
        return null;
      });
      return session !== null && isSessionAlive(session, new Date());
    },
  };
}

type NewSession = Awaited<ReturnType<typeof startSession>>;

/** What `nextHandler` wrote down of the request as it arrived. */
function said(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

function sourceOfHeaders(headers: IncomingHttpHeaders, env: Env): Source {
  return { address: addressToCount(said(headers, addressHeader), env), device: said(headers, deviceHeader) };
}

async function demonstrationSession(context: CommandContext, username: string, headers: IncomingHttpHeaders, isDemonstration: boolean) {
  const person =
    isDemonstration && headers[atThisMachineHeader] === 'yes' ? await findPersonByUsername(context.store.read, username) : null;
  if (!person?.isActive)
    throw new Refused('forbidden', {
      zh: '一键登录只在本机演示中可用。',
      en: 'One-click sign-in works only in the demonstration on this machine.',
    });
  return startSession(context, person, headers['user-agent']);
}
