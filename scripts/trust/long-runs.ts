import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { durable, type PostgresServer, startPostgres } from '@/db/testing/postgres-server';
import { proveFlushes } from '../bench/save/prove-flushes';
import { inWorkFolder } from '../bench/work-folder';
import { journeysWithoutNetwork } from './isolation';
import { type Kills, killWhileSaving } from './kills';
import { type KilledMigrations, killMigrations } from './migrations/killed-migrations';
import { postgresOffice } from './migrations/postgres-office';
import { sqliteOffice } from './migrations/sqlite-office';
import { crashWhileSaving } from './postgres-crashes';
import { losePower } from './power/power-loss';
import { losePowerInRestore } from './power/restore-power-loss';
import { savedInPostgres } from './saved-in-postgres';
import { soak } from './soak/soak';
import { doorsWithoutProxy } from './without-proxy';

export interface LongRunOptions {
  folder: string;
  isLong: boolean;
  /** What was asked of the soak alone. */
  soak: { saves: number; minutes: number } | null;
}

/** What a long run showed, in words, and whether the promise held; null where the short form leaves it out. */
export type LongRun = (options: LongRunOptions) => Promise<{ figure: string; holds: boolean } | null>;

export const longRuns = {
  /** T1, on both engines. Short: as in `npm test`; long: as promised. On PostgreSQL its own falls as well, with a control. */
  kills: ({ folder, isLong }) =>
    inWorkFolder(folder, async (data) => {
      const size = isLong ? { kills: 100, clerks: 200, seed: 1 } : { kills: 3, clerks: 20, seed: 1 };
      const fall = isLong ? { crashes: 20, clerks: 50, seed: 1 } : { crashes: 2, clerks: 20, seed: 1 };
      const folders = ['sqlite', 'postgres', 'crashes', 'control'].map((name) => join(data, name));
      const [forSqlite = '', forPostgres = '', forCrashes = '', forControl = ''] = folders;
      for (const one of folders) mkdirSync(one);
      const onSqlite = await killWhileSaving(forSqlite, size);
      const onPostgres = await withPostgres({}, ({ url }) =>
        killWhileSaving(forPostgres, size, { dataFolder: forPostgres, databaseUrl: url, saved: savedInPostgres(url) }),
      );
      const fallen = await withPostgres(durable, (server) => crashWhileSaving(forCrashes, server, fall));
      // Its commits do not wait for the disk: what it acknowledged has to be missing.
      const lax = { ...durable, synchronous_commit: 'off', wal_writer_delay: '10s' };
      const control = await withPostgres(lax, (server) => crashWhileSaving(forControl, server, { ...fall, crashes: 4 }));
      const said = ({ kills, acknowledged, lost, halves, doubled, notWhole }: Kills, what: string) =>
        `${kills} ${what}, ${acknowledged} acknowledged saves of three cells, ${lost} lost, ${halves} halves, ${doubled} doubled, ${notWhole} times not whole`;
      return {
        figure: [
          `SQLite: ${said(onSqlite, 'kills')}`,
          `PostgreSQL: ${said(onPostgres, 'kills')}`,
          `PostgreSQL itself: ${said(fallen, 'crashes')}, control with synchronous_commit = off ${control.lost} lost`,
        ].join('; '),
        holds:
          [onSqlite, onPostgres, fallen].every(
            ({ acknowledged, lost, halves, doubled, notWhole }) => acknowledged > 0 && lost + halves + doubled + notWhole === 0,
          ) && control.lost > 0,
      };
    }),
  /** T9, on both engines, beginning with a database of the time before the ledger was packed. */
  migrations: ({ folder, isLong }) =>
    inWorkFolder(folder, async (data) => {
      const points = isLong ? 20 : 3;
      const onSqlite = await killMigrations(await sqliteOffice(data), points);
      const onPostgres = await withPostgres({}, async ({ url }) => killMigrations(await postgresOffice(data, url), points));
      for (const fault of [...onSqlite.faults, ...onPostgres.faults]) process.stderr.write(`${fault}\n`);
      const said = (killed: KilledMigrations) =>
        `killed at ${killed.points} points: ${killed.old} old, ${killed.new} new, ${killed.between} between; ${killed.notCompleted} not completed by the next start, ${killed.withoutBackup} without a whole backup of before`;
      return {
        figure: `SQLite ${said(onSqlite)}; PostgreSQL ${said(onPostgres)}`,
        holds: [onSqlite, onPostgres].every((killed) => killed.between + killed.notCompleted + killed.withoutBackup === 0),
      };
    }),
  /** T3, with its controls: the same cuts on a disk that says it has what it has not must miss something. */
  power: ({ folder, isLong }) =>
    inWorkFolder(folder, async (data) => {
      const size = isLong ? { cuts: 200, controlCuts: 20, clerks: 20, saves: 1200 } : { cuts: 30, controlCuts: 5, clerks: 10, saves: 150 };
      const { cuts, acknowledged, lost, halves, notWhole, badBackups, faults, control } = await losePower(data, { ...size, seed: 1 });
      const restore = await losePowerInRestore(data, { cuts: isLong ? 100 : 20, seed: 1 });
      for (const fault of [...faults, ...restore.faults]) process.stderr.write(`${fault}\n`);
      return {
        figure: `SQLite: ${cuts} cuts among ${acknowledged} acknowledged saves of three cells, ${lost} lost, ${halves} halves, ${notWhole} files not whole, ${badBackups} backups bad; without any flush ${control.nothing.missed} of ${control.nothing.cuts} cuts miss something, without those of its log ${control.log.missed} of ${control.log.cuts}; ${restore.cuts} cuts in a restore: ${restore.asBefore} as before, ${restore.restored} restored, ${restore.askedAgain} asked again, ${restore.bad} bad`,
        holds:
          lost + halves + notWhole + badBackups + restore.bad === 0 &&
          acknowledged > 0 &&
          control.nothing.missed > 0 &&
          control.log.missed > 0,
      };
    }),
  /** T2, with its control. Nothing is counted where strace is not installed, and then the promise is not shown. */
  flushes: ({ folder }) =>
    inWorkFolder(folder, async (data) => {
      const counted = await proveFlushes(data);
      const [product, control] = counted.map((one) => one.value);
      return {
        figure:
          counted.length === 0 ? 'strace is not installed' : `SQLite: ${product} flushes for 100 saves, ${control} with synchronous = OFF`,
        holds: counted.length > 0 && Number(product) >= 100 && control === 0,
      };
    }),
  /** T12. Its folder stays until a million saves are in it, so that it can be done in parts. */
  soak: async ({ folder, isLong, soak: asked }) => {
    if (!asked) return inWorkFolder(folder, async (data) => soaked(await soak(data, { saves: isLong ? 50_000 : 2_000, minutes: 5 })));
    return soaked(await soak(soakFolder, asked));
  },
  /** T23. An app is built for it. */
  withoutProxy: async ({ folder, isLong }) => (isLong ? doorsWithoutProxy(folder) : null),
  /** T50. In `npm test` each journey is ended by whoever asks another machine; here there is none. */
  isolation: async ({ isLong }) => (isLong ? journeysWithoutNetwork() : null),
} satisfies Record<string, LongRun>;

