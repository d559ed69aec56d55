import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { IdentityProvider } from '@/server/env';
import type { ProvenIdentity } from './identity-of';
import { refusedIdentity } from './refusals';

/** What is kept of a way to the provider and back, in the browser that goes it. */
export interface Checks {
  state: string;
  nonce: string;
  /** Of PKCE: without it the code is worth nothing. */
  verifier: string;
}

const timeoutSeconds = 8;
/** By how much the clocks of the two may differ. */
const toleranceSeconds = 30;

/**
 * Where the browser goes to say who it is, and what has to come back with it.
 *
 * @param isAskedAnew also who is signed in at the provider says so again: on a computer of several people it may be somebody else
 * @throws Refused provider_away
 */
export async function askWho(
  provider: IdentityProvider,
  redirectUri: string,
  { isAskedAnew }: { isAskedAnew: boolean },
): Promise<{ checks: Checks; location: string }> {
  const configuration = await findProvider(provider);
  const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const location = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid',
    response_type: 'code',
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    ...(isAskedAnew ? { prompt: 'login' } : {}),
  });
  return { checks, location: location.href };
}

/**
 * Who has come back: the code is exchanged for what the provider signed, and that is checked: state, issuer (of the answer and of the token), nonce,
 * audience, time, signature by a key of the provider's. A code is taken by the provider once.
 *
 * @param query what the browser brought, as it stands in the address
 * @throws Refused invalid (something does not fit; the person turned back), provider_away
 * @source OpenID Connect Core 1.0, 3.1.3.7; RFC 9207; RFC 9700, 2.1.1 and 4.4
 */
export async function hearWho(provider: IdentityProvider, redirectUri: string, checks: Checks, query: string): Promise<ProvenIdentity> {
  const configuration = await findProvider(provider);
  const answer = new URL(redirectUri);
  answer.search = query;
  const tokens = await authorizationCodeGrant(configuration, answer, {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  }).catch((error: unknown) => {
    if (error instanceof AuthorizationResponseError && error.error === 'access_denied') throw refusedIdentity('cancelled', 'invalid');
    throw isAway(error) ? refusedIdentity('away', 'provider_away', error) : refusedIdentity('not_proven', 'invalid', error);
  });
  const claims = tokens.claims();
  if (!claims) throw refusedIdentity('not_proven', 'invalid');
  return { issuer: claims.iss, subject: claims.sub };
}

/**
 * What the provider says of itself, asked anew each time: a sign-in is rare beside all else, and a provider that is away is told of before anybody is sent
 * there. It has to call itself by the very name it is configured by.
 */
export async function findProvider({ issuer, clientId, clientSecret }: IdentityProvider): Promise<Configuration> {
  const isPlain = new URL(issuer).protocol === 'http:';
  const metadata = { [clockTolerance]: toleranceSeconds };
  const authentication = (supported: readonly string[] | undefined) => {
    if (clientSecret === null) return None();
    // What a client that says nothing is registered with. @source OpenID Connect Dynamic Client Registration 1.0, 2
    const isBasic = supported === undefined || supported.includes('client_secret_basic');
    return isBasic ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret);
  };
  return discovery(
    new URL(issuer),
    clientId,
    metadata,
    (server, ...rest) => authentication(server.token_endpoint_auth_methods_supported)(server, ...rest),
    { timeout: timeoutSeconds, execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])] },
  ).catch((error: unknown) => {
    throw refusedIdentity('away', 'provider_away', error);
  });
}

/** It did not answer, or said that it cannot now; everything else it did say. */
function isAway(error: unknown): boolean {
  const { name, status, code } = error as { name?: string; status?: unknown; code?: unknown };
  return name === 'TimeoutError' || code === 'OAUTH_TIMEOUT' || error instanceof TypeError || (typeof status === 'number' && status >= 500);
}
