import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, figureAt, figureOfText } from '@/server/domain/figures';
import type { CellId } from '@/server/domain/formats';
import type { WorkbookPlan } from '@/server/domain/workbook';
import { readWorkbookFile } from '@/server/imports/workbook/read-workbook';
import { aWorkbook, planOf, workbookCells, workbookFormat } from '@/server/testing/a-workbook';
import { openWorkbook } from '@/server/testing/edited-workbook';

const count = fc.oneof(
  { weight: 5, arbitrary: fc.nat(2_000).map(String) },
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('0', '1,002', '１２', '不适用', '12件', ' 7', '999999999999'),
  fc.constantFrom('1.2万', '3 120\n4', '=1+1', '+cmd|x', '@SUM(A1)', '无', '12①', '"引号"', '<b>&amp;', '9007199254740991'),
);
const money = fc.oneof(
  fc.nat(90_000_000).map((fen) => `${Math.floor(fen / 1_000)}.${String(fen % 1_000).padStart(3, '0')}`),
  fc.constantFrom('', '0', '12.50', '3', '0.100000', '不适用', '12.5万元'),
);
const aQuarter = fc.tuple(...workbookCells.map(({ quantity }) => (quantity === 'count' ? count : money)));

async function outAndBack(figures: ReadonlyMap<CellId, Figure>, edit: (bytes: Uint8Array) => Uint8Array): Promise<WorkbookPlan> {
  return planOf(await readWorkbookFile(edit(await aWorkbook(figures))), figures);
}

const bookOf = (texts: readonly string[]) =>
  new Map(workbookCells.map((cell, index): [CellId, Figure] => [cell.id, figureOfText(texts[index] ?? '', cell).figure]));

describe('T36, T37: a workbook out and back', () => {
  it('whatever stands in the quarter comes back without a difference, and nothing of it is a formula but our own sums', async () => {
    await fc.assert(
      fc.asyncProperty(aQuarter, async (texts) => {
        const formulas: string[] = [];
        const plan = await outAndBack(bookOf(texts), (bytes) => {
          for (const xml of Object.values(openWorkbook(bytes).parts))
            formulas.push(...[...xml.matchAll(/<f[ >].*?<\/f>/gs)].map(([one]) => one));
          return bytes;
        });
        expect(plan).toMatchObject({ changes: [], conflicts: [], problems: [], notes: [], unchanged: workbookCells.length });
        expect(
          formulas.filter(
            (one) => !/^<f>IF\(COUNT\([A-Z0-9:,]+\)(?:\+COUNTIF\([A-Z0-9:]+,"不适用"\))+&lt;\d+,"",SUM\([A-Z0-9:,]+\)\)<\/f>$/.test(one),
          ),
        ).toEqual([]);
        expect(formulas.length).toBe([...workbookFormat.cells.values()].filter(({ terms }) => terms).length);
      }),
      { numRuns: 4 },
    );
  });

  it('of random edits it finds just those', async () => {
    const edits = fc.uniqueArray(fc.tuple(fc.nat(workbookCells.length - 3), fc.nat(5_000)), {
      selector: ([at]) => at,
      minLength: 1,
      maxLength: 12,
    });
    const feeAt = workbookCells.findIndex(({ id }) => id === 's6.processing_fee');
    const feeOfNone = workbookCells.map((_, index) => (index === feeAt ? '0.000' : '')) as [];
    await fc.assert(
      fc.asyncProperty(aQuarter, edits, async (texts, edited) => {
        const figures = bookOf(texts);
        const meant = edited.flatMap(([at, value]): [CellId, string][] => {
          const cell = workbookCells[at];
          const before = cell && figureAt(figures, cell.id);
          const isSame =
            cell && before?.state === 'number' && before.value === (figureOfText(String(value), cell).figure as { value: number }).value;
          return cell && !isSame ? [[cell.id, String(value)]] : [];
        });
        const plan = await outAndBack(figures, (bytes) => {
          const book = openWorkbook(bytes);
          for (const [cell, value] of meant) book.set(cell, { is: value.length % 2 ? 'number' : 'text', value });
          return book.saved();
        });
        expect(new Map(plan.changes.map(({ cell, after }) => [cell, after]))).toEqual(new Map(meant));
        expect(plan).toMatchObject({ conflicts: [], problems: [] });
      }),
      { numRuns: 4, examples: [[feeOfNone, [[feeAt, 0]]]] },
    );
  });
});
