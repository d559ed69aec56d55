import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { latestEditionOf } from '@/db/store';
import { type Packed, packOwnReports } from '@/server/commands/export/export-own-reports';
import { exportReport } from '@/server/commands/export/export-report';
import { type ExportKind, faceKinds } from '@/server/domain/report/export-kinds';
import type { Scope } from '@/server/domain/subject';
import { CliError } from '../cli-error';
import { unitNamed } from '../find-unit';
import { consoleContext, withStore } from '../with-store';

export async function exportFaces(options: Options): Promise<void> {
  const { scope } = options;
  if (options.allUnits) return exportAllUnits(options);
  if (options.unit === undefined || scope === undefined)
    throw new CliError('请给出 --unit 和 --scope，或者 --all-units / give --unit and --scope, or --all-units');
  const name = options.unit;
  await withStore(async (store) => {
    const unit = await unitNamed(store, name);
    const edition = options.edition ?? (await latestEditionOf(store.read, unit.id, options.year, scope))?.number;
    if (edition === undefined)
      throw new CliError(
        `${unit.name} ${options.year}: 尚无定稿版；导出草稿请加 --edition draft / there is no edition yet; --edition draft exports the draft`,
      );
    await mkdir(options.out, { recursive: true });
    for (const kind of options.as) {
      const file = await exportReport(await consoleContext(store), {
        unitId: unit.id,
        year: options.year,
        scope,
        edition,
        kind,
      });
      const path = join(options.out, file.name);
      await writeFile(path, file.bytes);
      process.stdout.write(`${path}\n`);
    }
  });
}

interface Options {
  unit?: string;
  allUnits?: boolean;
  year: number;
  scope?: Scope;
  edition?: number | 'draft';
  as: ExportKind[];
  out: string;
}

async function exportAllUnits({ unit, scope, year, edition, as, out }: Options): Promise<void> {
  if (unit !== undefined || scope === 'consolidated' || typeof edition === 'number')
    throw new CliError(
      '--all-units: 只导出各单位本机关年报的最新定稿版或草稿，不与 --unit、--scope consolidated、--edition <n> 同用 / newest editions or drafts of own reports; not with --unit, --scope consolidated or --edition <n>',
    );
  const kinds = faceKinds.filter((kind) => as.includes(kind));
  if (kinds.length !== as.length) throw new CliError('--all-units: --as 不含 bundle，清单已在压缩包中 / --as takes no bundle here');
  await withStore(async (store) => {
    await mkdir(out, { recursive: true });
    const path = join(out, `${year}年各单位年报（${edition === 'draft' ? '草稿' : '定稿'}）.zip`);
    const state = edition === 'draft' ? 'draft' : 'edition';
    const progress = ({ done, of }: Packed) => process.stderr.write(`${done} / ${of}\n`);
    await pipeline(packOwnReports(await consoleContext(store), { year, state, kinds }, progress), createWriteStream(path));
    process.stdout.write(`${path}\n`);
  });
}
