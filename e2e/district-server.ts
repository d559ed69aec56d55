import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStore } from '@/db/store/open-store';
import { openFirstDoor } from '@/server/boot/first-door';
import { healthHandler } from '@/server/boot/health-handler';
import { loadOverlay } from '@/server/boot/load-overlay';
import { newRuntime } from '@/server/boot/new-runtime';
import { capped, newServer } from '@/server/boot/new-server';
import { nextHandler } from '@/server/boot/next-handler';
import { trpcHandler } from '@/server/boot/trpc-handler';
import { refuseOddities, watched } from '@/server/boot/watched';
import { readEnv } from '@/server/env';
import { filesHandler } from '@/server/files/files-handler';
import { newLog } from '@/server/log/log';
import { takeOverConsole } from '@/server/log/take-over-console';
import { setRuntime } from '@/server/runtime';
import { openWorkRoom } from '@/server/work/work-room';

/**
 * The app for the journeys of one worker: what `server/main.ts` puts together once, put together anew around the data folder of each
 * journey. Next takes seconds to start, a database milliseconds to open. The product has one folder from its start to its end, and
 * knows nothing of this.
 *
 * To the parent: the port, then for every message an answer, null or what went wrong. From it: the folder to open, or null to close
 * the one that is open. Ends with the parent.
 */
interface District {
  procedures: ReturnType<typeof trpcHandler>;
  files: ReturnType<typeof filesHandler>;
  health: ReturnType<typeof healthHandler>;
  close: () => Promise<void>;
}

process.env.NEXT_TELEMETRY_DISABLED = '1';
process.on('disconnect', () => process.exit(0));
let district: District | null = null;
const room = openWorkRoom({ ready: 1 });

// What fails is told to whoever reads the run; that something was asked is not.
const log = newLog({ log: null, logLevel: 'error' });
takeOverConsole(log);
const answer = (request: IncomingMessage, response: ServerResponse) => {
  if (!district) return response.writeHead(503).end('no journey has its district open');
  const path = request.url ?? '/';
  if (path.startsWith('/api/trpc/')) return district.procedures(request, response);
  if (path.startsWith('/files/')) return district.files(request, response);
  if (path.startsWith('/api/health/')) return district.health(request, response);
  return pages(request, response);
};
const server = newServer(watched(capped(answer), { env: { trustedProxies: [], publicUrl: null }, log, metrics: null }));
refuseOddities(server);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
// People may choose mail, and none is sent: what goes by the clock (`notices/keep-telling`) is no part of a journey.
const neverAsked = { host: 'mail.example', port: 587, isSecure: false, login: null, from: 'nianbao@office.example' };
// A journey may say where somebody sits (`guessing.ts`).
const envOf = (dataFolder?: string) => ({
  ...readEnv({ PORT: String(port), HOST: '127.0.0.1', NIANBAO_DATA: dataFolder, NIANBAO_TRUSTED_PROXIES: '127.0.0.1' }),
  outgoing: { mail: neverAsked, robots: [], address: '' },
});
const pages = await nextHandler({ env: envOf(), isDev: false });

process.on('message', ({ folder }: { folder: string | null }) => {
  turnTo(folder).then(
    () => process.send?.({ fault: null }),
    (error: Error) => process.send?.({ fault: error.stack ?? error.message }),
  );
});
process.send?.({ port });

async function turnTo(folder: string | null): Promise<void> {
  const before = district;
  district = null;
  await before?.close();
  if (folder !== null) district = await open(folder);
}

async function open(dataFolder: string): Promise<District> {
  const env = envOf(dataFolder);
  const overlay = await loadOverlay(env);
  const store = await openStore(env);
  await store.migrate();
  const { isDemonstration } = await openFirstDoor(store, env);
  const runtime = newRuntime({ env, store, isDemonstration, overlay, room });
  setRuntime(runtime);
  return { procedures: trpcHandler(runtime), files: filesHandler(runtime), health: healthHandler(runtime), close: () => store.close() };
}
