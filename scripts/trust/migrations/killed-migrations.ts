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
  moments(count: number): Promise<Moment[]>;
  /** Runs a start that is killed at this moment. @returns false when it had ended by then: one run may have a few calls less than another */
  killedAt(moment: Moment, env: Record<string, string>): Promise<boolean>;
}

/** The call or message after which a start is killed, counted from its beginning or from that of the migration: what comes before may differ from run to run. */
export interface Moment {
  of: 'start' | 'migration';
  number: number;
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
    const state = is(found, before) ? 'old' : is(found, after) ? 'new' : 'between';
    told[state] += 1;
    const failed = await migrateAsAtAStart(place.env).then(
      () => null,
      (error: Error) => error.message,
    );
    const then = await place.look();
    const problem = failed ?? (is(then, after) ? null : 'something else than without a kill');
    if (problem !== null) told.notCompleted += 1;
    const backups = await backupsIn(place.backups);
    if (!backups.some(({ isOfBefore }) => isOfBefore) || backups.some(({ faults }) => faults.length > 0)) told.withoutBackup += 1;
    if (state === 'between' || problem !== null)
      told.faults.push(`at ${moment.number} of the ${moment.of}: ${state}, then ${problem ?? 'completed'}`);
    await place.remove();
  }
  return told;
}

const is = (one: Found, other: Found) => one.schema === other.schema && one.rows === other.rows;

async function killedPlace(database: OldDatabase, moment: Moment, index: number): ReturnType<OldDatabase['fresh']> {
  const place = await database.fresh(index);
  if (await database.killedAt(moment, place.env)) return place;
  await place.remove();
  return killedPlace(database, { ...moment, number: moment.number - 1 }, index);
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

/**
 * So many moments, a third of them before the migration (the look, the backup), the others from its beginning to the end of all.
 *
 * @param before calls or messages until it begins; @param within from there on
 */
export function spread(count: number, before: number, within: number): Moment[] {
  const early = Math.floor(count / 3);
  const late = count - early;
  return [
    ...Array.from({ length: early }, (_, index): Moment => ({ of: 'start', number: 1 + Math.floor((index * (before - 1)) / early) })),
    ...Array.from(
      { length: late },
      (_, index): Moment => ({ of: 'migration', number: 1 + Math.floor((index * (within - 2)) / Math.max(1, late - 1)) }),
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
