import { findTopUnit, listYears, type Reader } from '@/db/store';

/** What a stranger is told before signing in: the government and the year, as every published report bears them. No people, and no counts. */
export async function officeAtTheDoor(reader: Reader): Promise<{ name: string; year: number | null }> {
  const top = await findTopUnit(reader);
  const [newest] = await listYears(reader);
  return { name: top?.name ?? '', year: newest?.year ?? null };
}
