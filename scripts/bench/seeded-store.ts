import type { Store } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { sessionSecret } from '@/server/auth/secret';
import { readEnv } from '@/server/env';

/**
 * Prepares a data folder before the server starts on it.
 *
 * @param work.secret seals the cookies of that server
 * @param configured where the database is, where it is not in the folder
 */
export async function inDataFolder<T>(
  folder: string,
  work: (store: Store, secret: string) => Promise<T>,
  configured: { DATABASE_URL?: string } = {},
): Promise<T> {
  const store = await openStore(readEnv({ NIANBAO_DATA: folder, ...configured }));
  try {
    await store.migrate();
    return await work(store, sessionSecret(folder));
  } finally {
    await store.close();
  }
}
