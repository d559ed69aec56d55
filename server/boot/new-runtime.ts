import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { findPersonByUsername, type Store } from '@/db/store';
import { createContext } from '@/server/api/context';
import { createCaller } from '@/server/api/root';
import { atThisMachineHeader } from '@/server/auth/demonstration-door';
import { sessionSecret } from '@/server/auth/secret';
import { anonymous, signIn, signInLimits, signOut, startSession } from '@/server/auth/sign-in';
import type { CommandContext } from '@/server/commands/command';
import type { Overlay } from '@/server/domain/checks';
import type { Env } from '@/server/env';
import { Refused } from '@/server/errors';
import type { Runtime, SignInOutcome } from '@/server/runtime';
import { addressHeader } from './client-address';

/** Puts together what the process holds once. */
export function newRuntime(parts: { env: Env; store: Store; isDemonstration: boolean; overlay: Overlay | null }): Runtime {
  const { env, store, isDemonstration, overlay } = parts;
  const secret = env.secret ?? sessionSecret(env.dataFolder);
  // next-auth reads its key and address from the environment.
  process.env.NEXTAUTH_SECRET = secret;
  if (!env.publicUrl && env.isLoopback) process.env.AUTH_TRUST_HOST = 'true';
  const limits = signInLimits();
  const context = (headers: IncomingHttpHeaders = {}): CommandContext => ({
    store,
    actor: anonymous,
    now: () => new Date(),
    newId: randomUUID,
    requestId: randomUUID(),
    ip: typeof headers[addressHeader] === 'string' ? headers[addressHeader] : null,
    overlay,
  });

  return {
    env,
    store,
    isDemonstration,
    overlay,
    secret,
    limits,
    callerFor: async (headers) => createCaller(await createContext({ store, secret, isDemonstration, overlay, limits }, headers, null)),
    async signIn(input, headers): Promise<SignInOutcome> {
      try {
        const session =
          'demonstrationUser' in input
            ? await demonstrationSession(context(headers), input.demonstrationUser, headers, isDemonstration)
            : await signIn(context(headers), limits, input);
        return { ok: true, ...session };
      } catch (error) {
        if (error instanceof Refused) return { ok: false, code: error.code };
        throw error;
      }
    },
    signOut: (sid) => signOut(context(), sid),
  };
}

async function demonstrationSession(context: CommandContext, username: string, headers: IncomingHttpHeaders, isDemonstration: boolean) {
  const person =
    isDemonstration && headers[atThisMachineHeader] === 'yes' ? await findPersonByUsername(context.store.read, username) : null;
  if (!person?.isActive)
    throw new Refused('forbidden', {
      zh: '一键登录只在本机演示中可用。',
      en: 'One-click sign-in works only in the demonstration on this machine.',
    });
  return startSession(context, person);
}
