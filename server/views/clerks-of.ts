import type { Reader } from '@/db/store';
import type { UnitPath } from '@/server/domain/permissions';
import { postsByUnit, receiversAmong } from './notice-receivers';

/** Who would be told that the office waits for a quarter, by filing. One whose unit has no clerk is not among them. */
export async function clerksOf(
  reader: Reader,
  filings: readonly { id: string; unitId: string; unitPath: UnitPath }[],
): Promise<Map<string, readonly string[]>> {
  if (filings.length === 0) return new Map();
  const posts = await postsByUnit(reader, [...new Set(filings.map(({ unitId }) => unitId))]);
  const clerks = filings.map(({ id, unitPath }) => {
    const told = receiversAmong(posts, { unitPath }, 'chased');
    return [id, told.map(({ userId }) => userId)] as const;
  });
  return new Map(clerks.filter(([, told]) => told.length > 0));
}
