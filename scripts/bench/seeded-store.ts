import type { Store } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { sessionSecret } from '@/server/auth/secret';
import { readEnv } from '@/server/env';

/** Prepares a data folder before the server starts on it. @param secret seals the cookies of that server */
export async function inDataFolder<T>(folder: string, work: (store: Store, secret: string) => Promise<T>): Promise<T> {
  const store = await openStore(readEnv({ NIANBAO_DATA: folder }));
  try {
    await store.migrate();
    return await work(store, sessionSecret(folder));
  } finally {
    await store.close();
  }
}
