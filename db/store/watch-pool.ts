import type { EventEmitter } from 'node:events';
import type { StoreWatch } from './store';

/**
 * Listens for what a pool of `pg` says when the server ends a connection: on the pool while the connection is idle, on the connection while
 * somebody has it and asks nothing. An `error` that nobody hears ends a Node process; whoever uses the connection next is told anyway, and
 * the pool opens another.
 */
export function watchPool<P extends EventEmitter>(pool: P, watch: StoreWatch): P {
  const lost = (error: Error) => watch.onConnectionLost?.(error);
  pool.on('error', lost);
  // A connection that was idle has told the pool already.
  pool.on('connect', (client: EventEmitter) => client.on('error', () => {}));
  return pool;
}
