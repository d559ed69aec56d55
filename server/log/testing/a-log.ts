import { type Log, newLog } from '../log';

/** A log that keeps what is written. */
export function aLog(): { log: Log; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const log = newLog({ log: null, logLevel: 'debug' }, { write: (line) => void written.push(line) });
  return {
    log,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
