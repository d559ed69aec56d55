import { CliError } from './cli-error';

/** For work on files, folders and databases, where what goes wrong is for the person at the console to mend. */
export async function asSentence<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Error ? new CliError(error.message) : error;
  }
}
