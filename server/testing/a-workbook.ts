import { type Figure, figureAt, figureOfText, withComputed } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells, withIndicators } from '@/server/domain/formats';
import { planWorkbook, readMark, shownText, type WorkbookMark, type WorkbookPlan } from '@/server/domain/workbook';
import { quarterWorkbook } from '@/server/exports/workbook/quarter-workbook';
import type { WorkbookReading } from '@/server/imports/workbook/read-workbook';

/** The form of workbooks in tests: two indicators of one name among its tables. */
export const workbookFormat = withIndicators(getFormat('2021'), [
  { key: 'posts', name: '发布条数', unit: '条', addsUp: 'flow', overUnits: 'sum', exactness: 'about', definition: '网站发布' },
  { key: 'a-b', name: '发布条数', unit: '条', addsUp: 'flow', overUnits: 'sum', exactness: 'exact', definition: '同名的另一项' },
]);

/** The cells that a person fills in. */
export const workbookCells = leafCells(workbookFormat).filter(({ addsUp }) => addsUp !== 'opening');

/** A workbook of a quarter with these figures in it, all of version 1. */
export function aWorkbook(typed: ReadonlyMap<CellId, Figure>): Promise<Uint8Array> {
  const figures = withComputed(workbookFormat, typed);
  return quarterWorkbook({ mark: markOf(figures), format: workbookFormat, figures, lastQuarter: figures, sameQuarterLastYear: new Map() });
}

/** What a workbook that was read would change in the quarter it was made of. */
export function planOf(reading: WorkbookReading, typed: ReadonlyMap<CellId, Figure> = sampleFigures): WorkbookPlan {
  if (!reading.readable) throw new Error(reading.why.en);
  const found = readMark(reading.sheets.map(({ rows }) => rows.map((row) => row.map(({ text }) => text))));
  const figures = withComputed(workbookFormat, typed);
  if (found.kind !== 'mark' || JSON.stringify([...found.mark.cells]) !== JSON.stringify([...markOf(figures).cells]))
    throw new Error(`the mark is not the one that was made: ${found.kind}`);
  const stored = new Map(workbookCells.map(({ id }) => [id, { version: 1, isBlank: figureAt(figures, id).state === 'not_filled' }]));
  return planWorkbook(found.mark, reading.sheets, { format: workbookFormat, figures, stored, declared: new Set() });
}

function markOf(figures: ReadonlyMap<CellId, Figure>): WorkbookMark {
  return {
    ...{ filingId: 'f-1', unitName: '示例区教育局', year: 2026, quarter: 3, isPractice: false, format: '2021', rowVariant: 'other_three' },
    cells: new Map(workbookCells.map((cell) => [cell.id, { version: 1, text: shownText(figureAt(figures, cell.id), cell) }])),
  };
}

const counts = ['0', '7', '1,002', '１２', '', '1.2万', '不适用', '=1+1', '999', '3 120\n4'];
const sums = ['12.50', '0', '3', '1.10'];

/** Everything that may stand in a cell. */
export const sampleFigures: ReadonlyMap<CellId, Figure> = new Map(
  workbookCells.map((cell, at) => {
    const texts = cell.quantity === 'count' ? counts : sums;
    return [cell.id, figureOfText(texts[at % texts.length] ?? '', cell).figure];
  }),
);

export function sampleWorkbook(): Promise<Uint8Array> {
  return aWorkbook(sampleFigures);
}
