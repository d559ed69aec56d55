import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { findFilingOf, listFigures } from '@/db/store';
import { saveFigures } from '@/server/commands/filing/save-figures';
import { importEdition } from '@/server/commands/report/import-edition';
import { printFigure } from '@/server/domain/figures';
import { leafCells } from '@/server/domain/formats';
import { damageLine, damageOf } from '@/server/domain/reading';
import { CliError } from '../cli-error';
import { unitNamed } from '../find-unit';
import { readReportFile } from '../read-report-file';
import { consoleContext, withStore } from '../with-store';

export async function importFile(file: string, options: { unit: string; year: number; quarter?: number }): Promise<void> {
  const report = await readReportFile(file);
  if (report.content.year !== options.year)
    throw new CliError(
      `${file}: 文件是 ${report.content.year} 年度的，与 --year ${options.year} 不符 / the file is of ${report.content.year}, not ${options.year}`,
    );
  // Rows that are not in the file are left unknown, here as in a check: they are named, whichever door it goes in by.
  const sayDamage = () => damageOf(report).forEach((damage) => void process.stdout.write(`  缺损 ${damageLine(damage)}\n`));
  await withStore(async (store) => {
    const unit = await unitNamed(store, options.unit);
    const context = await consoleContext(store);
    if (options.quarter === undefined) {
      const { number, hash } = await importEdition(context, {
        unitId: unit.id,
        content: report.content,
        format: report.format,
        file: basename(file),
      });
      process.stdout.write(`${unit.name} ${options.year}: 第 ${number} 版 / edition ${number}, ${hash}\n`);
      sayDamage();
      return;
    }
    const filing = await findFilingOf(store.read, unit.id, options.year, options.quarter);
    if (!filing)
      throw new CliError(`${unit.name} ${options.year} 年第 ${options.quarter} 季度尚未开放填报 / that quarter is not open for the unit`);
    if (filing.format !== report.format.id || filing.rowVariant !== report.format.rowVariant)
      throw new CliError(`${file}: 格式为 ${report.format.id}，该年度填报格式为 ${filing.format} / the file's format is not the year's`);
    const versions = new Map((await listFigures(store.read, filing.id)).map((one) => [one.cell, one.version]));
    const changes = leafCells(report.format).flatMap((cell) => {
      const figure = report.content.figures.get(cell.id);
      return figure && cell.addsUp !== 'opening'
        ? [{ changeId: randomUUID(), cell: cell.id, raw: printFigure(figure, cell), baseVersion: versions.get(cell.id) ?? 0 }]
        : [];
    });
    const clerk = {
      ...context,
      actor: { ...context.actor, posts: [...context.actor.posts, { id: 'console', role: 'clerk' as const, unitId: unit.id }] },
    };
    const saved = await saveFigures(clerk, { filingId: filing.id, changes });
    process.stdout.write(
      `${unit.name} ${options.year}Q${options.quarter}: ${saved.filter((one) => one.outcome === 'saved').length} 格写入 / cells written, ${saved.filter((one) => one.outcome === 'same').length} 格相同 / the same\n`,
    );
    sayDamage();
  });
}
