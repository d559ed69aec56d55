import CredentialsProvider from 'next-auth/providers/credentials';
import type { Runtime, SignInOutcome } from '@/server/runtime';

/** next-auth's provider of the second step: a code, after a password that was right. */
export function secondStep(runtime: Runtime, refusal: (outcome: Extract<SignInOutcome, { ok: false }>) => Error, onDone: () => void) {
  return CredentialsProvider({
    id: 'code',
    credentials: { code: {} },
    async authorize(credentials, request) {
      const outcome = await runtime.signInByCode(credentials?.code ?? '', request.headers ?? {});
      if (!outcome.ok) throw refusal(outcome);
      onDone();
      return { id: outcome.userId, name: outcome.name, sid: outcome.sid };
    },
  });
}
