import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { holdFolder } from '@/db/store/in-use';
import { makeFolderForGood } from '@/db/store/make-folder';
import { databaseFile, restoreUnderWay } from '@/db/store/open-store';
import type { BackedUpStore, Place, Restore, Staged } from './backed-up-store';
import { nameAt } from './backup-names';
import { checkBackup } from './check-backup';
import { removeForGood, writeWhole } from './files';
import type { Manifest } from './manifest';
import { backedUpStores } from './stores';

/** A restore that may not go on: what was found, and what to do. */
export class RestoreRefused extends Error {}

export interface Restored {
  manifest: Manifest;
  /** Where the former state was put. */
  aside: string[];
}

/**
 * Puts an office back to a backup: checked to the last bit, put together in a new place with everything verified and the log telling of it,
 * and only then swapped in. What stood is kept aside. A restore that is broken off before the swap leaves everything as it was; one broken off
 * within it keeps the program from starting until it is done again.
 */
export async function restoreBackup(options: {
  place: Place;
  from: string;
  contextOf: Restore['contextOf'];
  now?: () => Date;
  stores?: readonly BackedUpStore[];
}): Promise<Restored> {
  const { place, from, contextOf, now = () => new Date(), stores = backedUpStores } = options;
  const { manifest, faults } = await checkBackup(from, stores);
  if (!manifest || faults.length > 0)
    throw new RestoreRefused(`备份有损坏，没有恢复 / the backup is damaged, nothing was restored:\n${faults.join('\n')}`);
  makeFolderForGood(place.dataFolder);
  const release = holdFolder(place.dataFolder, 'alone');
  const staged: Staged[] = [];
  try {
    const stamp = nameAt(now());
    // Nobody else is at work here, so these are of restores that were broken off.
    for (const name of readdirSync(place.dataFolder).filter((one) => one.startsWith('.restoring-')))
      rmSync(join(place.dataFolder, name), { recursive: true, force: true });
    for (const store of stores.filter(({ name }) => name in manifest.stores))
      staged.push(await store.stage(place, join(from, store.name), { manifest, stamp, contextOf }));
    writeWhole(restoreUnderWay(place.dataFolder), `${JSON.stringify({ backup: from, at: stamp })}\n`);
    const aside: string[] = [];
    let swapped = 0;
    try {
      for (const one of staged) {
        const former = await one.swap();
        swapped += 1;
        if (former) aside.push(former);
      }
    } catch (error) {
      // Refused before anything was moved: what stands here is what stood here.
      if (swapped === 0 && standsUntouched(place)) removeForGood(restoreUnderWay(place.dataFolder));
      throw error;
    } finally {
      staged.splice(0, swapped);
    }
    removeForGood(restoreUnderWay(place.dataFolder));
    return { manifest, aside };
  } finally {
    for (const one of staged) await one.drop();
    release();
  }
}

/** PostgreSQL swaps in one transaction; of a file and what belongs to it the file goes first and comes last. */
function standsUntouched({ dataFolder, databaseUrl }: Place): boolean {
  return databaseUrl !== null || existsSync(databaseFile(dataFolder));
}
