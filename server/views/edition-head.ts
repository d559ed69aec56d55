import { type Edition, listEvents, type Reader } from '@/db/store';

const everything = 1_000_000;

/**
 * The link of the event log in which an edition was finalised or adopted; null where the log does not tell of it. Kept outside, it shows whether
 * the log was cut or rewritten since.
 */
export async function findEditionHead(
  reader: Reader,
  { reportId, number }: Pick<Edition, 'reportId' | 'number'>,
): Promise<{ seq: number; hash: string } | null> {
  const kinds = ['report.finalised', 'report.imported'];
  const events = await listEvents(reader, { objectType: 'report', objectId: reportId, kinds, limit: everything });
  const made = events.find(({ payload }) => 'edition' in payload && payload.edition === number);
  return made ? { seq: made.seq, hash: made.hash } : null;
}
