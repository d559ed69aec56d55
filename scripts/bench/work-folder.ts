import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const benchFolder = '.nianbao/bench';

/**
 * Where databases are measured: in the project and not in the system's temporary folder, which may be memory, where a flush to
 * disk costs nothing. `NIANBAO_BENCH_DISK` chooses another place.
 */
export const diskFolder = process.env.NIANBAO_BENCH_DISK ?? benchFolder;

/** Runs work in an empty folder and removes it afterwards, also when the process ends in the middle. */
export async function inWorkFolder<T>(parent: string, work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(resolve(parent), 'work-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}
