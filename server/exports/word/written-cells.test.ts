import { Document, Packer, Table, TableRow } from 'docx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { statutoryCell, tableCells } from './table';
import type { CellWords, WrittenCells } from './written-cells';

type Cells = ReturnType<typeof tableCells>;
type Shape = Cells extends WrittenCells<infer One> ? One : never;

async function xmlOf(rows: TableRow[]): Promise<string> {
  const document = new Document({ sections: [{ children: [new Table({ rows, columnWidths: [450, 450] })] }] });
  return strFromU8(unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))['word/document.xml'] ?? new Uint8Array());
}

function aShape(size: number, keepNext: boolean): Shape {
  return { outside: { width: { size: 900, type: 'dxa' }, columnSpan: 2 }, inside: { size, keepNext, alignment: { alignment: 'center' } } };
}

const words = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '12',
    '<w:tc>0</w:tc>',
    `&"'<>`,
    '$1 $& $$',
    '{0}',
    'the-text-of-the-cell',
    'the-remark-of-the-cell',
    ' a\tb\nc ',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const aCell = fc.record({ size: fc.constantFrom(18, 21), keepNext: fc.boolean(), text: words, remark: words });

it('cells that were written once and filled say, character by character, what the library writes for each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(aCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), async (rows) => {
      const cells = tableCells();
      const placed = await xmlOf(
        rows.map((row) => new TableRow({ children: row.map(({ size, keepNext, ...said }) => cells.place(aShape(size, keepNext), said)) })),
      );
      await cells.learned();
      const clean = ({ text, remark }: CellWords) => ({ text: withoutIllegalCharacters(text), remark: withoutIllegalCharacters(remark) });
      const plain = await xmlOf(
        rows.map(
          (row) => new TableRow({ children: row.map(({ size, keepNext, ...said }) => statutoryCell(aShape(size, keepNext), clean(said))) }),
        ),
      );
      expect(cells.into(placed)).toBe(plain);
    }),
    { numRuns: 25 },
  );
});
