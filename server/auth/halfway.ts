import { insertHalfwaySignIn } from '@/db/store';
import { type CommandContext, type CommandTx, runCommand } from '@/server/commands/command';
import { sha256Hex } from '@/server/domain/audit';
import { Refused } from '@/server/errors';
import type { Source } from './guesses';
import { newOneTimeSecret } from './one-time-secret';
import { clockToleranceMs } from './session-limits';

/** How long somebody whose password was right has for their code. */
export const halfwayLifetimeMs = 5 * 60_000;

/** The password was right, and nobody is signed in: the code is asked for. Not a refusal, and nothing went wrong. */
export class HalfWay extends Error {
  override readonly name = 'HalfWay';
  /** @param secret what the browser keeps for the second step, and for nothing else */
  constructor(readonly secret: string) {
    super('a code is asked for');
  }
}

/**
 * The first of two steps. Known where they come from is nobody yet: a password alone may be a thief's.
 *
 * @param also what is settled in the same transaction
 * @throws HalfWay always
 */
export async function askForCode(
  context: CommandContext,
  person: { id: string; username: string },
  from: Source,
  also: (tx: CommandTx) => Promise<void>,
): Promise<never> {
  const { secret, tokenHash } = newOneTimeSecret();
  await runCommand(context, { act: 'session.start', only: `session:${tokenHash}` }, async (tx) => {
    await also(tx);
    const expiresAt = new Date(context.now().getTime() + halfwayLifetimeMs);
    await insertHalfwaySignIn(tx, { tokenHash, userId: person.id, browser: browserOf(from), expiresAt }, context.now());
    tx.about({ type: 'session', id: person.username, unitId: null, period: null });
    tx.record('session.code_asked', { username: person.username });
  });
  throw new HalfWay(secret);
}

/** Whether a half-way sign-in may still be gone on with. A clock that was set back makes nothing live longer. */
export function isWithinItsTime(expiresAt: Date, now: Date): boolean {
  const leftMs = expiresAt.getTime() - now.getTime();
  return leftMs > 0 && leftMs <= halfwayLifetimeMs + clockToleranceMs;
}

/** By what a half-way sign-in knows its browser again. */
export function browserOf({ device }: Source): string {
  return device === null ? '' : sha256Hex(`half-way ${device}`);
}

/** The refusal of a code that is none of theirs, is too old, or was used. */
export function wrongCode(): Refused {
  return new Refused('invalid', {
    zh: '动态口令或恢复码不正确，或者已经用过。请等手机上换了新的口令再输入。',
    en: 'The code is not right, or it was used already. Wait for the next one on your telephone.',
  });
}
