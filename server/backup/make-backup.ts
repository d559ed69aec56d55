import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolderForGood } from '@/db/store/make-folder';
import type { BackedUpStore, Place } from './backed-up-store';
import { nameAt } from './backup-names';
import { databaseAt } from './database-store';
import { filesBelow, flushToDisk, listedFile, renameForGood } from './files';
import { type Manifest, manifestName, manifestText, type Reason, sealManifest } from './manifest';
import { keepResult } from './results';
import { backedUpStores } from './stores';

export interface MadeBackup {
  folder: string;
  manifest: Manifest;
}

/** What a run that was killed left is not touched while it may still be at work. */
const abandonedAfterMs = 3_600_000;
const making = /^\.(?:making|going|drill)-/;

/**
 * Makes a backup while the office works: every store written and verified under a name that no one takes for a backup, listed with
 * hashes, flushed, and only then given its name. However it is broken off, there is a whole backup or none. What came of it is kept
 * beside the backups.
 *
 * @param to folder of backups
 */
export async function makeBackup(options: {
  place: Place;
  to: string;
  reason: Reason;
  now?: () => Date;
  stores?: readonly BackedUpStore[];
}): Promise<MadeBackup> {
  const { place, to, reason, now = () => new Date(), stores = backedUpStores } = options;
  await requireOffice(place);
  const begun = now();
  const name = nameAt(begun);
  makeFolderForGood(to);
  clearAbandoned(to, begun);
  const folder = join(to, `.making-${name}-${process.pid}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
    const manifest = await writeBackup(place, folder, { madeAt: begun.toISOString(), reason }, stores);
    renameForGood(folder, join(to, name));
    keepResult(to, 'backup', { at: begun.toISOString(), ok: true, backup: name, seconds: secondsSince(begun, now()), reason });
    return { folder: resolve(to, name), manifest };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const problem = error instanceof Error ? error.message : String(error);
    keepResult(to, 'backup', { at: begun.toISOString(), ok: false, problem, seconds: secondsSince(begun, now()), reason });
    throw error;
  }
}

/** Asked before a folder is made: a data folder that is not mounted must not become one with nothing but a failed backup in it. */
async function requireOffice(place: Place): Promise<void> {
  if ((await databaseAt(place).lastMigration(place)) === 0)
    throw new Error(`${place.databaseUrl ? 'DATABASE_URL' : place.dataFolder}: 这里没有数据库 / there is no database here`);
}

async function writeBackup(
  place: Place,
  folder: string,
  said: Pick<Manifest, 'madeAt' | 'reason'>,
  stores: readonly BackedUpStore[],
): Promise<Manifest> {
  const facts: Manifest['stores'] = {};
  for (const store of stores) {
    mkdirSync(join(folder, store.name), { mode: 0o700 });
    facts[store.name] = await store.save(place, join(folder, store.name));
  }
  const files: Manifest['files'] = [];
  for (const name of filesBelow(folder)) {
    flushToDisk(join(folder, name));
    files.push(await listedFile(folder, name));
  }
  const manifest = sealManifest({ ...said, program: programVersion(), stores: facts, files });
  writeFileSync(join(folder, manifestName), manifestText(manifest), { mode: 0o600 });
  for (const path of [manifestName, ...foldersOf(files), '.']) flushToDisk(join(folder, path));
  return manifest;
}

/** Takes a backup away so that no half of it keeps the name. */
export function removeBackup(folder: string, name: string): void {
  const going = join(folder, `.going-${name}-${process.pid}`);
  renameSync(join(folder, name), going);
  rmSync(going, { recursive: true, force: true });
}

function clearAbandoned(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((one) => making.test(one))) {
    const path = join(folder, name);
    const touched = [path, ...filesBelow(path).map((file) => join(path, file))].map(
      (one) => statSync(one, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
    if (now.getTime() - Math.max(...touched) > abandonedAfterMs) rmSync(path, { recursive: true, force: true });
  }
}

function foldersOf(files: Manifest['files']): string[] {
  const folders = files.flatMap(({ name }) => {
    const parts = name.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(folders)];
}

function secondsSince(begun: Date, ended: Date): number {
  return Math.round((ended.getTime() - begun.getTime()) / 100) / 10;
}

function programVersion(): string {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url));
  return String((JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version);
}
