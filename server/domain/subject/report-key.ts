import type { Scope } from './subject';

/** Which report: the organ's unit, the year, the scope. */
export interface ReportKey {
  unitId: string;
  year: number;
  scope: Scope;
}
