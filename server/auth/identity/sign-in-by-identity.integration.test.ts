import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countPeople, findSession, identitiesOf, type Store, updatePerson, writePassword } from '@/db/store';
import { identityHandler } from '@/server/boot/identity-handler';
import { newRuntime } from '@/server/boot/new-runtime';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { watched } from '@/server/boot/watched';
import { bindIdentity } from '@/server/commands/account/bind-identity';
import { releaseIdentity } from '@/server/commands/office/release-identity';
import { type Env, readEnv } from '@/server/env';
import { newLog } from '@/server/log/log';
import type { Runtime } from '@/server/runtime';
import { type ABrowser, aBrowser } from '@/server/testing/a-browser';
import { type IdentityProviderForTests, startIdentityProvider } from '@/server/testing/identity-provider';
import { inADistrict } from '@/server/testing/in-a-district';
import { eventsOf } from '@/server/testing/log-of';
import { expectRefused } from '@/server/testing/refusal-of';
import { nowhere } from '../guesses';
import { hashPassword } from '../passwords';
import { sessionCookie, sessionCookieName, sessionIdFrom } from '../session-cookie';
import { anonymous } from '../sign-in';
import { tellIfProviderIsAway } from './at-start';
import { redirectUriOf } from './identity-door';
import { signInByIdentity } from './sign-in-by-identity';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const password = 'Kafei-3-bei-cha';
const hashed = hashPassword(password);
/** Number of an identity card, as some providers have for a subject. */
/** Before anything that a test does. */
const begunAt = new Date(0);
const subject = '330102199003071234';

