import type { Server } from 'node:http';
import type { Store } from '@/db/store';

/** Less than the runner's own patience, after which it ends the process group. */
const patienceMs = 6_000;

/**
 * Answers what is in flight, closes the store so that its log file is folded in, and ends: on a signal, and when the runner
 * that started this process is gone.
 */
export function stopGracefully(server: Server, store: Store): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    server.close(() => {
      store.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
}
