import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planOf, workbookCells } from '@/server/testing/a-workbook';
import { readWorkbookFile } from './read-workbook';

/** `npm run looks -- workbooks` makes it anew, where a change of the layout asks for that. */
const file = new URL('./testing/saved-by-libreoffice.xlsx', import.meta.url);

it('T36: a quarter that LibreOffice has opened and saved is read without a difference', async () => {
  const plan = planOf(await readWorkbookFile(readFileSync(file)));
  expect(plan).toMatchObject({ changes: [], conflicts: [], problems: [], notes: [], unchanged: workbookCells.length });
});
