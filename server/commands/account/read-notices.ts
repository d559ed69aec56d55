import { markNoticesRead } from '@/db/store';
import { type CommandContext, runCommand } from '../command';

/** Marks what the person was told as read. Nobody else sees it, so no event tells of it. @param input.ids null: all of it */
export async function readNotices(context: CommandContext, input: { ids: readonly string[] | null }): Promise<void> {
  const { userId } = context.actor;
  await runCommand(context, { act: 'notice.read', only: `notices:${userId}` }, (tx) =>
    markNoticesRead(tx, { receiver: userId, ids: input.ids, at: context.now() }),
  );
}
