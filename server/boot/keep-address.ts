import { readSetting, type Store, writeSetting } from '@/db/store';

/** Keeps where this data is served, so that a link from the server's console leads there whatever port that console would take. */
export async function keepAddress(store: Store, address: string): Promise<void> {
  if ((await readSetting(store.read, 'address')) !== address) await store.tx((tx) => writeSetting(tx, 'address', address));
}
