import { BehindPooler } from '@/db/store/behind-pooler';
import type { Sentence } from '@/server/domain/sentence';
import { type Env, readEnv } from '@/server/env';

/** Why the program does not go on, and what to do: for whoever reads its output. Nothing was written. */
export class NotStarted extends Error {
  constructor(readonly sentence: Sentence) {
    super(`${sentence.zh}\n${sentence.en}`);
  }
}

/** Ends a start that cannot go on: the sentence and 2, where somebody has to mend something first; everything else is a bug. */
export function endUnstarted(error: unknown): never {
  if (!(error instanceof NotStarted || error instanceof BehindPooler)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}

/** The configuration. What of it cannot be used is told by the name of its variable, a line each, and ends the start with 2. */
export function readEnvOrEnd(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(2);
  }
}
