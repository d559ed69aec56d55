import { Command } from 'commander';
import { wholeNumber } from './whole-number';

export function importCommand(): Command {
  return new Command('import')
    .description(
      '导入年报：不带 --quarter 作为该年已发布的定稿版；带 --quarter 填入该季度报表 / adopt a published report, or fill a quarter',
    )
    .argument('<file>', 'report JSON')
    .requiredOption('--unit <unit>', 'full name or id of the unit')
    .requiredOption('--year <year>', 'year of the report', wholeNumber('--year', 2008, 2100))
    .option('--quarter <q>', '1 to 4', wholeNumber('--quarter', 1, 4))
    .action(async (...asked: Parameters<typeof import('./acts/import').importFile>) =>
      (await import('./acts/import')).importFile(...asked),
    );
}
