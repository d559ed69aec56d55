import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/server/auth/auth-options';

/**
 * Options are made per request: the runtime exists only after `server/main.ts` has opened the store. A try that is not looked at is told as
 * HTTP tells it; next-auth would say 401 of it as of a wrong password.
 */
async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const waits: number[] = [];
  const options = authOptions({ onHeldOff: (seconds) => waits.push(seconds) });
  const response: Response = await NextAuth(options)(request, context);
  const [seconds] = waits;
  if (seconds === undefined) return response;
  const headers = new Headers(response.headers);
  headers.set('Retry-After', String(seconds));
  return new Response(response.body, { status: 429, headers });
}

export { handler as GET, handler as POST };
