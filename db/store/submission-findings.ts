import { and, asc, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm';
import type { EventFacts } from '@/server/domain/audit';
import { sentStatuses } from '@/server/domain/workflow/filing-status';
import { movesOf } from '@/server/domain/workflow/moves-waiting';
import { isNotPractice } from './filings';
import { maxNamed } from './max-named';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

/** What the rules found in a submission, kept so that nobody checks a year of all units to see it. Nothing is decided by it. */
export interface KeptFindings {
  filingId: string;
  number: number;
  /** The rules it was checked by. */
  rules: string;
  /** The marks of what it hangs on (`marksOf`), as they were. */
  marks: string;
  /** A hash of all that the rules were told; '' where nobody asked. */
  told: string;
  /** JSON. */
  findings: string;
}

/** How far things have moved that the rules are told. */
export interface FindingMarks {
  /** @param hasPeers it was compared with other units */
  of(unitId: string, hasPeers: boolean): string;
}

const everything = 'all';
const peers = 'peers';

/** The marks as they stand. @param unitIds of which units; all without it */
export async function findingMarks(reader: Reader, unitIds?: readonly string[]): Promise<FindingMarks> {
  const { findingMarks: table } = reader.t;
  const isAsked = unitIds && unitIds.length <= maxNamed ? inArray(table.of, [...unitIds, everything, peers]) : undefined;
  const rows = await reader.db.select().from(table).where(isAsked);
  const marks = new Map(rows.map((row) => [row.of, row.mark]));
  const at = (of: string) => marks.get(of) ?? 0;
  return { of: (unitId, hasPeers) => [at(everything), at(unitId), ...(hasPeers ? [at(peers)] : [])].join(' ') };
}

/** Whether what is kept under some marks is of these. */
export function isOfMarks(kept: string, now: FindingMarks, unitId: string): boolean {
  return kept === now.of(unitId, kept.split(' ').length === 3);
}

/** What is kept of the newest submissions of some filings of these years, by filing. */
export async function keptFindingsOf(
  reader: Reader,
  filings: readonly { id: string; year: number; submissionNumber: number }[],
): Promise<Map<string, KeptFindings>> {
  if (filings.length === 0) return new Map();
  const { submissionFindings: table, filings: all } = reader.t;
  const ids = filings.map((filing) => filing.id);
  const years = [...new Set(filings.map((filing) => filing.year))];
  const rows = await reader.db
    .select({
      filingId: table.filingId,
      number: table.number,
      rules: table.rules,
      marks: table.marks,
      told: table.told,
      findings: table.findings,
    })
    .from(table)
    .innerJoin(all, eq(all.id, table.filingId))
    .where(ids.length > maxNamed ? inArray(all.year, years) : inArray(table.filingId, ids));
  const numbers = new Map(filings.map((filing) => [filing.id, filing.submissionNumber]));
  return new Map(rows.filter((row) => numbers.get(row.filingId) === row.number).map((row) => [row.filingId, row]));
}

/** Keeps what was found, unless a later submission has been looked at meanwhile. */
export async function keepFindings(tx: Tx, found: readonly KeptFindings[]): Promise<void> {
  const keep = prepared(tx, 'submission-findings.keep', ({ db, t: { submissionFindings: table } }) => {
    const said = (name: 'filingId' | 'number' | 'rules' | 'marks' | 'told' | 'findings') => sql.placeholder(name);
    const { filingId, ...rest } = getTableColumns(table);
    const newer = (column: { name: string }) => sql`excluded.${sql.identifier(column.name)}`;
    return db
      .insert(table)
      .values({
        ...{ filingId: said('filingId'), number: said('number'), rules: said('rules') },
        ...{ marks: said('marks'), told: said('told'), findings: said('findings') },
      })
      .onConflictDoUpdate({
        target: filingId,
        set: Object.fromEntries(Object.entries(rest).map(([key, column]) => [key, newer(column)])),
        setWhere: sql`${table.number} <= ${newer(table.number)}`,
      });
  });
  for (const one of found) await keep.execute({ ...one });
}

/**
 * Submissions that count of which nothing is kept under these rules and the marks as they stand, those of the newest quarters first.
 *
 * @param max at most so many
 */
export async function listUnkeptFindings(reader: Reader, rules: string, max: number): Promise<string[]> {
  const { submissionFindings: kept, filings, findingMarks: marks } = reader.t;
  const at = (of: unknown) => sql`coalesce((select ${marks.mark} from ${marks} where ${marks.of} = ${of}), 0)`;
  const own = sql`${at(everything)} || ' ' || ${at(filings.unitId)}`;
  const rows = await reader.db
    .select({ id: filings.id })
    .from(filings)
    .leftJoin(
      kept,
      and(
        eq(kept.filingId, filings.id),
        eq(kept.number, filings.submissionNumber),
        eq(kept.rules, rules),
        or(eq(kept.marks, own), eq(kept.marks, sql`${own} || ' ' || ${at(peers)}`)),
      ),
    )
    .where(and(isNotPractice(reader), inArray(filings.status, [...sentStatuses]), sql`${kept.filingId} is null`))
    .orderBy(sql`${filings.year} desc, ${filings.quarter} desc`, asc(filings.id))
    .limit(max);
  return rows.map((row) => row.id);
}

/** Marks what these events may have changed, in the transaction that records them. */
export async function moveFindingMarks(tx: Tx, facts: readonly EventFacts[]): Promise<void> {
  const units = new Set<string>();
  const others = new Set<string>();
  for (const fact of facts) {
    const moves = movesOf(fact);
    if (moves === 'nothing') continue;
    if (moves === 'all' || fact.unitId === null) others.add(everything);
    else units.add(fact.unitId);
    if (moves === 'ledger') others.add(peers);
  }
  // What anything hangs on moves with all.
  if (others.has(everything)) units.clear();
  for (const unitId of [...units].sort()) await markOfUnit(tx).execute({ unitId });
  for (const of of [...others].sort()) await markOf(tx).execute({ of });
}

function markOf(tx: Tx) {
  return prepared(tx, 'finding-marks.move', ({ db, t: { findingMarks: table } }) =>
    db
      .insert(table)
      .values({ of: sql.placeholder('of'), mark: 1 })
      .onConflictDoUpdate({ target: table.of, set: { mark: sql`${table.mark} + 1` } }),
  );
}

/** A closed unit's balances open in what its successor files. */
function markOfUnit(tx: Tx) {
  return prepared(tx, 'finding-marks.move-unit', ({ db, t: { findingMarks: table, units } }) => {
    const asked = sql.placeholder('unitId');
    const heir = db.select({ id: units.successorId }).from(units).where(eq(units.id, asked));
    const theirs = db
      .select({ of: units.id, mark: sql<number>`1`.as('mark') })
      .from(units)
      .where(or(eq(units.id, asked), inArray(units.id, heir)))
      .orderBy(asc(units.id));
    return db
      .insert(table)
      .select(theirs)
      .onConflictDoUpdate({ target: table.of, set: { mark: sql`${table.mark} + 1` } });
  });
}
