import { listFilings, listUnits, listYears, type Reader } from '@/db/store';
import { askedWords, isNamedBy } from '@/server/domain/named-by';
import { type Day, usualYear } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound } from '@/server/views/access';
import { boardTops } from './board';

/** A unit that was looked for, and what of it can be opened. */
export interface FoundUnit {
  unitId: string;
  name: string;
  isGovernment: boolean;
  /** Its newest quarter. */
  filing: { id: string; year: number; quarter: number } | null;
  /** The year of its newest report. */
  reportYear: number | null;
}

const most = 6;

/**
 * The first units of the office's list whose name holds every word, by characters or initials of pinyin.
 *
 * @throws Refused not_found (no post with a board)
 */
export async function findUnitsNamed(reader: Reader, actor: Actor, query: string, today: Day): Promise<FoundUnit[]> {
  const units = await listUnits(reader);
  if (boardTops(units, actor).length === 0) throw notFound();
  const words = askedWords(query);
  if (words.length === 0) return [];
  const found = units
    .filter((unit) => isNamedBy(unit.name, words) && can(actor.posts, 'board.read', { unitPath: unit.path, status: null }) === 'allowed')
    .slice(0, most);
  const filings = found.length > 0 ? await listFilings(reader, { unitIds: found.map((unit) => unit.id) }) : [];
  const thisYear = usualYear(
    (await listYears(reader)).map((one) => one.year),
    today,
  );
  return found.map(({ id, name, kind }) => {
    const newest = filings.findLast((filing) => filing.unitId === id);
    const isGovernment = kind === 'government';
    return {
      unitId: id,
      name,
      isGovernment,
      filing: newest ? { id: newest.id, year: newest.year, quarter: newest.quarter } : null,
      reportYear: newest?.year ?? (isGovernment ? thisYear : null),
    };
  });
}
