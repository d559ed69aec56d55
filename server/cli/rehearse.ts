import { Command } from 'commander';
import { wholeNumber } from './whole-number';

export function rehearseCommand(): Command {
  return new Command('rehearse')
    .description('演练年：把已发布的年报拆成各单位各季度，走完填报、审核、汇总、定稿、导出，再与原件比对 / the rehearsal year')
    .argument('<file...>', 'report JSON files')
    .option('--units <n>', 'units a consolidated report is split into', wholeNumber('--units', 1, 200), 5)
    .option('--seed <n>', 'the same seed gives the same year', wholeNumber('--seed', 0, 2 ** 31), 1)
    .option('--out <dir>', 'where the faces are left')
    .option('--json', 'the result as JSON on stdout')
    .action(async (...asked: Parameters<typeof import('./acts/rehearse').rehearseFiles>) =>
      (await import('./acts/rehearse')).rehearseFiles(...asked),
    );
}
