import { forgetGuesses } from '@/server/auth/guesses';
import type { CommandContext, CommandTx } from '../command';

/** Every count of wrong passwords at a person's account begins anew. An event tells of it when somebody was held off by one. */
export async function forgetHoldOff(tx: CommandTx, context: CommandContext, person: { id: string; username: string }): Promise<void> {
  if (await forgetGuesses(tx, person.username, context.now())) tx.record('person.hold_off_lifted', { userId: person.id });
}
