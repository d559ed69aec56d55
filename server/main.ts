import { createServer } from 'node:http';
import { openStore } from '@/db/store/open-store';
import { openFirstDoor } from './boot/first-door';
import { healthHandler } from './boot/health-handler';
import { loadOverlay } from './boot/load-overlay';
import { newRuntime } from './boot/new-runtime';
import { nextHandler } from './boot/next-handler';
import { stopGracefully } from './boot/stop';
import { trpcHandler } from './boot/trpc-handler';
import { readEnv } from './env';
import { filesHandler } from './files/files-handler';
import { setRuntime } from './runtime';

/**
 * The process, as a table of contents: configuration, the city's overlay, store, migrations, the first door, then one HTTP server that sends
 * `/api/trpc` straight to tRPC, files and health beside it, and everything else to Next.
 */
process.env.NEXT_TELEMETRY_DISABLED = '1';
const env = readEnv(process.env);
const overlay = await loadOverlay(env);
const store = await openStore(env);
await store.migrate();
const { isDemonstration, greeting } = await openFirstDoor(store, env, { wantsEmpty: process.argv.includes('--empty') });
const runtime = newRuntime({ env, store, isDemonstration, overlay });
setRuntime(runtime);

const pages = await nextHandler({ env, isDev: process.argv.includes('--dev') });
const procedures = trpcHandler(runtime);
const files = filesHandler(runtime);
const health = healthHandler(runtime);

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (path.startsWith('/api/trpc/')) return procedures(request, response);
  if (path.startsWith('/files/')) return files(request, response);
  if (path.startsWith('/api/health/')) return health(request, response);
  return pages(request, response);
});

// Longer than a reverse proxy keeps its connections (60 s): one closed here while a request is on its way loses that request.
server.keepAliveTimeout = 75_000;
stopGracefully(server, store);
server.on('error', (error: NodeJS.ErrnoException) => {
  const why =
    error.code === 'EADDRINUSE'
      ? `Port ${env.port} on ${env.host} is in use. Stop what uses it, or choose another: PORT=${env.port + 1} npm start`
      : error.message;
  process.stderr.write(`${why}\n`);
  process.exit(error.code === 'EADDRINUSE' ? 2 : 1);
});
server.listen(env.port, env.host, () => {
  const host = env.host === '0.0.0.0' || env.host === '::' ? 'localhost' : env.host;
  process.stdout.write(`${greeting(env.publicUrl ?? `http://${host}:${env.port}`)}\nready\n`);
});
