import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@/db/store';
import { databaseFile } from '@/db/store/open-store';
import { freshPostgresStore } from '@/db/testing/fresh-postgres';
import { sqliteFile } from '@/db/testing/fresh-store';
import { startSession } from '@/server/auth/sign-in';
import { consoleContext } from '@/server/cli/with-store';
import { districtIn, type FoundedDistrict, foundDistrict } from '@/server/testing/a-district';
import type { Place } from '../backed-up-store';
import { restoreBackup } from '../restore-backup';

export interface Office {
  place: Place;
  /** A folder for backups, beside the data folder. */
  backups: string;
  district: FoundedDistrict;
  remove(): void;
}

/** An office at work: two units, an approved quarter, somebody signed in, a session key; each in a folder of its own. */
export async function anOffice(): Promise<Office> {
  const { contents, made } = await mould();
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-backup-'));
  const place: Place = { dataFolder: join(folder, 'data'), databaseUrl: null };
  mkdirSync(place.dataFolder);
  writeFileSync(databaseFile(place.dataFolder), contents, { mode: 0o600 });
  writeFileSync(join(place.dataFolder, 'session-secret'), theSecret);
  return { place, backups: join(folder, 'backups'), district: made, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const theSecret = 'the key that seals the cookies of this office';

/** The same on PostgreSQL, in a database of its own on the run's server. */
export async function anOfficeOnPostgres(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-backup-'));
  const { store, url, remove } = await freshPostgresStore();
  const district = await anOfficeAtWork(store);
  await remove();
  const place: Place = { dataFolder: join(folder, 'data'), databaseUrl: url };
  mkdirSync(place.dataFolder);
  return { place, backups: join(folder, 'backups'), district, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** As the command line does it. */
export const restoreTo = (place: Place, from: string) => restoreBackup({ place, from, contextOf: consoleContext });

let made: ReturnType<typeof found> | undefined;
const mould = () => {
  made ??= found();
  return made;
};
const found = () => sqliteFile(anOfficeAtWork);

async function anOfficeAtWork(store: Store): Promise<FoundedDistrict> {
  const founded = await foundDistrict(store);
  const district = districtIn(store, founded);
  await district.approve({ 's3.granted.natural_person': 3, 's3.new_received.natural_person': 3 });
  await startSession(district.admin, { id: founded.people.admin.userId, name: founded.people.admin.name, username: 'admin' });
  return founded;
}
