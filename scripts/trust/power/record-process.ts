import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What makes a process write down what it does to files: `record-writes.c`, compiled here.
 *
 * @param root the folder whose files are recorded; @param log the recording, outside of it
 * @returns variables for its environment
 * @throws Error where there is no compiler: better-sqlite3 asks for one too
 */
export function recorded(folder: string, { root, log }: { root: string; log: string }): Record<string, string> {
  const library = join(folder, 'record-writes.so');
  const source = fileURLToPath(new URL('./record-writes.c', import.meta.url));
  execFileSync(process.env.CC ?? 'cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl', '-lpthread']);
  // io_uring would pass by.
  return { LD_PRELOAD: library, RECORD_ROOT: root, RECORD_LOG: log, UV_USE_IO_URING: '0' };
}
