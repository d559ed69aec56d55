import { findChange, insertChange } from '@/db/store';
import { Refused } from '@/server/errors';
import type { CommandContext, CommandTx } from './command';

/** The number a client gave a change, and what the change is about: `figure <filing> <cell>`, `submit <filing>`. */
export interface ClientChange {
  changeId: string;
  about: string;
}

interface Kept {
  about: string;
  answer: unknown;
}

/**
 * The answer that was given when this change was done before, or null. To be asked after the lock on what it changes, so
 * that of two requests at once the second finds the answer of the first.
 *
 * @throws Refused invalid when the number belongs to another person's change or to a change of something else: answering
 *   with that would say "saved" of something that was not
 */
export async function findAnswer<T>(tx: CommandTx, context: CommandContext, change: ClientChange): Promise<T | null> {
  const done = await findChange(tx, change.changeId);
  if (!done) return null;
  const kept = done.result as Kept;
  if (done.userId !== context.actor.userId || kept.about !== change.about)
    throw new Refused('invalid', {
      zh: '这次操作的编号已被另一次操作使用，未保存。请刷新页面后重试。',
      en: 'The number of this change was used by another one. Nothing was saved; reload the page and try again.',
    });
  return kept.answer as T;
}

/** @param days for how long it is kept, where what stands in the database answers a later repeat as safely; without it, for ever */
export async function keepAnswer(
  tx: CommandTx,
  context: CommandContext,
  change: ClientChange,
  answer: unknown,
  { days }: { days?: number } = {},
): Promise<void> {
  const result: Kept = { about: change.about, answer };
  const at = context.now();
  const forgetAt = days === undefined ? null : new Date(at.getTime() + days * 86_400_000);
  await insertChange(tx, { changeId: change.changeId, userId: context.actor.userId, result, at, forgetAt });
}
