import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import type { SaveWire } from './load';
import type { Clerk } from './seed-clerks';

/**
 * The cells of the turns, one each, so that every turn begins at version 0 whatever became of the requests in flight when the
 * turn before ended. They are of table 三: the longest way of a save, where a declaration of 本期无 is looked for too.
 */
const cells: readonly CellId[] = leafCells(getFormat('2021', 'other_three'))
  .filter((cell) => cell.section === '3' && cell.addsUp === 'flow')
  .map((cell) => cell.id);
export const maxTurns = cells.length;

export function productWire({ cookie, filingId }: Clerk, turn: number): SaveWire {
  const cell = cellOf(turn);
  return {
    path: '/api/trpc/filing.save?batch=1',
    headers: { cookie },
    body: (version, changeId) => ({ filingId, changes: [{ changeId, cell, raw: String(version + 1), baseVersion: version }] }),
  };
}

export function bareWire(filingId: string, turn: number): SaveWire {
  const cell = cellOf(turn);
  return {
    path: '/api/trpc/save?batch=1',
    headers: {},
    body: (version) => ({ filingId, cell, raw: String(version + 1), version: version + 1 }),
  };
}

function cellOf(turn: number): CellId {
  const cell = cells[turn];
  if (!cell) throw new Error(`there are cells for ${cells.length} turns only`);
  return cell;
}
