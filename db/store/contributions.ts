import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Tx } from './store';

/** What the office asks a unit to contribute to the text of a year's report, and the answer. */
export interface ContributionRequest {
  id: string;
  year: number;
  unitId: string;
  topic: string;
  question: string;
  /** A day. */
  dueOn: string;
  askedBy: string;
  askedAt: Date;
  /** Null without an answer, and in the answer 本年无此项. A request that was opened again keeps what was answered before. */
  number: string | null;
  evidence: string | null;
  sentence: string | null;
  version: number;
  answeredBy: string | null;
  /** Null while it waits for an answer. */
  answeredAt: Date | null;
  withdrawnAt: Date | null;
}

/** The requests to these units in the order in which they were asked, withdrawn ones among them. */
export async function listContributions(reader: Reader, of: { unitIds: readonly string[]; year?: number }): Promise<ContributionRequest[]> {
  if (of.unitIds.length === 0) return [];
  const { contributionRequests: table } = reader.t;
  return reader.db
    .select()
    .from(table)
    .where(and(inArray(table.unitId, [...of.unitIds]), of.year === undefined ? undefined : eq(table.year, of.year)))
    .orderBy(asc(table.dueOn), asc(table.askedAt), asc(table.id));
}

/** The requests that wait for an answer, of every unit. */
export async function listWaitingContributions(reader: Reader): Promise<ContributionRequest[]> {
  const { contributionRequests: table } = reader.t;
  return reader.db
    .select()
    .from(table)
    .where(and(isNull(table.answeredAt), isNull(table.withdrawnAt)))
    .orderBy(asc(table.dueOn), asc(table.id));
}

export async function findContribution(reader: Reader, id: string): Promise<ContributionRequest | null> {
  const { contributionRequests: table } = reader.t;
  const [row] = await reader.db.select().from(table).where(eq(table.id, id));
  return row ?? null;
}

export async function insertContribution(
  tx: Tx,
  request: Pick<ContributionRequest, 'id' | 'year' | 'unitId' | 'topic' | 'question' | 'dueOn' | 'askedBy' | 'askedAt'>,
): Promise<void> {
  await tx.db.insert(tx.t.contributionRequests).values({ ...request, version: 0 });
}

export async function updateContribution(tx: Tx, id: string, change: Partial<Omit<ContributionRequest, 'id'>>): Promise<void> {
  await tx.db.update(tx.t.contributionRequests).set(change).where(eq(tx.t.contributionRequests.id, id));
}
