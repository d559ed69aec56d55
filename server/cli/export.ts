import { Command } from 'commander';
import { type ExportKind, exportKinds, isExportKind } from '@/server/domain/report/export-kinds';
import type { Scope } from '@/server/domain/subject';
import { CliError } from './cli-error';
import { wholeNumber } from './whole-number';

export function exportCommand(): Command {
  return new Command('export')
    .description('导出年报的各种版式 / write the faces of a report')
    .option('--unit <unit>', 'full name or id of the unit')
    .option('--all-units', "every unit's own report, in one zip with a folder for each; --edition draft: those that are ready")
    .requiredOption('--year <year>', 'year of the report', wholeNumber('--year', 2008, 2100))
    .option('--scope <scope>', 'own_organ or consolidated', scopeNamed)
    .option('--edition <n>', 'a number, or draft; the newest edition when left out', editionNamed)
    .requiredOption('--as <kinds>', `any of ${exportKinds.join(',')}`, kindsNamed)
    .requiredOption('--out <dir>', 'folder for the files')
    .action(async (...asked: Parameters<typeof import('./acts/export').exportFaces>) =>
      (await import('./acts/export')).exportFaces(...asked),
    );
}

function scopeNamed(text: string): Scope {
  if (text !== 'own_organ' && text !== 'consolidated')
    throw new CliError(`--scope: “${text}” 应为 own_organ 或 consolidated / must be own_organ or consolidated`);
  return text;
}

function editionNamed(text: string): number | 'draft' {
  return text === 'draft' ? 'draft' : wholeNumber('--edition', 1, 100_000)(text);
}

function kindsNamed(text: string): ExportKind[] {
  return text.split(',').map((kind) => {
    if (!isExportKind(kind))
      throw new CliError(`--as: 没有“${kind}”这种版式，可用：${exportKinds.join('、')} / there is no face "${kind}"`);
    return kind;
  });
}
