import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext } from '@/server/api/context';
import { type ApiContext, contextOrTrouble } from '@/server/api/trpc';
import { endFormerSession } from '@/server/auth/end-former-session';
import { redirectUriOf } from '@/server/auth/identity/identity-door';
import type { ProvenIdentity } from '@/server/auth/identity/identity-of';
import { outcomeOf, refusedIdentity } from '@/server/auth/identity/refusals';
import { signInByIdentity } from '@/server/auth/identity/sign-in-by-identity';
import { noWayCookie, wayFrom } from '@/server/auth/identity/way-cookie';
import { refuseGuess } from '@/server/auth/refused-guesses';
import { sessionCookie } from '@/server/auth/session-cookie';
import { anonymous } from '@/server/auth/sign-in';
import { bindIdentity } from '@/server/commands/account/bind-identity';
import type { CommandContext } from '@/server/commands/command';
import type { IdentityOutcome } from '@/server/domain/accounts/identity-outcome';
import { ownAddress } from '@/server/domain/own-address';
import { Refused } from '@/server/errors';
import { refusalOf } from '@/server/fault';
import { errorFacts } from '@/server/log/error-facts';
import { currentRequest, noteFault } from '@/server/log/request-scope';
import type { Runtime } from '@/server/runtime';
import { clientAddress, sourceOf } from './client-address';

/** Where the answer leads: to a page of our own, named here or sealed by us when the way began, whatever the request says. */
interface Led {
  to: string;
  outcome?: IdentityOutcome;
  cookies?: readonly string[];
}

/**
 * The way back from the office's identity provider (`/api/identity/callback`), past Next: the procedure that begins the way left in the browser
 * what has to come back, and this takes it away, however it ends.
 */
export function identityHandler(runtime: Runtime): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/api/identity/callback' || request.method !== 'GET' || !runtime.env.identity)
      return void response.writeHead(404).end();
    comeBack(runtime, request, search)
      .catch((error: unknown): Led => {
        noteFault('fault', error);
        return { to: '/sign-in', outcome: 'trouble' };
      })
      .then(({ to, outcome, cookies = [] }) => {
        for (const cookie of [noWayCookie(runtime.isSecure), ...cookies]) response.appendHeader('Set-Cookie', cookie);
        response.writeHead(303, { Location: outcome ? `${to}?identity=${outcome}` : to }).end();
      });
  };
}

async function comeBack(runtime: Runtime, request: IncomingMessage, query: string): Promise<Led> {
  const { env, secret, isSecure } = runtime;
  const way = await wayFrom(request.headers, { secret, isSecure });
  const from = sourceOf(request, env);
  const to = way?.bindsFor ? '/account' : '/sign-in';
  try {
    if (!way || !env.identity || !env.publicUrl) throw refusedIdentity('not_begun', 'invalid');
    const api = await contextOrTrouble(createContext(runtime, request.headers, clientAddress(request, env.trustedProxies), { from }));
    const { hearWho } = await import('@/server/auth/identity/ask-provider');
    const proven = await hearWho(env.identity, redirectUriOf(env.publicUrl), way.checks, query).catch((error: unknown) =>
      refuse(api, error),
    );
    if (way.bindsFor !== null) {
      await bind(api, { ...way, bindsFor: way.bindsFor }, proven);
      return { to: '/account', outcome: 'bound' };
    }
    const context = nobody(api);
    const session = await signInByIdentity(context, from, { proven, agent: request.headers['user-agent'] ?? null });
    await endFormerSession(context, request.headers.cookie, { secret, isSecure });
    return { to: ownAddress(way.to) ?? '/', cookies: [await sessionCookie(session, { secret, isSecure })] };
  } catch (error) {
    const refused = refusalOf(error, currentRequest()?.id ?? '');
    if (!refused) throw error;
    if (refused !== error) noteFault('trouble with the store', error);
    return { to, outcome: outcomeOf(refused) };
  }
}

/** For whoever began it, in the same session: the state says that it is the same browser, not that it is the same person. */
async function bind(api: ApiContext, way: { bindsFor: string; begunAt: number }, proven: ProvenIdentity): Promise<void> {
  if (api.actor?.sessionId !== way.bindsFor) throw refusedIdentity('left', 'not_signed_in');
  await bindIdentity({ ...api.command, actor: api.actor }, proven, new Date(way.begunAt));
}

/** An answer that does not fit is written down as any refusal of a door; a provider that is away is the operator's to hear of. */
async function refuse(api: ApiContext, error: unknown): Promise<never> {
  currentRequest()?.log.warn({ error: errorFacts(error) }, 'the identity provider did not say who it is');
  if (!(error instanceof Refused) || error.code === 'provider_away') throw error;
  const told = { act: 'session.start', username: 'identity', from: api.from.address ?? 'nowhere', guess: null, isPerson: false };
  return refuseGuess(nobody(api), told, error);
}

function nobody(api: ApiContext): CommandContext {
  return { ...api.command, actor: anonymous };
}
