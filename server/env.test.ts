import { describe, expect, it } from 'vitest';
import { hidesAddresses, readEnv, startWarnings } from './env';

const proxies = (list: string) => readEnv({ NIANBAO_TRUSTED_PROXIES: list }).trustedProxies;

it('trusted proxies are addresses and ranges, with commas', () => {
  expect(readEnv({}).trustedProxies).toEqual([]);
  expect(proxies('')).toEqual([]);
  expect(proxies(' 127.0.0.1, ::1 ,10.0.0.0/8,')).toEqual(['127.0.0.1', '::1', '10.0.0.0/8']);
});

it.each(['proxy.example', '10.0.0.256', '10.0.0.0/40', '127.0.0.1, nginx'])('%s is refused by the name of its variable', (list) => {
  expect(() => proxies(list)).toThrow(/^NIANBAO_TRUSTED_PROXIES: must be addresses or ranges/);
});

it.each([
  ['the app on its own', {}, 0, false],
  ['a proxy on this machine that is not named', { NEXTAUTH_URL: 'https://nianbao.example' }, 1, true],
  ['one without TLS', { NEXTAUTH_URL: 'http://nianbao.example' }, 1, true],
  ['one that is named', { NEXTAUTH_URL: 'https://nianbao.example', NIANBAO_TRUSTED_PROXIES: '127.0.0.1' }, 0, false],
  ['an address of this machine, which needs none', { NEXTAUTH_URL: 'http://localhost:3000' }, 1, false],
  ['its own address in the office', { NEXTAUTH_URL: 'http://10.0.0.5:3000', HOST: '10.0.0.5' }, 0, false],
  ['a proxy on another machine that ends TLS', { NEXTAUTH_URL: 'https://nianbao.example', HOST: '10.0.0.5' }, 1, true],
])('%s: whether the start warns, and whether addresses are hidden', (_, variables, warnings, isHidden) => {
  const env = readEnv(variables);
  expect([startWarnings(env).length, hidesAddresses(env)]).toEqual([warnings, isHidden]);
  for (const { zh, en } of startWarnings(env)) for (const text of [zh, en]) expect(text).toContain('NIANBAO_TRUSTED_PROXIES=127.0.0.1');
});

describe('the identity provider', () => {
  const issuer = 'https://id.example/realms/office';
  const whole = { NIANBAO_OIDC_ISSUER: issuer, NIANBAO_OIDC_CLIENT_ID: 'nianbao', NEXTAUTH_URL: 'https://nianbao.example' };

  it('is one that is configured whole; its secret may be none, and its name is the button’s', () => {
    expect(readEnv({}).identity).toBeNull();
    expect(readEnv(whole).identity).toEqual({ issuer, clientId: 'nianbao', clientSecret: null, name: '统一身份认证' });
    const named = readEnv({ ...whole, NIANBAO_OIDC_CLIENT_SECRET: 'a secret', NIANBAO_OIDC_NAME: '政务通' });
    expect(named.identity).toMatchObject({ clientSecret: 'a secret', name: '政务通' });
  });

  it.each(Object.keys(whole))('without %s is refused by the name of what is missing', (name) => {
    expect(() => readEnv({ ...whole, [name]: undefined })).toThrow(new RegExp(`^${name}: 统一身份认证没有配置完整`));
  });

  it('by its secret alone is half a configuration', () => {
    expect(() => readEnv({ NIANBAO_OIDC_CLIENT_SECRET: 'a secret' })).toThrow(
      /^NIANBAO_OIDC_ISSUER: .*\nNIANBAO_OIDC_CLIENT_ID: .*\nNEXTAUTH_URL: /,
    );
  });

  it.each(['http://id.example', 'id.example', `${issuer}?tenant=1`, `${issuer}#a`, 'ftp://id.example'])('%s is no issuer', (wrong) => {
    expect(() => readEnv({ ...whole, NIANBAO_OIDC_ISSUER: wrong })).toThrow(/^NIANBAO_OIDC_ISSUER: /);
  });

  it.each(['http://127.0.0.1:9000', 'http://localhost:9000/realms/office', 'http://[::1]:9000'])('%s is one on this machine', (local) => {
    expect(readEnv({ ...whole, NIANBAO_OIDC_ISSUER: local }).identity?.issuer).toBe(local);
  });
});
