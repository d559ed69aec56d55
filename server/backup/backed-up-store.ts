import type { Store } from '@/db/store';
import type { CommandContext } from '@/server/commands/command';
import type { Manifest } from './manifest';

/** Where an office keeps what it has. */
export interface Place {
  dataFolder: string;
  databaseUrl: string | null;
  /** The same database without a pooler between: a dump and a restore are for the server itself. */
  directUrl?: string | null;
}

/** What a restore has put together beside what stands, and can put in its place. */
export interface Staged {
  /** Puts it in place of what stands. @returns where the former was put, null when there was none */
  swap(): Promise<string | null>;
  /** Takes it away again. */
  drop(): Promise<void>;
}

/**
 * One kind of thing an office keeps. To add one (files of evidence, by their hashes): a file beside this with these three, and a line in the list.
 * Hashing, the manifest, whole-or-nothing, retention and the check of bytes are done for all of them.
 */
export interface BackedUpStore {
  /** Its folder in a backup. */
  name: string;
  /** Writes what it holds into an empty folder, while the office works, and verifies what it wrote. @returns what the manifest says of it */
  save(place: Place, folder: string): Promise<Record<string, unknown>>;
  /** What is wrong with a saved folder whose bytes are right; nothing is changed. */
  inspect(folder: string, facts: Record<string, unknown>): Promise<string[]>;
  /** Puts a saved folder, already checked, together in a new place beside what stands. */
  stage(place: Place, folder: string, restore: Restore): Promise<Staged>;
}

/** One restore, as the stores see it. */
export interface Restore {
  manifest: Manifest;
  /** The moment of it, for names. */
  stamp: string;
  /** In whose name the log tells of it. */
  contextOf: (store: Store) => Promise<CommandContext>;
}
