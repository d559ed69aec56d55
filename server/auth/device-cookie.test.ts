import { describe, expect, it } from 'vitest';
import { deviceCookie, deviceFrom, isDoor, newDevice } from './device-cookie';

describe('what a browser is known by', () => {
  it.each([
    [false, /^nianbao-device=[\w-]{32}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/],
    [true, /^__Host-nianbao-device=[\w-]{32}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
  ])('comes back as it was given (https: %s), and no script reads it', (isHttps, shape) => {
    const device = newDevice();
    const cookie = deviceCookie(device, isHttps);
    expect(cookie).toMatch(shape);
    expect(deviceFrom({ cookie: `a=b; ${cookie.split(';')[0]}` }, isHttps)).toBe(device);
  });

  it('under https a name that another host could set is not believed', () => {
    const [cookie] = deviceCookie(newDevice(), false).split(';');
    expect(deviceFrom({ cookie }, true)).toBeNull();
  });

  it.each(['', 'x', 'a'.repeat(31), 'a'.repeat(33), `${'a'.repeat(31)}=`, '<'.repeat(32)])('“%s” was never given', (word) => {
    expect(deviceFrom({ cookie: `nianbao-device=${word}` }, false)).toBeNull();
  });

  it('is given where somebody may say who they are, and nowhere else', () => {
    for (const path of ['/sign-in', '/sign-in?x=1', '/link/abc', '/setup/abc', '/api/auth/callback/password'])
      expect(isDoor(path)).toBe(true);
    for (const path of ['/', '/tasks', '/_next/static/x.js', '/api/auth/session', '/api/auth/csrf', '/api/trpc/person.me', '/files/x'])
      expect(isDoor(path)).toBe(false);
  });
});
