import type { Cell } from '@/server/domain/formats';

/** Computed or carried in: nobody types or pastes over it. */
export function isReadOnly(cell: Pick<Cell, 'addsUp'>): boolean {
  return cell.addsUp === 'computed' || cell.addsUp === 'opening';
}
