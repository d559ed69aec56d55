import Database from 'better-sqlite3';
import type { End, Row } from './end';

/** A file that nobody else has open. Its schema is there and up to date. */
export function sqliteEnd(file: string): End {
  const database = new Database(file, { fileMustExist: true, timeout: 10_000 });
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.exec('begin immediate');
  return {
    async *rows({ name, columns, key }) {
      const statement = database.prepare(`select * from "${name}" order by ${key.map((one) => `"${one}" collate binary`).join(', ')}`);
      for (const row of statement.iterate() as Iterable<Row>)
        yield Object.fromEntries(columns.sqlite.map((column) => [column.key, column.fromDriver(row[column.name])]));
    },
    async insert({ name, columns }, rows) {
      const names = columns.sqlite.map((column) => `"${column.name}"`).join(', ');
      const statement = database.prepare(`insert into "${name}" (${names}) values (${columns.sqlite.map(() => '?').join(', ')})`);
      for (const row of rows) statement.run(columns.sqlite.map((column) => column.toDriver(row[column.key])));
    },
    commit: async () => void database.exec('commit'),
    close: async () => {
      if (database.inTransaction) database.exec('rollback');
      database.close();
    },
  };
}
