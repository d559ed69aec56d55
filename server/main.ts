import type { IncomingMessage, ServerResponse } from 'node:http';
import { openStore } from '@/db/store/open-store';
import { tellHeadDaily } from './audit/daily-head';
import { keepHeadsElsewhere } from './audit/keep-heads-elsewhere';
import { sendHead } from './audit/send-head';
import { keepEndingWhatIsOver } from './auth/end-what-is-over';
import { tellIfProviderIsAway } from './auth/identity/at-start';
import { migrateWithBackup } from './backup/before-migration';
import { keepBackingUp } from './backup/keep-backing-up';
import { doorOf } from './boot/door-of';
import { openFirstDoor } from './boot/first-door';
import { keepForgettingAnswers } from './boot/forget-answers';
import { healthHandler } from './boot/health-handler';
import { identityHandler } from './boot/identity-handler';
import { keepAddress } from './boot/keep-address';
import { loadOverlay } from './boot/load-overlay';
import { makeDemonstration } from './boot/make-demonstration';
import { newMetrics } from './boot/metrics';
import { metricsHandler, metricsServer } from './boot/metrics-handler';
import { newRuntime } from './boot/new-runtime';
import { capped, newServer } from './boot/new-server';
import { nextHandler, noPages } from './boot/next-handler';
import { endUnstarted, readEnvOrEnd } from './boot/not-started';
import { markOffice } from './boot/office-marker';
import { recogniseData, requireSoundLogEnd } from './boot/recognise-data';
import { startChecks } from './boot/start-checks';
import { stopWhenTold } from './boot/stop';
import { trpcHandler } from './boot/trpc-handler';
import { refuseOddities, watched } from './boot/watched';
import { startWarnings } from './env';
import { filesHandler } from './files/files-handler';
import { errorFacts } from './log/error-facts';
import { newLog } from './log/log';
import { noteDeath } from './log/note-death';
import { takeOverConsole } from './log/take-over-console';
import { keepTelling } from './notices/keep-telling';
import { setRuntime } from './runtime';
import { keepLookingAnew } from './work/keep-findings';
import { openWorkRoom } from './work/work-room';

/**
 * The process, as a table of contents: configuration, the city's overlay, what the data is, store, migrations, the first door, then one
 * HTTP server that sends `/api/trpc` straight to tRPC, files and health beside it, and everything else to Next.
 */
process.env.NEXT_TELEMETRY_DISABLED = '1';
const stopping = stopWhenTold();
const env = readEnvOrEnd();
const isDev = process.argv.includes('--dev');
const log = newLog(env);
if (!isDev) takeOverConsole(log);
const metrics = newMetrics();

const overlay = await loadOverlay(env);
const recognised = await recogniseData(env, { wantsEmpty: process.argv.includes('--empty') }).catch(endUnstarted);
if (recognised.as === 'new_demonstration') await makeDemonstration(env.dataFolder);
const store = await openStore(env, {
  onConnectionLost(error) {
    metrics.connectionLost();
    log.warn({ error: errorFacts(error) }, 'a connection of the database was lost');
  },
  onListenerFailed: (error) => log.error({ error: errorFacts(error) }, 'what a process told was heard by somebody who failed'),
});
stopping.closes(store);
metrics.gauge('nianbao_store_waiting', 'Transactions or connections that are waited for', () => store.waiting?.() ?? null);
await migrateWithBackup(store, env).catch(endUnstarted);
await requireSoundLogEnd(store, env).catch(endUnstarted);
const { isDemonstration, greeting } = await openFirstDoor(store, env).catch(endUnstarted);
if (!isDemonstration) markOffice(env.dataFolder, store.engine);
await keepEndingWhatIsOver(store, log).catch(endUnstarted);
const room = openWorkRoom({ log });
stopping.closes(room);
const runtime = await (async () => newRuntime({ env, store, isDemonstration, overlay, room }))().catch(endUnstarted);
setRuntime(runtime);

const pages = process.argv.includes('--without-pages') ? noPages : await nextHandler({ env, isDev });
const procedures = trpcHandler(runtime);
const files = filesHandler(runtime);
const identity = identityHandler(runtime);
const checks = startChecks(recognised, env);
const { syslog } = env;
const heads =
  syslog &&
  keepHeadsElsewhere({
    read: store.read,
    now: () => new Date(),
    send: (line, at) => sendHead(syslog, line, at),
    failed: (error) => log.error({ error: errorFacts(error) }, 'the head of the event log could not be sent'),
  });
const health = healthHandler(runtime, checks, heads ? { lastHead: heads.last } : {});

const offered = metricsHandler(env.metrics, metrics);
const answer = (request: IncomingMessage, response: ServerResponse) => {
  const path = request.url ?? '/';
  if (path.startsWith('/api/trpc/')) return procedures(request, response);
  if (path.startsWith('/files/')) return files(request, response);
  if (path.startsWith('/api/identity/')) return identity(request, response);
  if (path.startsWith('/api/health/')) return health(request, response);
  if (doorOf(path) === 'metrics') return offered(request, response);
  return pages(request, response);
};
const server = newServer(watched(capped(answer), { env, log, metrics }));
refuseOddities(server);
const ofTheMetrics = metricsServer(env, watched(metricsHandler(env.metrics, metrics, true), { env, log, metrics }));

stopping.answers(server);
keepForgettingAnswers(store, log);
keepBackingUp(runtime, { log });
stopping.closes(keepLookingAnew(store, room.of('findings', env), { overlay, log }));
if (pages !== noPages) keepTelling(runtime, { log });
for (const [one, port, variable] of [
  [server, env.port, 'PORT'],
  [ofTheMetrics, env.metrics.port ?? 0, 'NIANBAO_METRICS_PORT'],
] as const)
  one?.on('error', (error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE'
        ? `Port ${port} on ${env.host} is in use. Stop what uses it, or choose another: ${variable}=${port + 1} npm start`
        : error.message;
    process.stderr.write(`${why}\n`);
    process.exit(error.code === 'EADDRINUSE' ? 2 : 1);
  });
server.listen(env.port, env.host, () => {
  noteDeath(log);
  const host = env.host === '0.0.0.0' || env.host === '::' ? 'localhost' : env.host;
  for (const { zh, en } of startWarnings(env)) process.stdout.write(`${zh}\n${en}\n`);
  void tellIfProviderIsAway(env, ({ zh, en }) => process.stdout.write(`${zh}\n${en}\n`));
  const address = env.publicUrl ?? `http://${host}:${env.port}`;
  void keepAddress(store, address).catch((error) => log.warn({ error: errorFacts(error) }, 'where this is served could not be kept'));
  process.stdout.write(`${greeting(address)}\nready\n`);
  tellHeadDaily({
    read: store.read,
    now: () => new Date(),
    tell: (line, fields) => log.info(fields, line),
    failed: (error) => log.error({ error: errorFacts(error) }, 'the head of the event log could not be read'),
  });
  checks.begin({
    damaged(sentence) {
      process.stderr.write(`${sentence}\n`);
      stopping.end(2);
    },
    unchecked: (error) => log.warn({ error: errorFacts(error) }, 'the database could not be looked at as a whole yet'),
  });
});
