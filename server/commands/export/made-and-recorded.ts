import { actorNow } from '@/server/auth/actor-now';
import { Refused } from '@/server/errors';
import { isLeft } from '@/server/work';
import { type CommandContext, type CommandTx, runCommand } from '../command';

interface Steps<Allowed, Made> {
  /** Whether this person, as they stand at that moment, may have it; asked before anything is made, and again before it leaves. */
  require: (tx: CommandTx, context: CommandContext) => Promise<Allowed>;
  make: (allowed: Allowed) => Promise<Made>;
  record: (tx: CommandTx, made: Made) => void;
}

/**
 * A file that leaves: allowed, made outside any transaction, recorded with what was made, and only then given. Whoever lost the right to it
 * meanwhile, a post or the session, does not get it.
 */
export async function madeAndRecorded<Allowed, Made extends object>(
  context: CommandContext,
  act: Parameters<typeof runCommand>[1],
  { require, make, record }: Steps<Allowed, Made>,
): Promise<Made> {
  // One download may be many files, and the row may be long: who asks is read again for each of the two.
  const allow = async (tx: CommandTx) => require(tx, { ...context, actor: await actorNow(tx, context.actor, context.now()) });
  const allowed = await runCommand(context, act, allow);
  const made = await make(allowed).catch((error: unknown) => {
    // Nobody waits for it any more: that is no refusal, and nothing is told of it.
    if (error instanceof Refused && !isLeft(error)) return error;
    throw error;
  });
  return runCommand(context, act, async (tx) => {
    await allow(tx);
    if (made instanceof Refused) throw made;
    record(tx, made);
    return made;
  });
}
