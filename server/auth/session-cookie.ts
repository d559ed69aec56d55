import { parseCookie, stringifySetCookie } from 'cookie';
import { decode, encode } from 'next-auth/jwt';
import { absoluteLimitMs } from './session-limits';

/**
 * Under https the browser takes the cookie from this address alone, and from no neighbour under the same domain. The other name is not
 * read then: somebody else could have set it.
 *
 * @source ASVS 5.0 3.3.1
 */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-next-auth.session-token' : 'next-auth.session-token';
}

/** What opens a session cookie. */
export interface Seal {
  secret: string;
  /** People reach the app by https. */
  isSecure?: boolean;
}

/** The `Set-Cookie` of a session that begins beside next-auth's own doors: what next-auth would give. */
export async function sessionCookie(
  session: { userId: string; name: string; sid: string },
  { secret, isSecure = false }: Seal,
): Promise<string> {
  const maxAge = absoluteLimitMs / 1000;
  const value = await encode({ token: { sub: session.userId, name: session.name, sid: session.sid }, secret, maxAge });
  return stringifySetCookie({
    name: sessionCookieName(isSecure),
    value,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/',
    maxAge,
  });
}

const maxRemembered = 2000;

/** Opened cookies. Opening one is a pure function of cookie and key, and costs more than all the rest of a save. */
const opened = new Map<string, { sid: string; expiresAt: number }>();
/** The key they were opened with; another key opens nothing that this one did. */
let openedWith = '';

/**
 * The session id sealed in the request's cookie, or null. It only says which row to ask: whether that session lives, and
 * what its person may do, is read from the store on every request.
 */
export async function sessionIdFrom(
  cookieHeader: string | undefined,
  { secret, isSecure = false }: Seal,
  now: Date,
): Promise<string | null> {
  const token = tokenFrom(cookieHeader, sessionCookieName(isSecure));
  if (!token) return null;
  if (secret !== openedWith) opened.clear();
  openedWith = secret;
  const known = opened.get(token);
  if (known) return known.expiresAt > now.getTime() ? known.sid : null;
  const payload = await decode({ token, secret }).catch(() => null);
  if (typeof payload?.sid !== 'string') return null;
  if (opened.size >= maxRemembered) opened.clear();
  if (openedWith === secret) opened.set(token, { sid: payload.sid, expiresAt: typeof payload.exp === 'number' ? payload.exp * 1000 : 0 });
  return payload.sid;
}

/** next-auth splits long cookies in chunks `name.0`, `name.1`; ours is short, but both shapes are read. */
function tokenFrom(header: string | undefined, name: string): string | null {
  if (!header) return null;
  const cookies = parseCookie(header);
  const whole = cookies[name];
  if (whole) return whole;
  const chunks: string[] = [];
  for (let index = 0; ; index += 1) {
    const chunk = cookies[`${name}.${index}`];
    if (chunk === undefined) break;
    chunks.push(chunk);
  }
  return chunks.length > 0 ? chunks.join('') : null;
}
