import { describe, expect, it } from 'vitest';
import { count } from '@/server/domain/figures';
import { blankCells, changedOpenings, type OpeningCell, openingGroups } from './opening-draft';

const anOpening = (cell: string, value = '', rowLabel = '二、上年结转政府信息公开申请数量'): OpeningCell => ({
  cell,
  rowLabel,
  columnLabel: cell,
  measuredIn: '件',
  quantity: 'count',
  value,
  reason: '',
  setBy: '',
  setAt: null,
});

describe('opening balances on the screen', () => {
  it('sends only what was changed: 4 stored and 4 typed is no change, 4 → 5 is one', () => {
    const cells = [anOpening('a', '4'), anOpening('b', '4'), anOpening('c')];
    expect(changedOpenings(cells, { a: '４', b: '5' })).toEqual([{ cell: 'b', raw: '5', seen: '4' }]);
  });

  it('never takes a blank for 0, nor a blanked field for a change', () => {
    expect(changedOpenings([anOpening('a', '4'), anOpening('b')], { a: '', b: ' ' })).toEqual([]);
  });

  it('sends what cannot be read as well, so that the refusal names it', () => {
    expect(changedOpenings([anOpening('a')], { a: '-3' })).toEqual([{ cell: 'a', raw: '-3', seen: '' }]);
  });

  it('offers 0 only to cells that are blank and take nothing over', () => {
    const form = {
      cells: [anOpening('typed'), anOpening('stored', '2'), anOpening('inherits'), anOpening('blank')],
      inherited: { inherits: count(7) },
    };
    expect(blankCells(form, { typed: '1' }).map((cell) => cell.cell)).toEqual(['blank']);
  });

  it('keeps the cells of one row together', () => {
    const cells = [anOpening('a'), anOpening('b'), anOpening('c', '', '行政复议')];
    expect(openingGroups(cells).map((group) => group.cells.length)).toEqual([2, 1]);
  });
});