export type LongRunName = keyof typeof longRuns;

/** A server of its own for one run. @param settings beside those of tests, which do not outlive a crash */
async function withPostgres<T>(settings: Record<string, string>, work: (server: PostgresServer) => Promise<T>): Promise<T> {
  const server = await startPostgres(process.env, settings);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

export const soakFolder = '.nianbao/soak';
/** What a garbage collector may leave until later, in a run that is too short to tell it from a leak. */
const noiseMb = 8;

function soaked(told: Awaited<ReturnType<typeof soak>>): { figure: string; holds: boolean } {
  const { saves, inAll, minutes, heapMb, residentMb, openFiles, p95Ms, walMb, lost, failures } = told;
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  const fromTo = ([first, last]: [number, number], digits = 0) => `${first.toFixed(digits)} → ${last.toFixed(digits)}`;
  const grewMb = heapMb[1] - heapMb[0];
  return {
    figure: `SQLite: ${inAll} of 1,000,000 saves${inAll > saves ? `, ${saves} of them` : ''} in ${minutes.toFixed(1)} minutes, ${lost} lost, chain whole; first third → last third: heap ${fromTo(heapMb)} MB, resident ${fromTo(residentMb)} MB, open files ${fromTo(openFiles)}, p95 ${fromTo(p95Ms, 1)} ms; log at most ${walMb.toFixed(1)} MB`,
    holds: failures.length === 0 && lost === 0 && walMb <= 64 && grewMb <= noiseMb && openFiles[1] <= openFiles[0] + 5,
  };
}
