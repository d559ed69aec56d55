import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { readEnv } from '@/server/env';
import { addressToCount, clientAddress } from './client-address';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ headers: forwarded ? { 'x-forwarded-for': forwarded } : {}, socket: { remoteAddress } }) as IncomingMessage;

it('T30: a forwarding header from a stranger is not believed', () => {
  expect(clientAddress(from('10.1.2.3', '8.8.8.8'), [])).toBe('10.1.2.3');
  expect(clientAddress(from('10.1.2.3', '8.8.8.8'), ['10.1.2.4'])).toBe('10.1.2.3');
});

it('the address a named proxy vouches for counts, not what the client put before it', () => {
  expect(clientAddress(from('::ffff:127.0.0.1', '1.1.1.1, 10.20.30.40'), ['127.0.0.1'])).toBe('10.20.30.40');
});

it('a chain of named proxies is walked from the near end', () => {
  expect(clientAddress(from('127.0.0.1', '10.20.30.40, 10.0.0.2'), ['127.0.0.1', '10.0.0.2'])).toBe('10.20.30.40');
  expect(clientAddress(from('127.0.0.1', '1.1.1.1, 10.20.30.40, 10.0.0.2'), ['127.0.0.1', '10.0.0.2'])).toBe('10.20.30.40');
});

it('a named proxy that forwards nothing is itself the address', () => {
  expect(clientAddress(from('127.0.0.1'), ['127.0.0.1'])).toBe('127.0.0.1');
});

it('a request that a proxy makes itself comes from that proxy, through whichever other it went', () => {
  expect(clientAddress(from('127.0.0.1', '10.0.0.2'), ['127.0.0.1', '10.0.0.2'])).toBe('10.0.0.2');
});

it.each([
  ['an IPv4 address that the socket writes as IPv6', '::ffff:10.20.30.40', undefined, [], '10.20.30.40'],
  ['one that the proxy writes so', '127.0.0.1', '::ffff:10.20.30.40', ['127.0.0.1'], '10.20.30.40'],
  ['one whose named proxy is written so', '127.0.0.1', '10.20.30.40', ['::ffff:127.0.0.1'], '10.20.30.40'],
  ['an IPv6 proxy under another spelling', '::1', 'fd00::7', ['0:0:0:0:0:0:0:1'], 'fd00::7'],
  ['a range of proxies', '10.0.3.9', '192.168.7.7, 10.0.4.4', ['10.0.0.0/8'], '192.168.7.7'],
  ['spaces and empty places in the header', '127.0.0.1', ' 1.1.1.1 ,, 10.20.30.40 , ', ['127.0.0.1'], '10.20.30.40'],
  ['a proxy that does not say from where', '127.0.0.1', 'unknown', ['127.0.0.1'], 'unknown'],
])('%s', (_, peer, forwarded, trusted, address) => {
  expect(clientAddress(from(peer, forwarded), trusted)).toBe(address);
});

it('a connection that is gone has no address', () => {
  expect(clientAddress(from(undefined, '10.20.30.40'), ['127.0.0.1'])).toBeNull();
});

const office = { NEXTAUTH_URL: 'https://nianbao.example' };
it.each([
  ['a visitor', {}, '10.20.30.40', '10.20.30.40'],
  ['this machine, without a proxy', {}, '127.0.0.1', '127.0.0.1'],
  ['whoever a named proxy vouches for', { ...office, NIANBAO_TRUSTED_PROXIES: '127.0.0.1' }, '10.20.30.40', '10.20.30.40'],
  ['a named proxy that says nothing', { ...office, NIANBAO_TRUSTED_PROXIES: '127.0.0.1' }, '127.0.0.1', null],
  ['one of a range of proxies', { ...office, NIANBAO_TRUSTED_PROXIES: '10.0.0.0/8' }, '10.0.4.4', null],
  ['this machine, where another proxy is named', { ...office, NIANBAO_TRUSTED_PROXIES: '10.0.0.0/8' }, '127.0.0.1', null],
  ['a proxy that is not named', office, '127.0.0.1', null],
  ['what is no address', { ...office, NIANBAO_TRUSTED_PROXIES: '127.0.0.1' }, 'unknown', null],
  ['a connection that is gone', {}, null, null],
])('guesses are counted by the address of %s, unless it is a proxy’s own', (_, variables, address, counted) => {
  expect(addressToCount(address, readEnv(variables))).toBe(counted);
});
