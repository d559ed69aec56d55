import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { countPeople } from '@/db/store';
import { openStore } from '@/db/store/open-store';
import { makeBackup } from '@/server/backup/make-backup';
import { backupFolder } from '@/server/backup/place-of';
import { newRuntime } from '@/server/boot/new-runtime';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { readEnv } from '@/server/env';
import { seedClerks } from '../bench/save/seed-clerks';

/**
 * The store and the procedures as `server/main.ts` puts them together, on a place that outlives it: killed and started again, it finds
 * the clerks it seeded. Cookies are told on the first start alone. Asked by its parent it makes a backup, or closes the store and ends.
 */
const env = readEnv({ NIANBAO_DATA: process.env.TRUST_DATA, DATABASE_URL: process.env.TRUST_DATABASE || undefined });
const store = await openStore(env);
await store.migrate();
const runtime = newRuntime({ env, store, isDemonstration: false, overlay: null });
const clerks = (await countPeople(store.read)) === 0 ? await seedClerks(store, runtime.secret, Number(process.env.TRUST_CLERKS)) : null;
const server = createServer(trpcHandler(runtime));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port, clerks }));
process.once('disconnect', () => process.exit(0));
process.on('message', async (asked) => {
  if (asked === 'backup') {
    const { folder } = await makeBackup({ place: env, to: backupFolder(env), reason: 'asked' });
    process.send?.({ backup: folder });
  } else {
    server.closeAllConnections();
    await store.close();
    process.exit(0);
  }
});
