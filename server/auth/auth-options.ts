import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { getRuntime, type SignInOutcome } from '@/server/runtime';
import { secondStep } from './second-step';
import { sessionCookieName } from './session-cookie';
import { absoluteLimitMs } from './session-limits';

declare module 'next-auth' {
  interface User {
    sid: string;
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid: string;
  }
}

/**
 * next-auth seals the id of a session row in a cookie and does no more: whether that session lives and what its person may
 * do is read from the store on every request, so that signing out, disabling and a changed post work at once.
 *
 * @param on.heldOff hears for how long a password is not looked at; next-auth itself has one answer to every refusal
 * @param on.halfway hears what the browser keeps for the second step; null: the step is done
 */
export function authOptions(on: { heldOff: (seconds: number) => void; halfway: (secret: string | null) => void }): NextAuthOptions {
  const runtime = getRuntime();
  const refusal = ({ code, retryAfterSeconds = null, halfway }: Extract<SignInOutcome, { ok: false }>) => {
    if (halfway !== undefined) on.halfway(halfway);
    if (retryAfterSeconds === null) return new Error(code);
    on.heldOff(retryAfterSeconds);
    // The page is told no more than this one word, so that the wait stands in it.
    return new Error(`${code}.${retryAfterSeconds}`);
  };
  return {
    secret: runtime.secret,
    session: { strategy: 'jwt', maxAge: absoluteLimitMs / 1000 },
    cookies: {
      sessionToken: {
        name: sessionCookieName(runtime.isSecure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: runtime.isSecure },
      },
    },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        id: 'password',
        credentials: { username: {}, password: {} },
        async authorize(credentials, request) {
          const outcome = await runtime.signIn(
            { username: credentials?.username ?? '', password: credentials?.password ?? '' },
            request.headers ?? {},
          );
          if (!outcome.ok) throw refusal(outcome);
          return { id: outcome.userId, name: outcome.name, sid: outcome.sid };
        },
      }),
      secondStep(runtime, refusal, () => on.halfway(null)),
      CredentialsProvider({
        id: 'demonstration',
        credentials: { username: {} },
        async authorize(credentials, request) {
          const outcome = await runtime.signIn({ demonstrationUser: credentials?.username ?? '' }, request.headers ?? {});
          if (!outcome.ok) throw new Error(outcome.code);
          return { id: outcome.userId, name: outcome.name, sid: outcome.sid };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        return user ? { ...token, sid: user.sid } : token;
      },
      /** The browser learns the name only; everything else comes from `person.me`. */
      async session({ session, token }) {
        // A cookie that was kept when its session ended says nothing any more, not even a name.
        if (!(await runtime.isSessionAlive(token.sid))) return {} as typeof session;
        return { user: { name: session.user?.name ?? '' }, expires: session.expires };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await runtime.signOut(token.sid);
      },
    },
  };
}
