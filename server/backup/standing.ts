import { join } from 'node:path';
import { eventHead, listEvents, type Reader } from '@/db/store';
import type { Env } from '@/server/env';
import { listBackups } from './backup-names';
import { databaseIn } from './database-in-manifest';
import { readManifest } from './manifest';
import { backupFolder } from './place-of';
import { lastResult } from './results';

/**
 * fine. failed: the last attempt did. overdue: something was written, and for twice as long as it should take nothing was backed up.
 * none: there is none yet. elsewhere: the office says that it makes them in another way, and there is none here.
 */
export type BackupState = 'fine' | 'failed' | 'overdue' | 'none' | 'elsewhere';
/** overdue: longer ago than a quarter, in which a drill belongs. */
export type DrillState = 'fine' | 'failed' | 'overdue' | 'none';

export interface BackupStanding {
  state: BackupState;
  /** Minutes from one to the next; 0: none is made by itself. */
  everyMinutes: number;
  kept: number;
  /** The newest that is whole, as far as its manifest says. */
  newest: { madeAt: string; ageMinutes: number; rows: number; head: { seq: number; hash: string } } | null;
  /** The last attempt, whatever came of it. */
  last: { at: string; ok: boolean; seconds: number } | null;
  drill: { state: DrillState; last: { at: string; ageMinutes: number; ok: boolean; seconds: number } | null };
}

const drillEveryDays = 92;
const minuteMs = 60_000;

/** How an office stands with its backups and drills. Why one failed is left to the server's console: it names paths. */
export async function backupStanding(
  reader: Reader,
  env: Pick<Env, 'backupFolder' | 'dataFolder' | 'backupMinutes'>,
  now: Date,
): Promise<BackupStanding> {
  const folder = backupFolder(env);
  const backups = listBackups(folder);
  const newest = newestOf(folder, backups.map(({ name }) => name).reverse());
  const last = lastResult(folder, 'backup');
  const drill = lastResult(folder, 'drill');
  const ageOf = (at: string) => Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / minuteMs));
  const state = async (): Promise<BackupState> => {
    if (last && !last.ok) return 'failed';
    if (!newest) return env.backupMinutes === 0 ? 'elsewhere' : 'none';
    if (env.backupMinutes === 0) return 'fine';
    return (await minutesUnsaved(reader, newest.head.seq, now)) > 2 * env.backupMinutes ? 'overdue' : 'fine';
  };
  const drillState = (): DrillState => {
    if (!drill) return 'none';
    if (!drill.ok) return 'failed';
    return ageOf(drill.at) > drillEveryDays * 24 * 60 ? 'overdue' : 'fine';
  };
  return {
    state: await state(),
    everyMinutes: env.backupMinutes,
    kept: backups.length,
    newest: newest && { ...newest, ageMinutes: ageOf(newest.madeAt) },
    last: last && { at: last.at, ok: last.ok, seconds: last.seconds },
    drill: { state: drillState(), last: drill && { at: drill.at, ageMinutes: ageOf(drill.at), ok: drill.ok, seconds: drill.seconds } },
  };
}

function newestOf(folder: string, newestFirst: readonly string[]) {
  for (const name of newestFirst) {
    const { manifest } = readManifest(join(folder, name));
    if (!manifest) continue;
    const { head, tables } = databaseIn(manifest.stores.database);
    return { madeAt: manifest.madeAt, head, rows: Object.values(tables).reduce((sum, rows) => sum + rows, 0) };
  }
  return null;
}

/** For how long something has stood in the log that is in no backup. A log that is shorter than the backup's was put back, and begins anew. */
async function minutesUnsaved(reader: Reader, backedUp: number, now: Date): Promise<number> {
  if ((await eventHead(reader)).seq <= backedUp) return 0;
  const [first] = await listEvents(reader, { after: backedUp, limit: 1 });
  return first ? (now.getTime() - Date.parse(first.at)) / minuteMs : 0;
}
