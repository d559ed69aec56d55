import { createHash } from 'node:crypto';
import {
  type BookHead,
  type Filing,
  findSubmissionsOf,
  listBookHeads,
  listRestatementsOf,
  listUnits,
  newestHashesOf,
  type Reader,
} from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import { maxPastQuarters, minQuarters } from '@/server/domain/checks/past/known-past';
import type { FigureBook } from '@/server/domain/figures';
import { type CellId, type Format, getFormat, withIndicators } from '@/server/domain/formats';
import { checkFiling } from '@/server/domain/workflow';
import { byFiling, loadOpenings, withRestated } from './filing-view';
import { rulesOf } from './going-round';
import { loadPastQuarters } from './past-quarters';
import { readSubmission } from './submission-content';

/** What a rule found in a submission, as short as a list shows it. */
export type SubmissionFinding = Pick<Finding, 'rule' | 'severity' | 'message' | 'boundTo'> & {
  /** The suspicious one; null where the finding is about none. */
  cell: CellId | null;
};

/** So many submissions are taken apart at a time, some 25 MB. */
const atOnce = 1_000;
/** Four quarters of 3,000 units, some 20 MB. */
const maxKnown = 12_000;
/** By everything that the rules are told; so it never is another's, whichever database or overlay that was. */
const known = new Map<string, readonly SubmissionFinding[]>();

/**
 * What the rules of now find in the newest submissions of some filings, by filing: what their review pages show. Of those that say what they
 * said the last time, beside openings and past quarters that do too, it is known.
 */
export async function loadSubmissionFindings(
  reader: Reader,
  filings: readonly Filing[],
  overlay: Overlay | null,
): Promise<Map<string, readonly SubmissionFinding[]>> {
  const asked = await withKeys(reader, filings, overlay);
  const unknown = asked.filter(({ key }) => !known.has(key));
  const found = new Map<string, readonly SubmissionFinding[]>();
  for (let from = 0; from < unknown.length; from += atOnce)
    for (const [key, findings] of await findNow(reader, unknown.slice(from, from + atOnce), overlay)) found.set(key, findings);
  const all = new Map(asked.map(({ filing, key }) => [filing.id, found.get(key) ?? known.get(key) ?? []]));
  for (const [key, findings] of found) remember(key, findings);
  return all;
}

function remember(key: string, findings: readonly SubmissionFinding[]): void {
  const oldest = known.size >= maxKnown ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  known.set(key, findings);
}

interface Asked {
  filing: Filing;
  openings: FigureBook;
  restated: ReadonlySet<CellId>;
  key: string;
}

/** Those that were submitted, each with what its findings hang on in one short text. No figure but the openings is read for it. */
async function withKeys(reader: Reader, filings: readonly Filing[], overlay: Overlay | null): Promise<Asked[]> {
  const ids = filings.map((filing) => filing.id);
  const hashes = await newestHashesOf(reader, ids);
  // Local indicators open with nothing, so that openings are the same without them.
  const opened = await loadOpenings(
    reader,
    filings.map((of) => ({ of, format: getFormat(of.format, of.rowVariant) })),
  );
  const restatements = byFiling(await listRestatementsOf(reader, ids));
  const kinds = new Map((await listUnits(reader)).map((unit) => [unit.id, unit.kind]));
  const years = filings.map((filing) => filing.year);
  const pastOf = pastHashes(await listBookHeads(reader, years, maxPastQuarters));
  const rules = rulesOf(overlay);
  return filings.flatMap((filing, index): Asked[] => {
    const hash = hashes.get(filing.id);
    if (!hash) return [];
    const { unitName, powers, format, rowVariant } = filing;
    const own = restatements.get(filing.id) ?? [];
    const openings = withRestated(opened[index]?.openings ?? new Map(), own);
    const restated = new Set(own.map((one) => one.cell));
    const told = [
      rules,
      hash,
      unitName,
      powers,
      format,
      rowVariant,
      [...openings],
      [...restated],
      kinds.get(filing.unitId),
      pastOf(filing),
    ];
    return [{ filing, openings, restated, key: createHash('sha256').update(JSON.stringify(told)).digest('base64') }];
  });
}

/** What a quarter is compared with, by the hashes of what was approved: as `loadPastQuarters` chooses it. */
function pastHashes(heads: ReadonlyMap<string, readonly BookHead[]>): (filing: Filing) => readonly string[] {
  const peers = new Map<number, string>();
  /** Of all kinds of units: those of one are among them. */
  const peersAt = (index: number) => {
    const before = peers.get(index);
    if (before !== undefined) return before;
    const open = [...heads.values()].flat().filter((head) => indexOf(head) === index && !head.isClosed);
    const all = JSON.stringify(open.map((head) => [head.unitId, head.kind, head.hash]));
    const hash = createHash('sha256').update(all).digest('base64');
    peers.set(index, hash);
    return hash;
  };
  return (filing) => {
    const now = indexOf(filing);
    const own = (heads.get(filing.unitId) ?? []).filter((head) => indexOf(head) < now && indexOf(head) >= now - maxPastQuarters);
    const hashes = own.map((head) => `${indexOf(head)} ${head.hash}`);
    return own.length < minQuarters ? [...hashes, peersAt(now)] : hashes;
  };
}

function indexOf({ year, quarter }: { year: number; quarter: number }): number {
  return year * 4 + quarter;
}

/** The rules over some submissions, by key. */
async function findNow(
  reader: Reader,
  asked: readonly Asked[],
  overlay: Overlay | null,
): Promise<Map<string, readonly SubmissionFinding[]>> {
  const sent = await findSubmissionsOf(
    reader,
    asked.map(({ filing }) => ({ filingId: filing.id, number: filing.submissionNumber })),
  );
  const formed = asked.flatMap((one) => {
    const submission = sent.get(one.filing.id);
    if (!submission) return [];
    const frozen = readSubmission(submission.content);
    return { ...one, frozen, format: withIndicators(getFormat(one.filing.format, one.filing.rowVariant), frozen.indicators ?? []) };
  });
  const past = await loadPastQuarters(reader, formed);
  return new Map(
    formed.map(({ filing, frozen, format, openings, restated, key }) => {
      const { unitName: organ, year, quarter, powers } = filing;
      const facts = { organ, year, quarter, powers, format, openings, restated, past: past.get(filing.id) ?? null };
      const { findings } = checkFiling({ ...facts, book: new Map(Object.entries(frozen.figures)) }, overlay);
      return [key, findings.map((finding) => shortened(finding, format))];
    }),
  );
}

function shortened({ rule, severity, message, boundTo, cells }: Finding, format: Format): SubmissionFinding {
  return { rule, severity, message, boundTo, cell: cells.find((cell) => format.cells.has(cell)) ?? null };
}
