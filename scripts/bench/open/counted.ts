import type { IncomingMessage, ServerResponse } from 'node:http';
import Database from 'better-sqlite3';

export interface Counted {
  /** Statements that SQLite was asked. */
  statements: number;
  /** Processor time of the process so far, in ms. */
  processorMs: number;
}

/** Puts a door before a server that tells what it has done so far. */
export function counted(handle: (request: IncomingMessage, response: ServerResponse) => void): typeof handle {
  let statements = 0;
  const scratch = new Database(':memory:');
  const prototype = Object.getPrototypeOf(scratch.prepare('select 1')) as Record<string, (...args: unknown[]) => unknown>;
  scratch.close();
  for (const name of ['all', 'get', 'run', 'iterate']) {
    const original = prototype[name];
    if (!original) continue;
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      statements += 1;
      return original.apply(this, args);
    };
  }
  return (request, response) => {
    if (request.url !== '/counted') return handle(request, response);
    const { user, system } = process.cpuUsage();
    response.end(JSON.stringify({ statements, processorMs: (user + system) / 1000 } satisfies Counted));
  };
}
