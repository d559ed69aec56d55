import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/server/auth/auth-options';
import { halfwayCookie, noHalfwayCookie } from '@/server/auth/halfway-cookie';
import { getRuntime } from '@/server/runtime';

/**
 * Options are made per request: the runtime exists only after `server/main.ts` has opened the store. A try that is not looked at is told as
 * HTTP tells it; next-auth would say 401 of it as of a wrong password. What a browser keeps between password and code is given and taken here.
 */
async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const waits: number[] = [];
  const halfway: (string | null)[] = [];
  const options = authOptions({ heldOff: (seconds) => waits.push(seconds), halfway: (secret) => halfway.push(secret) });
  const response: Response = await NextAuth(options)(request, context);
  const [seconds] = waits;
  const [secret] = halfway;
  if (seconds === undefined && secret === undefined) return response;
  const headers = new Headers(response.headers);
  const { isSecure } = getRuntime();
  if (secret !== undefined) headers.append('Set-Cookie', secret === null ? noHalfwayCookie(isSecure) : halfwayCookie(secret, isSecure));
  if (seconds === undefined) return new Response(response.body, { status: response.status, headers });
  headers.set('Retry-After', String(seconds));
  return new Response(response.body, { status: 429, headers });
}

export { handler as GET, handler as POST };
