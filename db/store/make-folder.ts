import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it, so that they outlive a loss of power: the flush of a file keeps its bytes, and its name only where
 * the folders on the way to it are kept.
 */
export function makeFolderForGood(folder: string): void {
  const whole = resolve(folder);
  const highest = mkdirSync(whole, { recursive: true, mode: 0o700 });
  if (highest === undefined) return;
  for (let made = whole; ; made = dirname(made)) {
    flushNames(dirname(made));
    if (made === highest || dirname(made) === made) return;
  }
}

/** A folder that may be entered and not read, or a system that flushes no folders (Windows): it keeps names by itself or not at all. */
const keepsNoNames: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EISDIR', 'EINVAL']);

function flushNames(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (!keepsNoNames.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
