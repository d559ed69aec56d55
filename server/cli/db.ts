import { Command } from 'commander';

export function dbCommand(): Command {
  const db = new Command('db').description('数据库 / the database');
  db.command('migrate')
    .description('把数据结构更新到当前版本 / bring the schema up to date')
    .action(async () => (await import('./acts/db')).migrate());
  return db;
}
