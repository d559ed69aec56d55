import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

/**
 * By what a browser is known again: a random word that says nothing, given at a door and kept for half a year. It opens nothing. Once somebody has
 * proven with it who they are, guesses from elsewhere at their account do not stop them here.
 */
const lifetimeSeconds = 180 * 24 * 3600;

/** How a browser's word travels to next-auth, also when it was given with this very request. Whatever a client sent under this name is overwritten. */
export const deviceHeader = 'x-nianbao-device';

/** Paths on which somebody may prove who they are: the sign-in page, links, and what they send. */
const doors = /^\/(?:sign-in|link\/|setup\/|api\/auth\/callback\/)/;

export function isDoor(path: string): boolean {
  return doors.test(path);
}

/** The word a browser was given, or null. Under https only by the name that no other host can set. */
export function deviceFrom(headers: IncomingHttpHeaders, isHttps: boolean): string | null {
  const word = headers.cookie ? parseCookie(headers.cookie)[cookieName(isHttps)] : undefined;
  return word !== undefined && /^[\w-]{32}$/.test(word) ? word : null;
}

export function newDevice(): string {
  return randomBytes(24).toString('base64url');
}

/** The `Set-Cookie` that gives it. */
export function deviceCookie(device: string, isHttps: boolean): string {
  return stringifySetCookie({
    name: cookieName(isHttps),
    value: device,
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    path: '/',
    maxAge: lifetimeSeconds,
  });
}

function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-nianbao-device' : 'nianbao-device';
}
