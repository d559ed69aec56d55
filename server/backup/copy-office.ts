import { connectionsTo, createDatabase, databaseExists, headOfPostgres, keptByPooler, nameIn } from '@/db/backup/postgres-copy';
import { holdFolder } from '@/db/store/in-use';
import { makeFolderForGood } from '@/db/store/make-folder';
import { standingOf } from '@/db/store/migrations-known';
import { databaseFile } from '@/db/store/open-store';
import { openPostgresStore } from '@/db/store/postgres-store';
import { openSqliteStore } from '@/db/store/sqlite-store';
import type { End } from '@/db/transfer/end';
import { postgresEnd } from '@/db/transfer/postgres-end';
import { sqliteEnd } from '@/db/transfer/sqlite-end';
import { type TransferredTable, transfer } from '@/db/transfer/transfer';
import { findOfficeMarker, markOffice } from '@/server/boot/office-marker';
import { requireSoundData } from '@/server/boot/recognise-data';
import type { Place } from './backed-up-store';
import { databaseAt } from './database-store';

/**
 * Moves what an office has in its database to another one, of whichever engine, which holds nothing yet: all of it or nothing. Both are nobody else's
 * meanwhile, since what is saved during the copy would stay behind.
 *
 * @throws Error where the program runs on either, the source is not sound or not up to date, or the target holds something
 */
export async function copyOffice(from: Place, to: Place): Promise<TransferredTable[]> {
  const releases: (() => void)[] = [];
  const ends: End[] = [];
  try {
    const standing = standingOf(from.databaseUrl ? 'postgres' : 'sqlite', await databaseAt(from).lastMigration(from));
    if (standing === 'new') throw new Error(`${named(from)}: 这里没有数据库 / there is no database here`);
    if (standing !== 'same')
      throw new Error(
        `${named(from)}: 数据结构与本程序不一致，请先用同版本程序运行 db migrate / its schema is not this program's: run db migrate, or the program it belongs to`,
      );
    releases.push(await alone(from));
    await requireSoundData(from);
    if (!to.databaseUrl) makeFolderForGood(to.dataFolder);
    releases.push(await alone(to));
    await foundEmpty(to);
    const heads = [await headAt(from), await headAt(to)];
    const [source, target] = [await endOf(from), await endOf(to)];
    ends.push(source, target);
    const tables = await transfer(source, target, async () => {
      for (const [index, place] of [from, to].entries()) await requireStillAlone(place, heads[index] ?? null);
    });
    // Where an office was marked as PostgreSQL's, it is this folder's again.
    if (!to.databaseUrl && findOfficeMarker(to.dataFolder)) markOffice(to.dataFolder, 'sqlite');
    return tables;
  } finally {
    for (const end of ends) await end.close();
    for (const release of releases) release();
  }
}

/** Gives the place its schema, and no rows. A database of the server is made where there is none of that name. */
async function foundEmpty(place: Place): Promise<void> {
  if (place.databaseUrl && !(await databaseExists(place.databaseUrl))) await createDatabase(place.databaseUrl);
  const standing = standingOf(place.databaseUrl ? 'postgres' : 'sqlite', await databaseAt(place).lastMigration(place));
  if (standing !== 'new' && standing !== 'same') throw new Error(`${named(place)}: 目标不是空的 / the target is not empty`);
  const store = place.databaseUrl ? await openPostgresStore(place.databaseUrl) : await openSqliteStore(databaseFile(place.dataFolder));
  try {
    await store.migrate();
  } finally {
    await store.close();
  }
}

async function alone({ dataFolder, databaseUrl }: Place): Promise<() => void> {
  if (!databaseUrl) return holdFolder(dataFolder, 'alone');
  if ((await connectionsTo(databaseUrl)) > 0) throw inUse(databaseUrl);
  return () => {};
}

/** A folder is held all the time. A database of the server anybody may have come to meanwhile, and gone again: by its log that is seen. */
async function requireStillAlone({ databaseUrl }: Place, head: Head): Promise<void> {
  if (!databaseUrl) return;
  const now = await headOfPostgres(databaseUrl);
  // One connection is this copy's own.
  if ((await connectionsTo(databaseUrl)) > 1 || now?.hash !== head?.hash) throw inUse(databaseUrl);
}

type Head = Awaited<ReturnType<typeof headOfPostgres>>;

async function headAt({ databaseUrl }: Place): Promise<Head> {
  return databaseUrl ? headOfPostgres(databaseUrl) : null;
}

function inUse(databaseUrl: string): Error {
  return new Error(
    `数据库 ${nameIn(databaseUrl)} 正在使用，没有复制；请先停止程序；${keptByPooler.zh} / the database ${nameIn(databaseUrl)} is in use, nothing was copied: stop the program first; ${keptByPooler.en}`,
  );
}

function endOf({ dataFolder, databaseUrl }: Place): Promise<End> {
  return databaseUrl ? postgresEnd(databaseUrl) : Promise.resolve(sqliteEnd(databaseFile(dataFolder)));
}

/** Never the address: it may hold a password. */
function named({ dataFolder, databaseUrl }: Place): string {
  return databaseUrl ? `PostgreSQL ${nameIn(databaseUrl)}` : dataFolder;
}
