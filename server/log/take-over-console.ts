import { errorFacts, withoutQuotations } from './error-facts';
import type { Log } from './log';

const levels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;

/**
 * Next, next-auth and whatever else speaks by `console` prints errors with all they carry, over many lines. From now on it is one line of the
 * log, of the error what `errorFacts` lets through and of other words the first. (A logger of next-auth's own would
 * also open `/api/auth/_log`, where anybody may write into it.)
 */
export function takeOverConsole(log: Log, on: Pick<Console, keyof typeof levels> = console): void {
  for (const [method, level] of Object.entries(levels))
    on[method as keyof typeof levels] = (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error);
      // It was told where it was met, and was given a number for the page.
      if (error && isTold(error)) return;
      // The first words say what it is about; what follows is what it was about.
      const [words = ''] = said.filter((one) => typeof one === 'string');
      log[level]({ says: withoutQuotations(words), ...(error ? { error: errorFacts(error) } : {}) }, 'console');
    };
}

function isTold(error: Error): boolean {
  return 'digest' in error && /^(?:fault|storage_full|unavailable|work_failed|too_many)\./.test(String(error.digest));
}
