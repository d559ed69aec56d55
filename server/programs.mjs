import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The programs that one process of ours starts in another, or in a thread, and the source of each. */
export const programs = {
  server: 'server/main.ts',
  nianbao: 'server/cli/main.ts',
  backup: 'server/backup/scheduled-backup.ts',
  thread: 'server/work/work-in-thread.ts',
};

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where `scripts/run/bundle.mjs` puts them, as `<name>.mjs`. */
export const bundleFolder = '.nianbao/program';

/** What is bundled starts what is bundled, what runs from its sources starts sources: two halves of one office are of one making. */
export const isBundled = typeof nianbaoIsBundled !== 'undefined';

/**
 * What Node is told to run a program.
 *
 * @param {keyof typeof programs} name
 * @returns {string[]} arguments; the working directory is `root`
 */
export function nodeArguments(name) {
  return isBundled ? [bundled(name)] : ['--import', 'tsx', programs[name]];
}

/**
 * The file that a thread begins with.
 *
 * @param {keyof typeof programs} name
 * @param {string} fromSources what loads TypeScript for it first, from `root`
 */
export function threadFile(name, fromSources) {
  return isBundled ? bundled(name) : join(root, fromSources);
}

/** @param {keyof typeof programs} name */
export function bundled(name) {
  return join(root, bundleFolder, `${name}.mjs`);
}
