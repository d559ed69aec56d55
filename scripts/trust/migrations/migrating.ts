import { openStore } from '@/db/store/open-store';
import { migrateWithBackup } from '@/server/backup/before-migration';
import { recogniseData } from '@/server/boot/recognise-data';
import { readEnv } from '@/server/env';

/** A start up to where the data is of this program, as `server/main.ts` makes it: looked at, backed up, migrated. */
export async function migrateAsAtAStart(variables: Record<string, string | undefined>): Promise<void> {
  const env = readEnv(variables);
  await recogniseData(env, { wantsEmpty: false });
  const store = await openStore(env);
  try {
    await migrateWithBackup(store, env);
  } finally {
    await store.close();
  }
}
