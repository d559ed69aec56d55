import { deleteDeclaration, type Filing, listDeclarations } from '@/db/store';
import { type Cell, type CellId, cellName, getFormat } from '@/server/domain/formats';
import { Refused } from '@/server/errors';
import type { CommandTx } from '../command';

/** @throws Refused invalid: no opening cell of the filing's statutory form */
export function requireOpeningCell(filing: Filing, id: CellId): Cell {
  const cell = getFormat(filing.format, filing.rowVariant).cells.get(id);
  if (cell?.addsUp === 'opening') return cell;
  throw new Refused('invalid', {
    zh: `“${cell ? cellName(cell) : id}”不是期初单元格，不能重述。`,
    en: `"${cell ? cellName(cell) : id}" is no opening cell and cannot be restated.`,
  });
}

/** 本期无 stands only on openings of 0. */
export async function endDeclaration(tx: CommandTx, filing: Filing, cell: Cell): Promise<void> {
  const section = (await listDeclarations(tx, filing.id)).find((one) => one.section === cell.section)?.section;
  if (!section) return;
  await deleteDeclaration(tx, filing.id, section);
  tx.record('declaration.lapsed', { section, cell: cell.id });
}
