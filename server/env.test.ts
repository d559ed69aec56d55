import { expect, it } from 'vitest';
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
