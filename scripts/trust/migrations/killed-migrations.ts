import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBackup } from '@/server/backup/check-backup';
import { migrateAsAtAStart } from './migrating';

export interface KilledMigrations {
  points: number;
  /** Found after the kill: as before, or as after. */
  old: number;
  new: number;
  /** Neither. */
  between: number;
  /** Of which the next start did not make what a start makes that nobody kills. */
  notCompleted: number;
  /** Without a whole backup of before, or with a bad one. */
  withoutBackup: number;
  faults: string[];
}

/** A database that can be put back to its old state, killed while it is migrated, and looked at. */
export interface OldDatabase {
  /** A place of its own in the old state. @returns what its process is told in its environment, and who looks at it */
  fresh(index: number): Promise<{ env: Record<string, string>; backups: string; look(): Promise<Found>; remove(): Promise<void> }>;
  /** Runs a start that is not killed. @returns the moments at which it can be, oldest first, the later two thirds of them in the migration itself */
  moments(count: number): Promise<number[]>;
  /** Runs a start that is killed at this moment. @returns false when it had ended by then: one run may have a few calls less than another */
  killedAt(moment: number, env: Record<string, string>): Promise<boolean>;
}

/** A database by what it is: its schema, its migrations, every row. */
export interface Found {
  schema: string;
  rows: string;
}

/** Kills a start in the middle of its migration so many times, each time on a database of the time before, and starts again. */
export async function killMigrations(database: OldDatabase, points: number): Promise<KilledMigrations> {
  const told: KilledMigrations = { points, old: 0, new: 0, between: 0, notCompleted: 0, withoutBackup: 0, faults: [] };
  const reference = await database.fresh(0);
  const before = await reference.look();
  await migrateAsAtAStart(reference.env);
  const after = await reference.look();
  await reference.remove();
  if (before.schema === after.schema || before.rows === after.rows) throw new Error('there was nothing to migrate');
  for (const [index, moment] of (await database.moments(points)).entries()) {
    const place = await killedPlace(database, moment, index + 1);
    const found = await place.look();
    const is = (one: Found) => found.schema === one.schema && found.rows === one.rows;
    const state = is(before) ? 'old' : is(after) ? 'new' : 'between';
    told[state] += 1;
    const problem = await migrateAsAtAStart(place.env).then(
      () => null,
      (error: Error) => error.message,
    );
    const then = await place.look();
    if (problem || then.schema !== after.schema || then.rows !== after.rows) told.notCompleted += 1;
    const backups = await backupsIn(place.backups);
    if (!backups.some(({ isOfBefore }) => isOfBefore) || backups.some(({ faults }) => faults.length > 0)) told.withoutBackup += 1;
    if (state === 'between' || problem) told.faults.push(`at ${moment}: ${state} ${problem ?? ''}`);
    await place.remove();
  }
  return told;
}

async function killedPlace(database: OldDatabase, moment: number, index: number): ReturnType<OldDatabase['fresh']> {
  const place = await database.fresh(index);
  if (await database.killedAt(moment, place.env)) return place;
  await place.remove();
  return killedPlace(database, moment - 1, index);
}

async function backupsIn(folder: string): Promise<{ isOfBefore: boolean; faults: string[] }[]> {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() && !one.name.startsWith('.') ? [one.name] : []))
    : [];
  return Promise.all(
    names.map(async (name) => {
      const { manifest, faults } = await checkBackup(join(folder, name));
      return { isOfBefore: manifest?.reason === 'before_migration' && faults.length === 0, faults };
    }),
  );
}

/** So many moments, a third of them before the migration begins (the look, the backup), the others from its beginning to the end of all. */
export function spread(count: number, begins: number, ends: number): number[] {
  const early = Math.floor(count / 3);
  return [
    ...Array.from({ length: early }, (_, index) => 1 + Math.floor((index * (begins - 1)) / Math.max(1, early))),
    ...Array.from(
      { length: count - early },
      (_, index) => begins + Math.floor((index * (ends - 1 - begins)) / Math.max(1, count - early - 1)),
    ),
  ];
}

export function migratingProcess(env: Record<string, string>): { child: ChildProcess; ended: Promise<string> } {
  const child = fork(fileURLToPath(new URL('./migrating-process.ts', import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text;
  });
  const ended = once(child, 'exit').then(([code, signal]) => {
    if (code !== null && code !== 0) throw new Error(`a start that migrates ended with ${code}: ${said}`);
    return String(signal ?? code);
  });
  return { child, ended };
}
