import { findUnit, latestEditionOf, listPredecessors, type Reader, type Unit } from '@/db/store';
import { firstDay } from '@/server/domain/periods';
import { type PastYear, yearsOfTrend } from '@/server/domain/report/charts/trend-chart';
import { takeOverPeriod } from '@/server/domain/roll-up';
import type { ReportKey } from '@/server/domain/subject';
import { readEdition } from './edition-content';
import { isFiler, spanOf } from './report-units';

/**
 * The newest edition of each year that a trend looks back on. They are today's, and the face says which they are: a report of an earlier
 * year that is adopted or corrected later is then in the trend, and nobody takes it for what was known when the edition was made.
 *
 * A renamed unit goes on from what it published under its old name; in the year it was renamed it published twice, and both count or
 * neither. A unit that several were merged into begins anew: the sum of what they published is a number that nobody published.
 */
export async function pastYears(reader: Reader, { unitId, year, scope }: ReportKey): Promise<PastYear[]> {
  const unit = await findUnit(reader, unitId);
  const names = unit && scope === 'own_organ' && isFiler(unit) ? await underAllItsNames(reader, unit) : unit ? [unit] : [];
  const past: PastYear[] = [];
  for (const before of yearsOfTrend(year).filter((one) => one !== year)) {
    const alive = names.filter((one) => spanOf(one, before) !== null);
    const own = await latestEditionOf(reader, unitId, before, scope);
    const isOwn = own !== null && !(alive.length > 1 && alive.at(-1)?.id === unitId);
    const editions = isOwn ? [own] : await Promise.all(alive.map((one) => latestEditionOf(reader, one.id, before, scope)));
    const known = editions.filter((edition) => edition !== null);
    if (known.length < editions.length) continue;
    for (const edition of known) {
      const { organ, figures } = readEdition(edition.content);
      const formerName = edition === own ? {} : { formerName: organ };
      past.push({ year: before, edition: edition.number, contentHash: edition.hash, figures, ...formerName });
    }
  }
  return past;
}

/** The unit under its former names, the oldest first: each closed on the day before the next began, and nothing else became the next. */
async function underAllItsNames(reader: Reader, unit: Unit): Promise<Unit[]> {
  const names = [unit];
  for (let next: Unit | null = unit; next; ) {
    const predecessors: readonly Unit[] = await listPredecessors(reader, [next.id]);
    const [only] = predecessors;
    next = predecessors.length === 1 && only && isRenaming(only, next) && !names.includes(only) ? only : null;
    if (next) names.unshift(next);
  }
  return names;
}

function isRenaming({ closesOn }: Unit, { opensOn }: Unit): boolean {
  if (closesOn === null) return false;
  const { year, quarter } = takeOverPeriod(closesOn);
  return opensOn === firstDay(year, quarter);
}
