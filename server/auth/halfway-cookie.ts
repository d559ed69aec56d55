import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { halfwayLifetimeMs } from './halfway';

/** What a browser keeps between the password and the code. No page's script reads it, and it opens nothing but the second step. */
export function halfwayCookie(secret: string, isHttps: boolean): string {
  return cookieOf(secret, halfwayLifetimeMs / 1000, isHttps);
}

/** Takes it away again. */
export function noHalfwayCookie(isHttps: boolean): string {
  return cookieOf('', 0, isHttps);
}

/** The secret that a browser was given, or null. Under https only by the name that no other host can set. */
export function halfwayFrom(headers: IncomingHttpHeaders, isHttps: boolean): string | null {
  const secret = headers.cookie ? parseCookie(headers.cookie)[cookieName(isHttps)] : undefined;
  return secret !== undefined && /^[\w-]{32}$/.test(secret) ? secret : null;
}

function cookieOf(value: string, maxAge: number, isHttps: boolean): string {
  return stringifySetCookie({ name: cookieName(isHttps), value, httpOnly: true, sameSite: 'strict', secure: isHttps, path: '/', maxAge });
}

function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-nianbao-halfway' : 'nianbao-halfway';
}
