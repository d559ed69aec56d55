import { type CommandContext, runCommand } from '@/server/commands/command';
import { lapseActs } from '@/server/commands/duty/asked-act';

/** Tells the log that the database was put back from a backup. Recorded in the restored database before it takes the place of the former. */
export async function recordRestore(
  context: CommandContext,
  from: { madeAt: string; manifest: string; head: { seq: number; hash: string } },
): Promise<void> {
  await runCommand(context, 'backup.restore', async (tx) => {
    // As links and half-way sign-ins are left out of a backup: a password that waited, perhaps declined since, comes back with none of them.
    await lapseActs(tx, context, () => true);
    tx.record('backup.restored', from, { object: { type: 'backup', id: from.manifest, unitId: null, period: null } });
  });
}
