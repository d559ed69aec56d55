import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { counted } from '@/server/domain/plural';
import { type RehearsalResult, rehearse } from '@/server/rehearsal/rehearse';
import { CliError } from './cli-error';
import { readReportFile } from './read-report-file';

export function rehearseCommand(): Command {
  return new Command('rehearse')
    .description('演练年：把已发布的年报拆成各单位各季度，走完填报、审核、汇总、定稿、导出，再与原件比对 / the rehearsal year')
    .argument('<file...>', 'report JSON files')
    .option('--units <n>', 'units a consolidated report is split into', wholeNumber('--units', 1, 200), 5)
    .option('--seed <n>', 'the same seed gives the same year', wholeNumber('--seed', 0, 2 ** 31), 1)
    .option('--out <dir>', 'where the faces are left')
    .option('--json', 'the result as JSON on stdout')
    .action(async (files: string[], options: { units: number; seed: number; out?: string; json?: boolean }) => {
      const results = [];
      for (const file of files) {
        const result = await rehearse(await readReportFile(file), options);
        results.push({ file, ...withoutBytes(result), faces: options.out ? await leaveFaces(result, options.out) : [] });
        if (!options.json) printResult(file, result);
      }
      if (options.json) process.stdout.write(`${JSON.stringify({ files: results }, null, 2)}\n`);
      if (results.some((result) => !result.same)) process.exitCode = 1;
    });
}

function withoutBytes({ faces: _, ...result }: RehearsalResult): Omit<RehearsalResult, 'faces'> {
  return result;
}

async function leaveFaces(result: RehearsalResult, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths = result.faces.map((face) => resolve(join(folder, face.name)));
  for (const [index, face] of result.faces.entries()) await writeFile(paths[index] as string, face.bytes);
  return paths;
}

function printResult(file: string, result: RehearsalResult): void {
  process.stdout.write(
    `${file}: ${result.same ? 'same' : `${counted(result.differences.length, 'difference')}`}${result.breaks.length > 0 ? `; breaks ${result.breaks.join(', ')}` : ''}\n`,
  );
  for (const { where, cell, published, ours } of result.differences)
    process.stdout.write(`  ${where} ${cell}: published ${published}, ours ${ours}\n`);
  for (const { rule, published, computed, cells } of result.breakDetails)
    process.stdout.write(`  ${rule}: ${published} ≠ ${computed} (${cells[0]})\n`);
  if (result.assumed.length > 0) process.stdout.write(`  assumed ${counted(result.assumed.length, 'cell')} the report does not tell\n`);
}

/** @throws CliError for anything but a whole number in the range */
export function wholeNumber(name: string, least: number, most: number) {
  return (text: string): number => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
      throw new CliError(`${name}: “${text}” 应为 ${least} 到 ${most} 的整数 / must be a whole number from ${least} to ${most}`);
    return value;
  };
}
