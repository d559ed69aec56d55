import { findReport, type Reader, type Unit } from '@/db/store';
import type { ReportKey } from '@/server/domain/subject';

/** The begun reports that a unit's figures are in: its own, and the whole of each unit above it; where it files for a government, that one's own. */
export async function reportsOver(reader: Reader, unit: Unit, years: readonly number[]): Promise<ReportKey[]> {
  const parentId = unit.path.at(-2);
  const candidates = years.flatMap((year): ReportKey[] => [
    { unitId: unit.id, year, scope: 'own_organ' },
    ...(unit.kind === 'office' && parentId ? [{ unitId: parentId, year, scope: 'own_organ' as const }] : []),
    ...unit.path.slice(0, -1).map((unitId): ReportKey => ({ unitId, year, scope: 'consolidated' })),
  ]);
  const begun: ReportKey[] = [];
  for (const key of candidates) if (await findReport(reader, key.unitId, key.year, key.scope)) begun.push(key);
  return begun;
}
