import {
  type Chase,
  contactsOf,
  findFilings,
  latestChases,
  latestChasesOf,
  listFilings,
  listMissing,
  listQuarters,
  listUnits,
  listYears,
  type Reader,
} from '@/db/store';
import { daysOver } from '@/server/domain/deadlines';
import { isChasedJustNow } from '@/server/domain/notices';
import { type Day, dayAt } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import { isSent } from '@/server/domain/workflow';
import { type Actor, notFound } from '@/server/views/access';
import { clerksOf } from '@/server/views/clerks-of';
import { withNames } from '@/server/views/person-names';
import { topsFor } from './board';

/** How a unit was chased last. */
export interface LastChase {
  by: string;
  at: string;
  words: string;
}

/** A unit that has not sent its quarter, and who is told so. */
export interface ToChase {
  unitName: string;
  /** Null: the quarter is open, and the unit has no filing. */
  filingId: string | null;
  isReturned: boolean;
  dueOn: Day;
  daysOverdue: number;
  clerks: readonly { name: string; telephone: string | null }[];
  last: LastChase | null;
  /** Less than a day ago: who chases again is asked. */
  isJustChased: boolean;
}

export interface ChaseList {
  years: readonly number[];
  year: number;
  quarter: number;
  quarters: readonly { quarter: number; isOpen: boolean }[];
  today: Day;
  /** The overdue first. */
  units: readonly ToChase[];
}

/** More units than an office has. */
const everyUnit = 10_000;

/**
 * Who has not sent a quarter, the overdue first, with whoever would be told and how they were chased last.
 *
 * @throws Refused not_found (nobody's quarter is the person's to chase)
 */
export async function loadChaseList(
  reader: Reader,
  actor: Actor,
  { year, quarter }: { year: number; quarter: number },
  now: Date,
): Promise<ChaseList> {
  const tops = topsFor(await listUnits(reader), actor, 'filing.chase');
  if (tops.length === 0) throw notFound();
  const today = dayAt(now);
  const years = (await listYears(reader)).map((one) => one.year);
  const quarters = await listQuarters(reader, year);
  const asked = quarters.find((one) => one.quarter === quarter);
  const shown = {
    ...{ years, year, quarter, today },
    quarters: quarters.map((one) => ({ quarter: one.quarter, isOpen: one.openedAt !== null })),
  };
  if (!asked || asked.openedAt === null) return { ...shown, units: [] };
  const missing = (await listMissing(reader, { year, quarter, under: tops.map((unit) => unit.path), today, limit: everyUnit })).filter(
    ({ status }) => status === null || status === 'open' || status === 'returned',
  );
  const filings = new Map(
    (await listFilings(reader, { year, quarter, statuses: ['open', 'returned'] })).map((filing) => [filing.id, filing]),
  );
  const clerks = await clerksOf(
    reader,
    missing.flatMap(({ filingId }) => filings.get(filingId ?? '') ?? []),
  );
  const contacts = await contactsOf(reader, [...new Set([...clerks.values()].flat())]);
  const chases = await latestChasesOf(reader, { year, quarter });
  const units = await withNames(reader, (nameOf) =>
    missing.map((one): ToChase => {
      const chase = chases.get(one.filingId ?? '');
      const dueOn = filings.get(one.filingId ?? '')?.dueOn ?? asked.dueOn;
      return {
        ...{ unitName: one.unitName, filingId: one.filingId, isReturned: one.status === 'returned', dueOn },
        daysOverdue: daysOver(dueOn, today),
        clerks: (clerks.get(one.filingId ?? '') ?? []).flatMap((id) => contacts.get(id) ?? []),
        last: chase ? toLast(chase, nameOf) : null,
        isJustChased: chase !== undefined && isChasedJustNow(chase.chasedAt, now),
      };
    }),
  );
  return { ...shown, units };
}

/** How some quarters that are still in their unit's hands were chased last, by filing: a column of the board. What is not the person's to see is left out. */
export async function loadChased(reader: Reader, actor: Actor, filingIds: readonly string[]): Promise<Record<string, LastChase>> {
  const filings = await findFilings(reader, filingIds);
  const readable = [...filings.values()].filter(
    ({ unitPath, status }) => !isSent(status) && can(actor.posts, 'board.read', { unitPath, status }) === 'allowed',
  );
  const chases = await latestChases(
    reader,
    readable.map((filing) => filing.id),
  );
  return withNames(reader, (nameOf) => Object.fromEntries([...chases].map(([id, chase]) => [id, toLast(chase, nameOf)])));
}

export function toLast({ chasedBy, chasedAt, words }: Chase, nameOf: (id: string) => string): LastChase {
  return { by: nameOf(chasedBy), at: chasedAt.toISOString(), words };
}
