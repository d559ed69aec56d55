import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { resolve } from 'node:path';
import type { Store } from '@/db/store';
import type { Env } from '@/server/env';
import { type Log, silentLog } from '@/server/log/log';
import { noteTrouble } from '@/server/log/note-trouble';
import { nodeArguments, root } from '@/server/programs.mjs';
import { hearError, type ToldError } from '@/server/told-error';
import { listBackups } from './backup-names';
import { backupFolder } from './place-of';

const lookEveryMs = 30_000;
/** So many times the interval another process may be at a backup before that is told. */
const patience = 2;

/**
 * Has a backup made whenever the last one (without one, the start) is as long ago as the configuration says and something has been written since. Who made the last one does
 * not matter, so that two servers of one database, or a hand at the console, make none too many; of two servers that look at once one makes it.
 *
 * @param make a backup; a process of its own
 * @returns one look, for whoever does not wait for the clock
 */
export function keepBackingUp(
  { store, env }: { store: Store; env: Env },
  { make = backupProcess, now = Date.now, log = silentLog }: { make?: (env: Env) => Promise<void>; now?: () => number; log?: Log } = {},
): () => Promise<void> {
  const everyMs = env.backupMinutes * 60_000;
  const startedAt = now();
  let triedAt = Number.NEGATIVE_INFINITY;
  let backedUp: string | null = null;
  let isAtIt = false;
  /** Since when a backup has been due that is said to be another's to make. */
  let leftSince: number | null = null;
  const isDue = () => {
    // One from the future was made by a clock that has been set right since: it stands for nothing.
    const last =
      listBackups(backupFolder(env))
        .findLast(({ madeAt }) => madeAt.getTime() <= now())
        ?.madeAt.getTime() ?? Math.min(startedAt, now());
    return now() - Math.max(last, Math.min(triedAt, now())) >= everyMs;
  };
  const look = async () => {
    if (isAtIt || everyMs === 0) return;
    isAtIt = true;
    try {
      if (!isDue()) {
        leftSince = null;
        return;
      }
      const standing = await store.changeMark();
      if (standing === backedUp) return;
      const isOurs = await store.alone('backup', async () => {
        // Another process may have made it while this one looked.
        if (!isDue()) return;
        triedAt = now();
        await make(env);
        backedUp = standing;
      });
      leftSince = isOurs ? null : Math.min(leftSince ?? now(), now());
      if (leftSince !== null && now() - leftSince > patience * everyMs) {
        log.warn(
          { minutes: Math.floor((now() - leftSince) / 60_000) },
          'a backup is due, and another process that says it makes it does not',
        );
        leftSince = now();
      }
    } catch (error) {
      noteTrouble(log, 'the scheduled backup failed', error);
    } finally {
      isAtIt = false;
    }
  };
  if (everyMs > 0) setInterval(look, lookEveryMs).unref();
  return look;
}

/**
 * A backup by a process of its own, which takes what processor time nobody else wants. It is told so from here and at once: what a process asks for itself
 * comes after its start, and holds for the thread that asks alone. Why it failed it tells us, and in full beside the backups; whatever else it prints would
 * be lines that are none of the log.
 */
export async function backupProcess(env: Env): Promise<void> {
  const child = spawn(process.execPath, nodeArguments('backup'), {
    cwd: root,
    env: { ...process.env, NIANBAO_DATA: resolve(env.dataFolder), NIANBAO_BACKUPS: resolve(backupFolder(env)) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let told: ToldError | null = null;
  child.on('message', (message) => {
    told = message as ToldError;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the process of the backup ended with ${code}`, told ? { cause: hearError(told) } : {});
}
