import { listUnits, listYears, newestEditionHeads, type Reader, reportKey, type Unit } from '@/db/store';
import { can } from '@/server/domain/permissions';
import { mayBeSameOrgan } from '@/server/domain/reading';
import type { Scope } from '@/server/domain/subject';
import type { UnitKind } from '@/server/domain/units';
import { type Actor, notFound } from '@/server/views/access';
import { scopesOf } from '@/server/views/report-units';

/** For whom a published report may be adopted, and what there is of it. */
export interface AdoptionUnit {
  unitId: string;
  name: string;
  kind: UnitKind;
  scopes: readonly Scope[];
  /** The newest edition of each year and scope. */
  editions: readonly { year: number; scope: Scope; number: number; origin: 'assembled' | 'imported' }[];
}

/** A unit that was chosen, or whose report of a scope may have been published under this name. */
export type AdoptionAsked = { unitId: string } | { organ: string; scope: Scope };

/**
 * The unit that is asked for; null where there is none, or none is asked for.
 *
 * @throws Refused not_found when there is no unit whose reports the person may adopt
 */
export async function loadAdoption(reader: Reader, actor: Actor, asked?: AdoptionAsked): Promise<AdoptionUnit | null> {
  const units = (await listUnits(reader)).filter(
    (unit) => can(actor.posts, 'report.import', { unitPath: unit.path, status: null }) === 'allowed',
  );
  if (units.length === 0) throw notFound();
  const unit = asked && ('unitId' in asked ? units.find((one) => one.id === asked.unitId) : likely(units, asked));
  if (!unit) return null;
  const years = (await listYears(reader)).map((one) => one.year);
  const heads = await newestEditionHeads(reader, years);
  const editions = years.flatMap((year) =>
    scopesOf(unit).flatMap((scope) => {
      const edition = heads.get(reportKey({ unitId: unit.id, year, scope }));
      return edition ? [{ year, scope, number: edition.number, origin: edition.origin }] : [];
    }),
  );
  return { unitId: unit.id, name: unit.name, kind: unit.kind, scopes: scopesOf(unit), editions };
}

/** The unit of the file's own name, else one that may be it and has a report of its scope. */
function likely(units: readonly Unit[], { organ, scope }: { organ: string; scope: Scope }): Unit | undefined {
  const fitting = units.filter((unit) => scopesOf(unit).includes(scope));
  return fitting.find((unit) => unit.name === organ) ?? fitting.find((unit) => mayBeSameOrgan(unit.name, organ));
}
