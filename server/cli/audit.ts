import { Command } from 'commander';

const database = ['--database <file>', 'an SQLite file instead of the configured database: a backup, a copy'] as const;

type Acts = typeof import('./acts/audit');
const acts = () => import('./acts/audit');

export function auditCommand(): Command {
  const audit = new Command('audit').description('操作记录 / the event log');
  audit
    .command('verify')
    .description(
      '核对操作记录的哈希链，并按记录重放、比对数据库；只读 / verify the hash chain, replay it and compare the database; reads only',
    )
    .option(
      '--head <kept>',
      'a head kept elsewhere: a hash, SEQ:HASH, or a file (manifest of a backup, bundle, JSON of an edition, daily heads). It must be in the chain, or the log was cut or rewritten. May be given several times',
      collect,
    )
    .option(
      '--point <file>',
      'go on from the point that was verified last, signed in this file, and write the new one there when all is well. Needs --key',
    )
    .option('--key <file>', 'what points are signed with; made when there is none. Keep it where the owner of the database has no hand')
    .option('--whole', 'verify everything, also with --point')
    .option(...database)
    .option('--json', 'the result as JSON on stdout')
    .action(async (...asked: Parameters<Acts['auditVerify']>) => (await acts()).auditVerify(...asked));
  audit
    .command('head')
    .description('打印最新链头，一行，供邮件、syslog、cron 保存到别处 / print the newest head on one line, for mail, syslog or cron')
    .option(...database)
    .option('--json', 'as JSON')
    .action(async (...asked: Parameters<Acts['auditHead']>) => (await acts()).auditHead(...asked));
  audit
    .command('export')
    .description(
      '导出操作记录和台账（JSON Lines），供 docs/verify-log.mjs 独立核对 / export log and ledger as lines of JSON, for docs/verify-log.mjs',
    )
    .requiredOption('--out <folder>', 'where events.jsonl and ledger.jsonl are written')
    .option(...database)
    .option('--json', 'the names of the files as JSON on stdout')
    .action(async (...asked: Parameters<Acts['auditExport']>) => (await acts()).auditExport(...asked));
  return audit;
}

function collect(given: string, before: string[] = []): string[] {
  return [...before, given];
}
