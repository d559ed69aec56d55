import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';
import { decode, encode, type JWT } from 'next-auth/jwt';
import type { Checks } from './ask-provider';

/** A way to the provider and back, kept in the browser that goes it, sealed by the key of the session cookies. */
export interface Way {
  checks: Checks;
  /** The session whose person binds an identity; null: somebody signs in. */
  bindsFor: string | null;
  /** The page of ours that was wanted by whoever signs in; null: their own first page. */
  to: string | null;
  /** When it was begun, in milliseconds: before the code of whoever has a second factor was asked for. */
  begunAt: number;
}

const lifetimeSeconds = 10 * 60;

interface Seal {
  secret: string;
  isSecure: boolean;
}

/** The `Set-Cookie` of a way that begins. A new one takes the place of any other: a browser goes one at a time. */
export async function wayCookie(way: Way, { secret, isSecure }: Seal): Promise<string> {
  const name = wayCookieName(isSecure);
  // By its salt it opens as nothing else, a session least of all.
  const value = await encode({ token: { way } as unknown as JWT, secret, salt: name, maxAge: lifetimeSeconds });
  return setCookie(value, lifetimeSeconds, isSecure);
}

/** A way is gone once, however it ends. */
export function noWayCookie(isSecure: boolean): string {
  return setCookie('', 0, isSecure);
}

/** The way this browser is on; null: none, one that is too old, or none that was begun here. */
export async function wayFrom(headers: IncomingHttpHeaders, { secret, isSecure }: Seal): Promise<Way | null> {
  const name = wayCookieName(isSecure);
  const token = headers.cookie ? parseCookie(headers.cookie)[name] : undefined;
  if (!token) return null;
  const opened = await decode({ token, secret, salt: name }).catch(() => null);
  return (opened?.way as Way | undefined) ?? null;
}

/** Lax, and no stricter: the browser brings it when another site's page leads here. */
function setCookie(value: string, maxAge: number, isSecure: boolean): string {
  return stringifySetCookie({ name: wayCookieName(isSecure), value, httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/', maxAge });
}

function wayCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-nianbao-identity' : 'nianbao-identity';
}
