/** Where a unit answers what it is asked for a year's report. */
export function unitContributionsAddress({ unitId, year }: { unitId: string; year: number }): string {
  return `/contributions/${encodeURIComponent(unitId)}/${year}`;
}
