import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address';

const from = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  socket: { remoteAddress } as Socket,
});

it('T30: a forwarding header from a stranger is not believed', () => {
  expect(clientAddress(from('10.1.2.3', '8.8.8.8'), [])).toBe('10.1.2.3');
});

it('the address a named proxy vouches for counts, not what the client put before it', () => {
  expect(clientAddress(from('::ffff:127.0.0.1', '1.1.1.1, 10.20.30.40'), ['127.0.0.1'])).toBe('10.20.30.40');
});

it('a chain of named proxies is walked from the near end', () => {
  expect(clientAddress(from('127.0.0.1', '10.20.30.40, 10.0.0.2'), ['127.0.0.1', '10.0.0.2'])).toBe('10.20.30.40');
});

it('a named proxy that forwards nothing is itself the address', () => {
  expect(clientAddress(from('127.0.0.1'), ['127.0.0.1'])).toBe('127.0.0.1');
});
