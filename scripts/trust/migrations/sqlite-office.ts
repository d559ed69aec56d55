import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Recorded, readRecording } from '../power/read-recording';
import { recorded } from '../power/record-process';
import { type Found, migratingProcess, type OldDatabase, spread } from './killed-migrations';
import { oldSqliteOffice } from './old-office';

/** On SQLite a start is killed after one of the calls by which it changes files. */
export async function sqliteOffice(folder: string): Promise<OldDatabase> {
  const old = join(folder, 'old');
  mkdirSync(old);
  await oldSqliteOffice(old);
  const placeOf = (name: string) => {
    const dataFolder = join(folder, name, 'data');
    cpSync(old, dataFolder, { recursive: true });
    return {
      env: { NIANBAO_DATA: dataFolder },
      backups: join(dataFolder, 'backups'),
      look: async () => look(join(dataFolder, 'nianbao.db')),
      remove: async () => rmSync(join(folder, name), { recursive: true, force: true }),
    };
  };
  const recordingOf = (dataFolder: string) => ({ root: join(dataFolder, '..'), log: `${join(dataFolder, '..')}.recording` });
  let migrationBegins = 0;
  return {
    fresh: async (index) => placeOf(`at-${index}`),
    async moments(count) {
      const { env, remove } = placeOf('counted');
      const of = recordingOf(env.NIANBAO_DATA);
      await migratingProcess({ ...env, ...recorded(folder, of) }).ended;
      const records = readRecording(readFileSync(of.log));
      await remove();
      migrationBegins = endOfBackup(records);
      return spread(count, migrationBegins, records.length - migrationBegins);
    },
    async killedAt({ of: from, number }, env) {
      const at = from === 'start' ? number : migrationBegins + number;
      const of = recordingOf(env.NIANBAO_DATA ?? '');
      const how = await migratingProcess({ ...env, ...recorded(folder, of), RECORD_DIES_AT: String(at) }).ended;
      rmSync(of.log);
      return how === 'SIGKILL';
    },
  };
}

/** The number of the first record after the last of the backup: what follows is the migration, and the end. */
function endOfBackup(records: readonly Recorded[]): number {
  return 2 + records.findLastIndex((one) => 'path' in one && one.path.includes('/backups'));
}

function look(file: string): Found {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const schema = database.prepare('select type, name, tbl_name, sql from sqlite_schema order by type, name').all();
    const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all() as string[];
    const rows = tables.map((name) => [
      name,
      database
        .prepare(`select * from "${name}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]);
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') rows.push(['integrity_check', ['not ok']]);
    return { schema: JSON.stringify(schema), rows: JSON.stringify(rows) };
  } finally {
    database.close();
  }
}
