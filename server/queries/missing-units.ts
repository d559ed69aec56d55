import { findUnit, listApprovedQuarters, type Reader, type Unit } from '@/db/store';
import { type Quarter, quarters } from '@/server/domain/periods';
import { wholeYear } from '@/server/domain/roll-up';
import type { ReportKey } from '@/server/domain/subject';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import { reportUnits, spanOf } from '@/server/views/report-units';

/** Units that lack the same quarters of a year, by name. */
export interface MissingByQuarters {
  quarters: readonly Quarter[];
  names: readonly string[];
}

/** Every unit whose figures are not in a report, where its page names the first of them. @throws Refused not_found */
export async function listMissingUnits(reader: Reader, actor: Actor, key: ReportKey): Promise<MissingByQuarters[]> {
  const approved = await listApprovedQuarters(reader, key.year);
  const units = await readableUnits(reader, actor, key);
  return byLackedQuarters(
    units.flatMap((unit) => {
      const lacked = lackedQuarters(unit, key.year, approved);
      return lacked.length > 0 ? [{ unitName: unit.name, quarters: lacked }] : [];
    }),
  );
}

/** The units of a report: who may answer for one of its numbers, or be asked for its text. @throws Refused not_found */
export async function listReportUnits(reader: Reader, actor: Actor, key: ReportKey): Promise<{ id: string; name: string }[]> {
  return (await readableUnits(reader, actor, key)).map(({ id, name }) => ({ id, name }));
}

async function readableUnits(reader: Reader, actor: Actor, key: ReportKey): Promise<Unit[]> {
  await requireReadableReport(reader, actor, key);
  const unit = await findUnit(reader, key.unitId);
  if (!unit) throw notFound();
  return reportUnits(reader, unit, key);
}

export function byLackedQuarters(missing: readonly { unitName: string; quarters: readonly Quarter[] }[]): MissingByQuarters[] {
  const groups = new Map<string, { quarters: readonly Quarter[]; names: string[] }>();
  for (const { unitName, quarters: lacked } of missing) {
    const group = groups.get(lacked.join()) ?? { quarters: lacked, names: [] };
    group.names.push(unitName);
    groups.set(lacked.join(), group);
  }
  return [...groups.values()];
}

/** The quarters of a year that a unit stands in and that are not approved. @param approved of `listApprovedQuarters` */
export function lackedQuarters(unit: Unit, year: number, approved: ReadonlySet<string>): Quarter[] {
  const span = spanOf(unit, year) ?? wholeYear;
  return quarters.filter((quarter) => quarter >= span.first && quarter <= span.last && !approved.has(`${unit.id} ${quarter}`));
}
