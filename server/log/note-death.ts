import { errorFacts } from './error-facts';
import type { Log } from './log';

/** An error that nobody caught ends the process, as it should: with one line of the log instead of whatever the error carries. */
export function noteDeath(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ error: errorFacts(error) }, 'nobody caught an error; the process ends');
    process.exit(1);
  });
}
