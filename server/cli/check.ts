import { Command } from 'commander';

export function checkCommand(): Command {
  return new Command('check')
    .description('读取已发布的年报并按全部规则核对 / apply the rules to published reports')
    .argument('<file...>', 'report JSON files')
    .option('--previous <file>', 'last year’s report of the same organ and scope')
    .option('--overlay <file>', 'what the city changes in the rule pack')
    .option('--json', 'findings as JSON on stdout')
    .action(async (...asked: Parameters<typeof import('./acts/check').checkFiles>) => (await import('./acts/check')).checkFiles(...asked));
}
