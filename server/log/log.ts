import pino, { type DestinationStream, type Logger } from 'pino';
import type { Env } from '@/server/env';

export type Log = Logger;

/** What waits to be written when a collector has stopped reading; past it lines are dropped, and nobody's save waits for them. */
const mostWaitingBytes = 16 * 1024 * 1024;

/**
 * The technical log: one line of JSON for an event, in UTC. Who did what to which figures is the event log's; this one says how the
 * process fares. It is given words of our own, ids and measures, and of an error what `errorFacts` lets through.
 *
 * @param to where lines go instead, for a test
 */
export function newLog(env: Pick<Env, 'log' | 'logLevel'>, to?: DestinationStream): Log {
  return pino(
    {
      level: env.logLevel ?? (env.log === null && process.stderr.isTTY ? 'warn' : 'info'),
      base: undefined,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to ?? pino.destination({ dest: env.log ?? 2, append: true, mkdir: true, mode: 0o600, sync: false, maxLength: mostWaitingBytes }),
  );
}

/** For what runs without one: a test, a command that says everything on the screen. */
export const silentLog: Log = pino({ enabled: false });
