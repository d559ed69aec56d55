import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '@/server/domain/seeded-random';
import type { Clerk } from '../bench/save/seed-clerks';
import { savedInSqlite } from './saved-in-sqlite';
import { type Answered, missing, type Saved, saveUntilCut, startSaving } from './saving';

export interface Kills {
  kills: number;
  acknowledged: number;
  /** Acknowledged saves that are not there after a kill. */
  lost: number;
  /** Saves of which one cell is there and another is not. */
  halves: number;
  /** Saves that were counted twice. */
  doubled: number;
  /** Times at which the database, its references or the log's chain were not whole. */
  notWhole: number;
}

/** Where the server keeps what it is told. */
export interface KillPlace {
  dataFolder: string;
  databaseUrl?: string;
  saved: (isLast: boolean) => Promise<Saved>;
}

/**
 * Clerks save three cells at a time, each waiting for the answer before; the server is killed in the middle and started again on the same
 * place. What each clerk was told last is looked up in the database itself, by SQL that shares nothing with the store.
 */
export async function killWhileSaving(
  folder: string,
  { kills, clerks: count, seed }: { kills: number; clerks: number; seed: number },
  place: KillPlace = { dataFolder: folder, saved: () => savedInSqlite(folder) },
): Promise<Kills> {
  const random = seededRandom(seed);
  const told: Kills = { kills, acknowledged: 0, lost: 0, halves: 0, doubled: 0, notWhole: 0 };
  const answered: Answered = new Map();
  let clerks: readonly Clerk[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, port, seeded } = await startSaving({ ...place, clerks: count });
    clerks = seeded ?? clerks;
    const ended = once(child, 'exit');
    let firstAnswer = () => {};
    const isUnderWay = new Promise<void>((resolve) => {
      firstAnswer = resolve;
    });
    const saving = clerks.map((clerk) => saveUntilCut(port, clerk, { answered, onAnswer: firstAnswer }));
    // Not before somebody was answered, however slow the machine is.
    await isUnderWay;
    await pause(random.integer(0, 600));
    child.kill('SIGKILL');
    await ended;
    for (const saved of await Promise.all(saving)) told.acknowledged += saved;
    judgeSaved(told, clerks, answered, await place.saved(kill === kills - 1));
  }
  return told;
}

/** What was found after a kill, held against what was answered. What was written and not answered is what the clerk goes on from, as a page does that is loaded again. */
export function judgeSaved(told: Kills, clerks: readonly Clerk[], answered: Answered, { versions, isWhole, doubled }: Saved): void {
  const { lost, halves } = missing(clerks, answered, versions);
  told.lost += lost;
  told.halves += halves;
  told.doubled += doubled;
  if (!isWhole) told.notWhole += 1;
  for (const { filingId } of clerks) answered.set(filingId, Math.min(...(versions.get(filingId) ?? [0])));
}
