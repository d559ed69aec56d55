import type { CommandContext } from '@/server/commands/command';
import { noteFault } from '@/server/log/request-scope';
import { type Seal, sessionIdFrom } from './session-cookie';
import { signOut } from './sign-in';

/** Ends the session that this browser had: its cookie is about to be overwritten, and it would live on unseen. */
export async function endFormerSession(context: CommandContext, cookieHeader: string | undefined, seal: Seal): Promise<void> {
  const former = await sessionIdFrom(cookieHeader, seal, new Date());
  if (former) await signOut(context, former).catch((error: unknown) => noteFault('a session could not be ended', error));
}
