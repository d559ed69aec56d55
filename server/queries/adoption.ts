import { listUnits, listYears, newestEditionHeads, type Reader, reportKey } from '@/db/store';
import { can } from '@/server/domain/permissions';
import type { Scope } from '@/server/domain/subject';
import { type Actor, notFound } from '@/server/views/access';
import { scopesOf } from '@/server/views/report-units';

/** For whom a published report may be adopted, and what each has of it. */
export interface AdoptionUnit {
  unitId: string;
  name: string;
  scopes: readonly Scope[];
  /** The newest edition of each year and scope. */
  editions: readonly { year: number; scope: Scope; number: number; origin: 'assembled' | 'imported' }[];
}

/** @throws Refused not_found when there is no unit whose reports the person may adopt */
export async function loadAdoption(reader: Reader, actor: Actor): Promise<AdoptionUnit[]> {
  const units = (await listUnits(reader)).filter(
    (unit) => can(actor.posts, 'report.import', { unitPath: unit.path, status: null }) === 'allowed',
  );
  if (units.length === 0) throw notFound();
  const years = (await listYears(reader)).map((one) => one.year);
  const heads = await newestEditionHeads(reader, years);
  const all: AdoptionUnit[] = [];
  for (const unit of units) {
    const editions: AdoptionUnit['editions'][number][] = [];
    for (const year of years)
      for (const scope of scopesOf(unit)) {
        const edition = heads.get(reportKey({ unitId: unit.id, year, scope }));
        if (edition) editions.push({ year, scope, number: edition.number, origin: edition.origin });
      }
    all.push({ unitId: unit.id, name: unit.name, scopes: scopesOf(unit), editions });
  }
  return all;
}
