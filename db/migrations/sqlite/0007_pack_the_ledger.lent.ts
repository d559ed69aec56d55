import { createHash } from 'node:crypto';

/** `sha256_hex`: the name of a cell list, of its cells with commas between them. As it was on the day of the migration. */
export function sha256Hex(cells: string): string {
  return createHash('sha256').update(cells).digest('hex');
}
