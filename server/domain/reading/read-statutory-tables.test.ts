import { describe, expect, it } from 'vitest';
import { type GridCell, getFormat } from '../formats';
import { readStatutoryTables } from './read-statutory-tables';
import type { NeutralCell, NeutralTable } from './statutory-places';

const format = getFormat('2021');

/** The tables as printed; figures by cell id, 0 where nothing is said. */
function asPrinted(figures: Record<string, string> = {}): NeutralCell[][][] {
  const text = (cell: GridCell): string => (cell.cell ? (figures[cell.cell] ?? '0') : (cell.text ?? ''));
  return format.tables.map((layout) =>
    layout.rows.map((row) => row.cells.map((cell) => ({ text: text(cell), rowSpan: cell.rowSpan ?? 1, colSpan: cell.colSpan ?? 1 }))),
  );
}
function neutral(tables: readonly NeutralCell[][][]): NeutralTable[] {
  return tables.map((rows) => ({ rows }));
}

describe('readStatutoryTables', () => {
  it('finds every printed cell, whatever else the document holds and in whatever order', () => {
    const other: NeutralTable = { rows: [[{ text: '目录', rowSpan: 1, colSpan: 1 }]] };
    const { figures, missing, ambiguous } = readStatutoryTables([other, ...neutral(asPrinted()).reverse()], format);
    expect({ missing, ambiguous }).toEqual({ missing: [], ambiguous: [] });
    expect(figures.size).toBe([...format.cells.values()].filter((cell) => cell.isPrinted).length);
  });

  it('goes by labels: rows in another order change nothing', () => {
    const tables = asPrinted({ 's3.new_received.total': '83', 's3.carried_in.total': '4' });
    const t3 = tables[1] ?? [];
    [t3[3], t3[4]] = [t3[4] ?? [], t3[3] ?? []];
    const { figures } = readStatutoryTables(neutral(tables), format);
    expect(figures.get('s3.new_received.total')).toEqual({ state: 'number', value: 83, decimals: 0 });
    expect(figures.get('s3.carried_in.total')).toEqual({ state: 'number', value: 4, decimals: 0 });
  });

  it('knows a label written with half-width brackets, other quotes and line breaks', () => {
    const tables = asPrinted({ 's3.denied_three_security_one_stability.natural_person': '3' });
    for (const row of tables.flat())
      for (const cell of row)
        cell.text = cell.text.replaceAll('（', '(').replaceAll('）', ') ').replace(/[“”]/g, '"').replace('商业', '商业\n');
    const { figures, missing } = readStatutoryTables(neutral(tables), format);
    expect(missing).toEqual([]);
    expect(figures.get('s3.denied_three_security_one_stability.natural_person')).toMatchObject({ value: 3 });
  });

  it('tells empty, 不适用, money and unreadable apart', () => {
    const { figures, missing } = readStatutoryTables(
      neutral(
        asPrinted({
          's2.licensing_decisions': '',
          's2.penalty_decisions': '不适用',
          's2.admin_fees': '59237.2449',
          's4.review.upheld': '约3',
        }),
      ),
      format,
    );
    expect(missing).toEqual([]);
    expect(figures.has('s2.licensing_decisions')).toBe(false);
    expect(figures.get('s2.penalty_decisions')).toEqual({ state: 'not_applicable' });
    expect(figures.get('s2.admin_fees')).toEqual({ state: 'number', value: 592_372_449_00, decimals: 4 });
    expect(figures.get('s4.review.upheld')).toEqual({ state: 'unreadable', raw: '约3' });
  });

  it('believes neither of two rows with the same label', () => {
    const tables = asPrinted();
    tables[0]?.push(...(tables[0]?.slice(-1) ?? []));
    const { figures, ambiguous } = readStatutoryTables(neutral(tables), format);
    expect(ambiguous).toEqual(['s2.admin_fees']);
    expect(figures.has('s2.admin_fees')).toBe(false);
  });

  it('misses a whole table that is not there', () => {
    const { missing } = readStatutoryTables(neutral(asPrinted().slice(0, 2)), format);
    expect(missing).toHaveLength(15);
  });
});
