import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadDemonstration } from '@/db/seed/demonstration';
import { writeSetting } from '@/db/store';
import { databaseFile, openStore } from '@/db/store/open-store';

/**
 * Loads the demonstration year into a data folder that holds nothing. It is made beside and put in place when it is whole: a start that is
 * broken off leaves no half of it, and the next one begins anew.
 */
export async function makeDemonstration(dataFolder: string): Promise<void> {
  const workplace = join(dataFolder, 'making-demonstration');
  rmSync(workplace, { recursive: true, force: true });
  mkdirSync(workplace, { recursive: true, mode: 0o700 });
  const store = await openStore({ dataFolder: workplace, databaseUrl: null });
  try {
    await store.migrate();
    await store.tx((tx) => writeSetting(tx, 'isDemonstration', true));
    await store.fill(() => loadDemonstration(store));
  } finally {
    await store.close();
  }
  const file = databaseFile(dataFolder);
  // A database in which there is nobody may stand there, and what is left of it would be taken for a part of the new one.
  for (const suffix of ['-wal', '-shm', '-head']) rmSync(`${file}${suffix}`, { force: true });
  renameSync(databaseFile(workplace), file);
  rmSync(workplace, { recursive: true, force: true });
}
