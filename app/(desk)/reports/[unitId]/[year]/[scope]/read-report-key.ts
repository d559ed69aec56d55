import { reportKey } from '@/server/api/schemas';

/** The report an address names; null when it names none. */
export function readReportKey({ unitId, year, scope }: { unitId: string; year: string; scope: string }) {
  const key = {
    unitId: reportKey.unitId.safeParse(unitId),
    year: reportKey.year.safeParse(Number(year)),
    scope: reportKey.scope.safeParse(scope),
  };
  if (!key.unitId.success || !key.year.success || !key.scope.success) return null;
  return { unitId: key.unitId.data, year: key.year.data, scope: key.scope.data };
}
