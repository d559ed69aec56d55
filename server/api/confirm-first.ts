import { type ConfirmDoor, confirmPerson } from '@/server/auth/confirm-person';
import type { CommandContext } from '@/server/commands/command';

/**
 * Before an official act the person says again who they are. Whoever may not do it is told so by the command, and no password is
 * looked at. The acts: finalising (one report or many), unlocking an approved quarter, and the office's decision on a correction slip.
 *
 * @param asked.act what is about to be done, for the log
 * @param asked.isTheirs whether the act is this person's at all
 * @throws Refused invalid (the password is not right), too_many
 * @source ASVS 7.5.3
 */
export async function confirmFirst(
  ctx: { command: CommandContext; door: ConfirmDoor },
  asked: { act: string; password: string; isTheirs: boolean },
): Promise<void> {
  if (asked.isTheirs) await confirmPerson(ctx.command, ctx.door, asked);
}
