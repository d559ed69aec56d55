import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** An OpenID provider on loopback, where whoever types a name is that person. */
export interface IdentityProviderForTests {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  stop: () => Promise<void>;
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signingKey = { ...privateKey.export({ format: 'jwk' }), kid: 'of the tests', use: 'sig', alg: 'RS256' };

/** @param clientSecret null: a public client */
export async function startIdentityProvider(
  redirectUri: string,
  { clientSecret = randomBytes(24).toString('hex') }: { clientSecret?: string | null } = {},
): Promise<IdentityProviderForTests> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'nianbao';
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        ...(clientSecret === null ? { token_endpoint_auth_method: 'none' } : { client_secret: clientSecret }),
      },
    ],
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    interactions: { url: (_, { uid }) => `/who/${uid}` },
    // Nobody is asked whether the office's own app may know who they are.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/who/')) void askWho(provider, request, response);
    else answer(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The provider's own page: a name, and a way out. */
async function askWho(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="zh"><title>统一身份认证</title><link rel="icon" href="data:,"><main><h1>统一身份认证</h1><form method="post">
<label>工号 <input name="login" required></label><button>登录</button><button name="leaves" value="yes" formnovalidate>取消</button></form></main></html>`,
    );
    return;
  }
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const given = new URLSearchParams(body);
  const result = given.has('leaves')
    ? { error: 'access_denied', error_description: 'turned back' }
    : { login: { accountId: given.get('login') ?? '', remember: false } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
