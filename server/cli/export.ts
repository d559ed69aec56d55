import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { latestEditionOf } from '@/db/store';
import { exportReport } from '@/server/commands/export-report';
import type { Scope } from '@/server/domain/checks/check';
import { type ExportKind, exportKinds, isExportKind } from '@/server/exports';
import { CliError } from './cli-error';
import { unitNamed } from './find-unit';
import { wholeNumber } from './rehearse';
import { consoleContext, withStore } from './with-store';

export function exportCommand(): Command {
  return new Command('export')
    .description('导出年报的各种版式 / write the faces of a report')
    .requiredOption('--unit <unit>', 'full name or id of the unit')
    .requiredOption('--year <year>', 'year of the report', wholeNumber('--year', 2008, 2100))
    .requiredOption('--scope <scope>', 'own_organ or consolidated', scopeNamed)
    .option('--edition <n>', 'a number, or draft; the newest edition when left out', editionNamed)
    .requiredOption('--as <kinds>', `any of ${exportKinds.join(',')}`, kindsNamed)
    .requiredOption('--out <dir>', 'folder for the files')
    .action(async (options: { unit: string; year: number; scope: Scope; edition?: number | 'draft'; as: ExportKind[]; out: string }) => {
      await withStore(async (store) => {
        const unit = await unitNamed(store, options.unit);
        const edition = options.edition ?? (await latestEditionOf(store.read, unit.id, options.year, options.scope))?.number;
        if (edition === undefined)
          throw new CliError(
            `${unit.name} ${options.year}: 尚无定稿版；导出草稿请加 --edition draft / there is no edition yet; --edition draft exports the draft`,
          );
        await mkdir(options.out, { recursive: true });
        for (const kind of options.as) {
          const file = await exportReport(await consoleContext(store), {
            unitId: unit.id,
            year: options.year,
            scope: options.scope,
            edition,
            kind,
          });
          const path = join(options.out, file.name);
          await writeFile(path, file.bytes);
          process.stdout.write(`${path}\n`);
        }
      });
    });
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
