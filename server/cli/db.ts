import { Command } from 'commander';
import { withStore } from './with-store';

export function dbCommand(): Command {
  const db = new Command('db').description('数据库 / the database');
  db.command('migrate')
    .description('把数据结构更新到当前版本 / bring the schema up to date')
    .action(() =>
      withStore(async (store) => process.stdout.write(`${store.engine}: 数据结构已是最新 / the schema is up to date\n`)).then(() => {}),
    );
  return db;
}