describe('the office’s own identity provider', () => {
  const district = inADistrict();
  let provider: IdentityProviderForTests;
  let server: Server;
  let runtime: Runtime;
  let app: string;
  let logged = '';

  const serve = (identity: Partial<Record<string, string>>) => {
    const env: Env = readEnv({ NEXTAUTH_SECRET: secret, NEXTAUTH_URL: app, NIANBAO_OIDC_CLIENT_ID: 'nianbao', ...identity });
    runtime = newRuntime({ env, store: district().store, isDemonstration: false, overlay: null });
    const [procedures, comeBack] = [trpcHandler(runtime), identityHandler(runtime)];
    const log = newLog({ log: null, logLevel: 'debug' }, { write: (line) => (logged += line) });
    const answer = watched((request, response) => (request.url?.startsWith('/api/trpc/') ? procedures : comeBack)(request, response), {
      env,
      log,
      metrics: null,
    });
    server.removeAllListeners('request');
    server.on('request', answer);
  };
  const startProvider = async (clientSecret?: null) => {
    provider = await startIdentityProvider(redirectUriOf(app), clientSecret === null ? { clientSecret } : {});
    serve({
      NIANBAO_OIDC_ISSUER: provider.issuer,
      ...(provider.clientSecret ? { NIANBAO_OIDC_CLIENT_SECRET: provider.clientSecret } : {}),
    });
  };

  beforeEach(async () => {
    logged = '';
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    app = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await startProvider();
    const passwordHash = await hashed;
    await district().store.tx((tx) => updatePerson(tx, district().clerk(0).actor.userId, { passwordHash }));
  });
  afterEach(async () => {
    await provider.stop();
    server.close();
    server.closeAllConnections();
  });

  const call = async (browser: ABrowser, path: string, input?: object) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ 0: { json: input } }) };
    const response = await browser.request(`${app}/api/trpc/${path}?batch=1`, init);
    const [answer] = (await response.json()) as {
      result?: { data: { json: { location: string } } };
      error?: { json: { message: string } };
    }[];
    return { status: response.status, location: answer?.result?.data.json.location ?? '', told: answer?.error?.json.message ?? '' };
  };
  const who = async (browser: ABrowser) => {
    const response = await browser.request(`${app}/api/trpc/person.me?batch=1`);
    const [answer] = (await response.json()) as { result: { data: { json: { name: string } | null } } }[];
    return answer?.result.data.json?.name ?? null;
  };
  /** At the provider somebody says who they are. @returns the address to which they are sent back */
  const atTheProvider = async (browser: ABrowser, location: string, login: string | null) => {
    const { address } = await browser.follow(location, app);
    const body = new URLSearchParams(login === null ? { leaves: 'yes' } : { login });
    return new URL((await browser.follow(address, app, { method: 'POST', body })).address);
  };
  const begin = async (browser: ABrowser, login: string | null = subject) =>
    atTheProvider(browser, (await call(browser, 'person.goToProvider')).location, login);
  const ledTo = async (browser: ABrowser, address: URL | string) => (await browser.request(String(address))).headers.get('location');
  const byPassword = async (browser = aBrowser()) => {
    const { username } = district().clerk(0).actor;
    const session = await runtime.signIn({ username, password }, {});
    if (!session.ok) throw new Error(session.code);
    const cookie = await sessionCookie(session, { secret });
    browser.cookies(app).set(sessionCookieName(false), decodeURIComponent(cookie.split(';')[0]?.split('=')[1] ?? ''));
    return browser;
  };
  const beginToBind = async (browser: ABrowser, login = subject) =>
    atTheProvider(browser, (await call(browser, 'account.goToProvider', { password })).location, login);
  const bound = async (index = 0) => (await identitiesOf(district().store.read, district().clerk(index).actor.userId)).length;
  const bindDirectly = (index = 0) => bindIdentity(district().clerk(index), { issuer: provider.issuer, subject }, begunAt);
  const name = () => district().clerk(0).actor.name;
  const sessionOf = async (browser: ABrowser) => {
    const header = [...browser.cookies(app)].map(([key, value]) => `${key}=${value}`).join('; ');
    const sid = await sessionIdFrom(header, { secret }, new Date());
    return sid === null ? null : findSession(district().store.read, sid);
  };

  describe.each([
    ['a client with a secret', undefined],
    ['a public client, by PKCE alone', null],
  ] as const)('%s', (_, clientSecret) => {
    it('a person binds who they are there, by password, and signs in by it elsewhere', async () => {
      if (clientSecret === null) {
        await provider.stop();
        await startProvider(null);
      }
      const browser = await byPassword();
      const events = await eventsOf(district().store, async () => {
        expect(await ledTo(browser, await beginToBind(browser))).toBe('/account?identity=bound');
      });
      expect(events.map((event) => event.kind)).toEqual(['session.confirmed', 'person.identity_bound']);
      const elsewhere = aBrowser();
      const signedIn = await eventsOf(district().store, async () => {
        expect(await ledTo(elsewhere, await begin(elsewhere))).toBe('/');
      });
      const { username } = district().clerk(0).actor;
      expect(signedIn.map(({ kind, payload }) => [kind, payload])).toEqual([['session.started', { username, issuer: provider.issuer }]]);
      expect([await who(elsewhere), (await sessionOf(elsewhere))?.issuer]).toEqual([name(), provider.issuer]);
    });
  });

  it('is bound once by six who come back at once with one answer', async () => {
    const browser = await byPassword();
    const address = await beginToBind(browser);
    const events = await eventsOf(district().store, async () => {
      const led = await Promise.all(Array.from({ length: 6 }, () => ledTo(browser.copy(), address)));
      expect(led.filter((to) => to === '/account?identity=bound')).toHaveLength(1);
      expect(new Set(led)).toEqual(new Set(['/account?identity=bound', '/account?identity=not_proven']));
    });
    expect(events.filter((event) => event.kind === 'person.identity_bound')).toHaveLength(1);
    expect(await bound()).toBe(1);
  });

  it.each([
    ['another state', (address: URL) => address.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (address: URL) => address.searchParams.delete('state')],
    ['another issuer', (address: URL) => address.searchParams.set('iss', 'https://id.example')],
    ['no issuer, where the provider names itself', (address: URL) => address.searchParams.delete('iss')],
    ['another code', (address: URL) => address.searchParams.set('code', 'x'.repeat(43))],
    ['no code', (address: URL) => address.searchParams.delete('code')],
    ['two states', (address: URL) => address.searchParams.append('state', 'y')],
    [
      'an identity token in place of a code',
      (address: URL) => {
        address.searchParams.delete('code');
        address.searchParams.set('id_token', 'a.b.c');
      },
    ],
  ])('who comes back with %s is nobody, and the way is gone', async (_, change) => {
    await bindDirectly();
    const browser = aBrowser();
    const address = await begin(browser);
    const right = new URL(address);
    change(address);
    const events = await eventsOf(district().store, async () => {
      expect(await ledTo(browser, address)).toBe('/sign-in?identity=not_proven');
    });
    expect(events.map(({ kind, objectId }) => [kind, objectId])).toEqual([['refused', 'identity']]);
    expect(await ledTo(browser, right)).toBe('/sign-in?identity=not_begun');
    expect(await who(browser)).toBeNull();
  });

  it('a token for another nonce is refused', async () => {
    await bindDirectly();
    const browser = aBrowser();
    const location = new URL((await call(browser, 'person.goToProvider')).location);
    location.searchParams.set('nonce', 'of another');
    expect(await ledTo(browser, await atTheProvider(browser, location.href, subject))).toBe('/sign-in?identity=not_proven');
    expect(await who(browser)).toBeNull();
  });

  it('a code that was used is refused, by who kept all that the browser had too', async () => {
    await bindDirectly();
    const browser = aBrowser();
    const address = await begin(browser);
    const kept = browser.copy();
    expect(await ledTo(browser, address)).toBe('/');
    expect(await ledTo(browser, address)).toBe('/sign-in?identity=not_begun');
    expect(await ledTo(kept, address)).toBe('/sign-in?identity=not_proven');
    expect(await who(kept)).toBeNull();
  });

  it('nobody is signed in by what another browser began, and who was signed in there stays so', async () => {
    await bindDirectly(1);
    const victim = await byPassword();
    const attacker = aBrowser();
    const address = await begin(attacker);
    expect(await ledTo(victim, address)).toBe('/sign-in?identity=not_begun');
    expect(await who(victim)).toBe(name());
  });

  it('an identity that is bound to no account is told whom to ask, and nobody is made', async () => {
    const people = await countPeople(district().store.read);
    const browser = aBrowser();
    const events = await eventsOf(district().store, async () => {
      expect(await ledTo(browser, await begin(browser))).toBe('/sign-in?identity=unbound');
    });
    expect(events.map((event) => event.kind)).toEqual(['refused']);
    expect(JSON.stringify(events)).not.toContain(subject);
    expect([await countPeople(district().store.read), await who(browser)]).toEqual([people, null]);
  });

  it('an identity of somebody else is not bound, nor a second one', async () => {
    await bindDirectly(1);
    const browser = await byPassword();
    expect(await ledTo(browser, await beginToBind(browser))).toBe('/account?identity=taken');
    expect(await bound()).toBe(0);
    browser.cookies(provider.issuer).clear();
    expect(await ledTo(browser, await beginToBind(browser, 'another'))).toBe('/account?identity=bound');
    expect((await call(browser, 'account.goToProvider', { password })).told).toContain('已经绑定了统一身份');
  });

  it('binds nothing without the password, nor for somebody who is not signed in, nor when another has signed in meanwhile', async () => {
    const browser = await byPassword();
    expect((await call(browser, 'account.goToProvider', { password: 'not the password' })).told).toContain('密码不正确');
    expect((await call(aBrowser(), 'account.goToProvider', { password })).status).toBe(401);
    const address = await beginToBind(browser);
    await byPassword(browser);
    expect(await ledTo(browser, address)).toBe('/account?identity=left');
    expect(await bound()).toBe(0);
  });

  it('a way to sign in that was begun after one to bind, and left, binds nothing', async () => {
    const browser = await byPassword();
    await beginToBind(browser);
    expect(await ledTo(browser, await begin(browser, 'somebody else'))).toBe('/sign-in?identity=unbound');
    expect([await bound(), await who(browser)]).toEqual([0, name()]);
  });

  it('somebody who is disabled stays outside', async () => {
    await bindDirectly();
    await district().store.tx((tx) => updatePerson(tx, district().clerk(0).actor.userId, { isActive: false }));
    const browser = aBrowser();
    expect(await ledTo(browser, await begin(browser))).toBe('/sign-in?identity=disabled');
    expect(await who(browser)).toBeNull();
  });

  it('an identity that is taken away while its person comes in starts no session', async () => {
    await bindDirectly();
    const { admin, store, unitIds } = district();
    const proven = { issuer: provider.issuer, subject };
    const of = { userId: district().clerk(0).actor.userId, unitId: unitIds[0] ?? '', reason: '绑定的不是本人的统一身份。' };
    let isTaken = false;
    const tx: Store['tx'] = async (work, scope) => {
      if (!isTaken) {
        isTaken = true;
        await releaseIdentity(admin, of);
      }
      return store.tx(work, scope);
    };
    const context = { ...admin, actor: anonymous, store: Object.create(store, { tx: { value: tx } }) as Store };
    const events = await eventsOf(store, () => expectRefused(signInByIdentity(context, nowhere, { proven, agent: null }), 'not_signed_in'));
    expect(events.map((event) => event.kind)).toEqual(['person.identity_unbound', 'refused']);
  });

  it('who turns back at the provider is told so', async () => {
    const browser = aBrowser();
    expect(await ledTo(browser, await begin(browser, null))).toBe('/sign-in?identity=cancelled');
  });

  it('a provider that is away is told of when one goes there, and when one comes back', async () => {
    await bindDirectly();
    const browser = aBrowser();
    const address = await begin(browser);
    await provider.stop();
    expect(await call(browser, 'person.goToProvider')).toMatchObject({
      status: 412,
      told: expect.stringContaining('统一身份认证服务现在连不上'),
    });
    expect(await ledTo(browser, address)).toBe('/sign-in?identity=away');
  });

  it('whoever starts the app hears that the provider is away, and nothing where it is there', async () => {
    const told: string[] = [];
    await tellIfProviderIsAway(runtime.env, ({ zh }) => void told.push(zh));
    expect(told).toEqual([]);
    await provider.stop();
    await tellIfProviderIsAway(runtime.env, ({ zh }) => void told.push(zh));
    expect(told).toEqual([expect.stringContaining(provider.issuer)]);
  });

  it('ends the session that the browser had', async () => {
    await bindDirectly();
    const browser = await byPassword();
    const former = await sessionOf(browser);
    expect(await ledTo(browser, await begin(browser))).toBe('/');
    const now = await sessionOf(browser);
    expect(now?.id).not.toBe(former?.id);
    expect((await findSession(district().store.read, former?.id ?? ''))?.endedAt).not.toBeNull();
  });

  it('a password that is too old stops nobody who came without it', async () => {
    await bindDirectly();
    const { userId } = district().clerk(0).actor;
    const setAt = new Date(Date.now() - 100 * 24 * 3_600_000);
    const passwordHash = await hashPassword(password);
    await district().store.tx((tx) => writePassword(tx, userId, { id: 'the old one', passwordHash, setAt, keep: 5 }));
    const hasOld = async (browser: ABrowser) => {
      const response = await browser.request(`${app}/api/trpc/filing.tasks?batch=1`);
      return response.status;
    };
    const browser = aBrowser();
    await ledTo(browser, await begin(browser));
    expect([await hasOld(browser), await hasOld(await byPassword())]).toEqual([200, 403]);
  });

  it('leads to our own pages only, and back to the configured address, whatever a request says', async () => {
    await bindDirectly();
    const browser = aBrowser();
    const init = { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-host': 'evil.example' }, body: '{"0":{}}' };
    const answer = await browser.request(`${app}/api/trpc/person.goToProvider?batch=1&callbackUrl=https://evil.example`, init);
    const location = new URL(JSON.parse(await answer.text())[0].result.data.json.location as string);
    expect(location.searchParams.get('redirect_uri')).toBe(`${app}/api/identity/callback`);
    expect(location.searchParams.get('code_challenge_method')).toBe('S256');
    const address = await atTheProvider(browser, location.href, subject);
    for (const name of ['callbackUrl', 'redirect', 'next']) address.searchParams.set(name, 'https://evil.example');
    expect(await ledTo(browser, address)).toBe('/');
  });

  it.each([
    ['/filings/a?b=c#section=3', '/filings/a?b=c#section=3'],
    ['//evil.example/tasks', '/'],
    ['/sign-in', '/'],
  ])('leads whoever wanted %s to %s', async (to, led) => {
    await bindDirectly();
    const browser = aBrowser();
    const { location } = await call(browser, 'person.goToProvider', { to });
    expect(await ledTo(browser, await atTheProvider(browser, location, subject))).toBe(led);
  });

  it('keeps its secrets out of the log', async () => {
    const browser = await byPassword();
    const begun = new URL((await call(browser, 'account.goToProvider', { password })).location);
    const address = await atTheProvider(browser, begun.href, subject);
    const kept = browser.copy();
    await ledTo(browser, address);
    await ledTo(kept, address);
    await provider.stop();
    await call(browser, 'person.goToProvider');
    const secrets = [
      ...(['state', 'nonce', 'code_challenge'] as const).map((one) => begun.searchParams.get(one)),
      address.searchParams.get('code'),
      ...kept.cookies(app).values(),
      provider.clientSecret,
      subject,
      password,
    ];
    expect(secrets.every((one) => typeof one === 'string' && one.length > 10)).toBe(true);
    expect(logged).toContain('the identity provider did not say who it is');
    for (const one of secrets) expect(logged).not.toContain(one);
  });

  describe('a provider that answers what it should not', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { privateKey: otherKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' };
    let stub: Server;
    let issuer: string;
    /** What it calls itself, and the token it gives. */
    let says: { issuer?: string; token: (nonce: string) => string };
    let nonce = '';

    const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signed = (claims: object, { alg = 'RS256', key = privateKey } = {}) => {
      const words = `${encoded({ alg, kid: 'k' })}.${encoded(claims)}`;
      if (alg === 'none') return `${words}.`;
      if (alg === 'HS256')
        return `${words}.${createHmac('sha256', provider.clientSecret ?? '')
          .update(words)
          .digest('base64url')}`;
      return `${words}.${createSign('sha256').update(words).sign(key).toString('base64url')}`;
    };
    const seconds = (ms = 0) => Math.floor((Date.now() + ms) / 1000);
    const claims = (more: object = {}) => ({
      iss: issuer,
      aud: 'nianbao',
      sub: subject,
      iat: seconds(),
      exp: seconds(60_000),
      nonce,
      ...more,
    });

    beforeEach(async () => {
      stub = createServer((request, response) => {
        const path = request.url?.split('?')[0];
        const json = (value: object) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
        if (path === '/.well-known/openid-configuration')
          return json({
            issuer: says.issuer ?? issuer,
            authorization_endpoint: `${issuer}/auth`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/jwks`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['RS256'],
          });
        if (path === '/jwks') return json({ keys: [jwk] });
        return json({ access_token: 'a', token_type: 'Bearer', id_token: says.token(nonce) });
      }).listen(0, '127.0.0.1');
      await once(stub, 'listening');
      issuer = `http://127.0.0.1:${(stub.address() as AddressInfo).port}`;
      serve({ NIANBAO_OIDC_ISSUER: issuer, NIANBAO_OIDC_CLIENT_SECRET: provider.clientSecret ?? '' });
      await bindIdentity(district().clerk(0), { issuer, subject }, begunAt);
      says = { token: () => signed(claims()) };
    });
    afterEach(() => {
      stub.close();
      stub.closeAllConnections();
    });

    const comeBack = async () => {
      const browser = aBrowser();
      const location = new URL((await call(browser, 'person.goToProvider')).location);
      nonce = location.searchParams.get('nonce') ?? '';
      const state = location.searchParams.get('state') ?? '';
      return { browser, led: await ledTo(browser, `${app}/api/identity/callback?${new URLSearchParams({ state, code: 'c' })}`) };
    };

    it('is believed when all is as it should be: the same stub', async () => {
      const { browser, led } = await comeBack();
      expect([led, await who(browser)]).toEqual(['/', name()]);
    });

    it.each<[string, () => string]>([
      ['is not signed', () => signed(claims(), { alg: 'none' })],
      ['is signed by the secret of the client', () => signed(claims(), { alg: 'HS256' })],
      ['is signed by another key', () => signed(claims(), { key: otherKey })],
      ['is for another client', () => signed(claims({ aud: 'another' }))],
      ['is for several, and was given to another', () => signed(claims({ aud: ['nianbao', 'another'], azp: 'another' }))],
      ['is of another issuer', () => signed(claims({ iss: 'https://id.example' }))],
      ['has run out', () => signed(claims({ iat: seconds(-600_000), exp: seconds(-300_000) }))],
      ['has no nonce', () => signed(claims({ nonce: undefined }))],
      ['has no subject', () => signed(claims({ sub: undefined }))],
      ['has no end', () => signed(claims({ exp: undefined }))],
      ['is no token', () => 'a.b.c'],
    ])('a token that %s', async (_, token) => {
      says = { token };
      const { browser, led } = await comeBack();
      expect([led, await who(browser)]).toEqual(['/sign-in?identity=not_proven', null]);
    });

    it('one that calls itself by another name is not gone to', async () => {
      says = { ...says, issuer: 'https://id.example' };
      expect((await call(aBrowser(), 'person.goToProvider')).status).toBe(412);
    });
  });
});
