import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbookFile } from '@/server/imports/workbook/read-workbook';
import { planOf, sampleWorkbook } from '@/server/testing/a-workbook';
import { pictureOffice, savedByOffice } from './picture-pages';

/**
 * The workbook of a quarter as pictures, and once more as LibreOffice saves it.
 *
 * @returns the pictures
 * @throws Error when what LibreOffice has saved is read with a difference
 */
export async function lookAtWorkbooks(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'quarter.xlsx');
  writeFileSync(file, await sampleWorkbook());
  const saved = savedByOffice(file);
  const plan = planOf(await readWorkbookFile(readFileSync(saved)));
  const { changes, conflicts, problems, notes } = plan;
  if (changes.length + conflicts.length + problems.length + notes.length > 0)
    throw new Error(`${saved} is read with a difference: ${JSON.stringify({ changes, conflicts, problems, notes }).slice(0, 2_000)}`);
  return pictureOffice(file);
}
