import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { counted } from '@/server/domain/plural';
import { type RehearsalResult, rehearse } from '@/server/rehearsal/rehearse';
import { readReportFile } from '../read-report-file';

export async function rehearseFiles(
  files: string[],
  options: { units: number; seed: number; out?: string; json?: boolean },
): Promise<void> {
  const results = [];
  for (const file of files) {
    const result = await rehearse(await readReportFile(file), options);
    results.push({ file, ...withoutBytes(result), faces: options.out ? await leaveFaces(result, options.out) : [] });
    if (!options.json) printResult(file, result);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ files: results }, null, 2)}\n`);
  if (results.some((result) => !result.same)) process.exitCode = 1;
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
