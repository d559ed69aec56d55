import { expect, it } from 'vitest';
import { sealedCookie } from '@/server/testing/sealed-cookie';
import { sessionIdFrom } from '../session-cookie';
import { noWayCookie, type Way, wayCookie, wayFrom } from './way-cookie';

const seal = { secret: 'a-secret-of-at-least-thirty-two-characters', isSecure: true };
const way: Way = { checks: { state: 's', nonce: 'n', verifier: 'v' }, bindsFor: 'a session', to: null, begunAt: 1 };
const kept = (line: string) => line.split(';')[0] ?? '';

it('is opened by the key that sealed it, in the browser that has it, and says nothing without', async () => {
  const cookie = kept(await wayCookie(way, seal));
  expect(await wayFrom({ cookie }, seal)).toEqual(way);
  expect(cookie).not.toContain('a session');
  expect(await wayFrom({ cookie }, { ...seal, secret: 'another-secret-of-thirty-two-characters' })).toBeNull();
  expect(await wayFrom({ cookie: `${cookie.slice(0, -4)}AAAA` }, seal)).toBeNull();
  expect(await wayFrom({}, seal)).toBeNull();
});

it('T32: under https no other host can set it, no script reads it, and it is taken away', async () => {
  const line = await wayCookie(way, seal);
  expect(line).toMatch(/^__Host-nianbao-identity=.*; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(noWayCookie(true)).toMatch(/^__Host-nianbao-identity=; Max-Age=0; /);
  expect(await wayFrom({ cookie: kept(await wayCookie(way, { ...seal, isSecure: false })) }, seal)).toBeNull();
});

it('is no session, and a session is no way', async () => {
  const value = kept(await wayCookie(way, seal)).split('=')[1];
  expect(await sessionIdFrom(`__Host-next-auth.session-token=${value}`, seal, new Date())).toBeNull();
  const session = await sealedCookie('sid', seal.secret, '__Host-nianbao-identity');
  expect(await wayFrom({ cookie: session }, seal)).toBeNull();
});
