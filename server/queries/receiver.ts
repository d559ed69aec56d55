import { findOffice, findUnit, type Reader } from '@/db/store';
import type { UnitPath } from '@/server/domain/permissions';

/** Who receives the filings of a unit: the office of its government; where there is none, the government itself. */
export async function receiverOf(reader: Reader, { unitPath }: { unitPath: UnitPath }): Promise<string> {
  const root = unitPath[0] ?? '';
  const receiver = (await findOffice(reader, root)) ?? (await findUnit(reader, root));
  return receiver?.name ?? '';
}
