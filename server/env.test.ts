import { expect, it } from 'vitest';
import { readEnv } from './env';

const proxies = (list: string) => readEnv({ NIANBAO_TRUSTED_PROXIES: list }).trustedProxies;

it('trusted proxies are addresses and ranges, with commas', () => {
  expect(readEnv({}).trustedProxies).toEqual([]);
  expect(proxies('')).toEqual([]);
  expect(proxies(' 127.0.0.1, ::1 ,10.0.0.0/8,')).toEqual(['127.0.0.1', '::1', '10.0.0.0/8']);
});

it.each(['proxy.example', '10.0.0.256', '10.0.0.0/40', '127.0.0.1, nginx'])('%s is refused by the name of its variable', (list) => {
  expect(() => proxies(list)).toThrow(/^NIANBAO_TRUSTED_PROXIES: must be addresses or ranges/);
});
