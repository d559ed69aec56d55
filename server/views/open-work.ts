import { type Filing, listClerksOf, listFilings, type Post, type Reader } from '@/db/store';

/** A quarter that a clerk still has to file. */
export interface OpenWork {
  year: number;
  quarter: number;
  status: 'open' | 'returned';
}

/**
 * What would be left without a clerk if a post ended: the unfinished quarters of its unit, by post, when nobody else who can
 * sign in is clerk there. Posts whose end leaves nothing behind are absent.
 */
export async function openWorkLeftBy(reader: Reader, posts: readonly Post[]): Promise<Map<string, OpenWork[]>> {
  const clerksOf = new Map<string, Set<string>>();
  const asked = posts.filter((post) => post.role === 'clerk').map((post) => post.unitId);
  for (const { unitId, userId } of await listClerksOf(reader, asked)) clerksOf.set(unitId, (clerksOf.get(unitId) ?? new Set()).add(userId));
  const isLast = ({ unitId, userId }: Post) => [...(clerksOf.get(unitId) ?? [])].every((other) => other === userId);
  const last = posts.filter((post) => post.role === 'clerk' && isLast(post));
  if (last.length === 0) return new Map();
  const filings = await listFilings(reader, { unitIds: last.map((post) => post.unitId), statuses: ['open', 'returned'] });
  const filingsOf = new Map<string, Filing[]>();
  for (const filing of filings) filingsOf.set(filing.unitId, [...(filingsOf.get(filing.unitId) ?? []), filing]);
  return new Map(
    last.flatMap((post): [string, OpenWork[]][] => {
      const left = filingsOf.get(post.unitId) ?? [];
      if (left.length === 0) return [];
      return [[post.id, left.map(({ year, quarter, status }) => ({ year, quarter, status: status === 'returned' ? 'returned' : 'open' }))]];
    }),
  );
}
