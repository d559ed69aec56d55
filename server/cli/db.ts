import { Command } from 'commander';
import { CliError } from './cli-error';

type Backup = typeof import('./acts/backup');

export function dbCommand(): Command {
  const db = new Command('db').description('数据库 / the database');
  db.command('migrate')
    .description('把数据结构更新到当前版本 / bring the schema up to date')
    .action(async () => (await import('./acts/db')).migrate());
  db.command('backup')
    .description('在线备份并核验 / make a backup while the program runs, and verify it')
    .option('--to <folder>', 'a folder for it instead of the configured one; nothing there is ever deleted')
    .option('--json', 'the manifest as JSON on stdout')
    .action(async (...asked: Parameters<Backup['backup']>) => (await import('./acts/backup')).backup(...asked));
  db.command('check <backup>')
    .description('核验一份备份 / check a backup to the last bit, and what is in it')
    .option('--json', 'the result as JSON on stdout')
    .action(async (...asked: Parameters<Backup['check']>) => (await import('./acts/backup')).check(...asked));
  db.command('restore <backup>')
    .description('恢复一份备份，现有数据另存 / put the office back to a backup; what stands is kept aside')
    .option('--json', 'the result as JSON on stdout')
    .action(async (...asked: Parameters<Backup['restore']>) => (await import('./acts/backup')).restore(...asked));
  db.command('drill [backup]')
    .description('恢复演练 / prove that a backup (the newest, if none is named) leads back to a working office; nothing of it stays')
    .option('--json', 'the result as JSON on stdout')
    .action(async (...asked: Parameters<Backup['tryRestore']>) => (await import('./acts/backup')).tryRestore(...asked));
  db.command('copy')
    .description('把数据搬到另一个数据库 / move an office from SQLite to PostgreSQL or back, compared table by table')
    .requiredOption('--from <place>', 'a data folder, or postgres://…', placeNamed('--from'))
    .requiredOption('--to <place>', 'a data folder, or postgres://…, which holds nothing yet', placeNamed('--to'))
    .option('--json', 'rows and hash of every table as JSON on stdout')
    .action(async (...asked: Parameters<typeof import('./acts/copy').copy>) => (await import('./acts/copy')).copy(...asked));
  return db;
}

/** What has another scheme is a slip, and no folder of that name. */
function placeNamed(option: string) {
  return (text: string): string => {
    if (/^[a-z]+:\/\//i.test(text) && !/^postgres(?:ql)?:\/\//.test(text))
      throw new CliError(`${option}: 应为数据文件夹或 postgres:// 地址 / must be a data folder or begin with postgres://`);
    return text;
  };
}
