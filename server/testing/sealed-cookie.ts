import { encode } from 'next-auth/jwt';

/** The cookie a browser brings for a session, sealed as next-auth does. */
export async function sealedCookie(sid: string, secret: string, name = 'next-auth.session-token'): Promise<string> {
  return `${name}=${await encode({ token: { sid }, secret, maxAge: 12 * 3600 })}`;
}
