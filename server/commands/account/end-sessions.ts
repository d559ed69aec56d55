import { endSessionsOf, listSessionsOf, endSession as storeEndSession } from '@/db/store';
import { absoluteLimitMs, isSessionAlive } from '@/server/auth/session-limits';
import { Refused } from '@/server/errors';
import { sessionKey } from '@/server/views/session-key';
import { type CommandContext, runCommand } from '../command';

/** Ends one of the person's own sessions: a desk that was left signed in. @throws Refused invalid @source ASVS 5.0 7.5.2 */
export async function endOwnSession(context: CommandContext, input: { key: string }): Promise<void> {
  const { actor, now } = context;
  await runCommand(context, 'account.endSession', async (tx) => {
    tx.about({ type: 'session', id: actor.username, unitId: null, period: null });
    const since = new Date(now().getTime() - absoluteLimitMs);
    const session = (await listSessionsOf(tx, actor.userId, since)).find((one) => sessionKey(one.id) === input.key);
    if (!session)
      throw new Refused('invalid', {
        zh: '这个登录已经结束，或者不是您的。请刷新后查看。',
        en: 'That session has ended already, or is not yours. Reload and look.',
      });
    await storeEndSession(tx, session.id, now());
    tx.record('session.ended', { sessionId: session.id.slice(0, 6) });
  });
}

/** Ends every session of the person but the one they are in. @returns how many were still alive @source ASVS 5.0 7.4.3 */
export async function endOtherSessions(context: CommandContext): Promise<{ ended: number }> {
  const { actor, now } = context;
  return runCommand(context, 'account.endOtherSessions', async (tx) => {
    tx.about({ type: 'session', id: actor.username, unitId: null, period: null });
    const since = new Date(now().getTime() - absoluteLimitMs);
    const others = (await listSessionsOf(tx, actor.userId, since)).filter((one) => one.id !== actor.sessionId);
    const alive = others.filter((one) => isSessionAlive({ ...one, endedAt: null, isActive: true }, now()));
    await endSessionsOf(tx, actor.userId, now(), actor.sessionId);
    tx.record('session.others_ended', { count: alive.length });
    return { ended: alive.length };
  });
}
