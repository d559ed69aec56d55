import { createHash } from 'node:crypto';
import {
  type BookHead,
  type Filing,
  findingMarks,
  findSubmissionsOf,
  isOfMarks,
  type KeptFindings,
  keptFindingsOf,
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
import { byFiling, type FilingView, loadOpenings, withRestated } from './filing-view';
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

/** What the rules of now find in some submissions. */
export interface ReadFindings {
  /** By filing. */
  found: ReadonlyMap<string, readonly SubmissionFinding[]>;
  /** What was not kept, or not of now, as it is to be kept. */
  anew: readonly KeptFindings[];
  /** Filings that were not looked at, because there were more than anybody waits for. */
  left: readonly string[];
}

/** The same of all that are asked for. */
export async function loadSubmissionFindings(
  reader: Reader,
  filings: readonly Filing[],
  overlay: Overlay | null,
): Promise<ReadFindings['found']> {
  return (await readSubmissionFindings(reader, filings, overlay)).found;
}

/**
 * What the rules of now find in the newest submissions of some filings: what their review pages show. Read where it is kept and nothing has moved
 * since; where something has, it is asked what the rules would be told, and they run where that is another thing.
 *
 * @param max the rules run over at most so many
 */
export async function readSubmissionFindings(
  reader: Reader,
  filings: readonly Filing[],
  overlay: Overlay | null,
  max = Number.POSITIVE_INFINITY,
): Promise<ReadFindings> {
  const rules = rulesOf(overlay);
  const kept = await keptFindingsOf(reader, filings);
  const marks = await findingMarks(
    reader,
    filings.map((filing) => filing.unitId),
  );
  const found = new Map<string, readonly SubmissionFinding[]>();
  const stale: Filing[] = [];
  for (const filing of filings) {
    const row = kept.get(filing.id);
    if (row?.rules === rules && isOfMarks(row.marks, marks, filing.unitId)) found.set(filing.id, findingsIn(row));
    else stale.push(filing);
  }
  if (stale.length === 0) return { found, anew: [], left: [] };
  const asked = await withTold(reader, stale, overlay);
  const keepAs = ({ filing, told, hasPeers }: Asked, findings: string): KeptFindings => ({
    ...{ filingId: filing.id, number: filing.submissionNumber, rules, marks: marks.of(filing.unitId, hasPeers), told, findings },
  });
  const anew: KeptFindings[] = [];
  const other: Asked[] = [];
  for (const one of asked) {
    const row = kept.get(one.filing.id);
    if (row?.told !== one.told) {
      other.push(one);
      continue;
    }
    found.set(one.filing.id, findingsIn(row));
    anew.push(keepAs(one, row.findings));
  }
  const looked = other.slice(0, max);
  for (let from = 0; from < looked.length; from += atOnce) {
    const some = looked.slice(from, from + atOnce);
    const findings = await findNow(reader, some, overlay);
    for (const one of some) {
      const own = findings.get(one.filing.id) ?? [];
      found.set(one.filing.id, own);
      anew.push(keepAs(one, JSON.stringify(own)));
    }
  }
  return { found, anew, left: other.slice(looked.length).map(({ filing }) => filing.id) };
}

/** The same by the rules alone, whatever is kept. */
export async function findInSubmissions(
  reader: Reader,
  filings: readonly Filing[],
  overlay: Overlay | null,
): Promise<ReadFindings['found']> {
  return findNow(reader, await withTold(reader, filings, overlay), overlay);
}

/** What was found while it was submitted, to be kept with it. Whether it was compared with other units is told by its past. */
export async function findingsToKeep(
  tx: Reader,
  { filing, format, checkRun, past }: FilingView,
  of: { number: number; rules: string },
): Promise<KeptFindings> {
  const marks = await findingMarks(tx, [filing.unitId]);
  return {
    ...of,
    filingId: filing.id,
    marks: marks.of(filing.unitId, past.quarters.length < minQuarters),
    told: '',
    findings: JSON.stringify(checkRun.findings.map((finding) => shortened(finding, format))),
  };
}

function findingsIn({ findings }: KeptFindings): readonly SubmissionFinding[] {
  return findings === '[]' ? [] : (JSON.parse(findings) as readonly SubmissionFinding[]);
}

interface Asked {
  filing: Filing;
  openings: FigureBook;
  restated: ReadonlySet<CellId>;
  /** It is compared with other units. */
  hasPeers: boolean;
  told: string;
}

/** Those that were submitted, each with what its findings hang on in one short text. No figure but the openings is read for it. */
async function withTold(reader: Reader, filings: readonly Filing[], overlay: Overlay | null): Promise<Asked[]> {
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
    const { hashes: past, hasPeers } = pastOf(filing);
    const told = [rules, hash, unitName, powers, format, rowVariant, [...openings], [...restated], kinds.get(filing.unitId), past];
    return [{ filing, openings, restated, hasPeers, told: createHash('sha256').update(JSON.stringify(told)).digest('base64') }];
  });
}

/** What a quarter is compared with, by the hashes of what was approved: as `loadPastQuarters` chooses it. */
function pastHashes(heads: ReadonlyMap<string, readonly BookHead[]>): (filing: Filing) => { hashes: readonly string[]; hasPeers: boolean } {
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
    const hasPeers = own.length < minQuarters;
    return { hashes: hasPeers ? [...hashes, peersAt(now)] : hashes, hasPeers };
  };
}

function indexOf({ year, quarter }: { year: number; quarter: number }): number {
  return year * 4 + quarter;
}

/** The rules over some submissions, by filing. */
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
    formed.map(({ filing, frozen, format, openings, restated }) => {
      const { unitName: organ, year, quarter, powers } = filing;
      const facts = { organ, year, quarter, powers, format, openings, restated, past: past.get(filing.id) ?? null };
      const { findings } = checkFiling({ ...facts, book: new Map(Object.entries(frozen.figures)) }, overlay);
      return [filing.id, findings.map((finding) => shortened(finding, format))];
    }),
  );
}

function shortened({ rule, severity, message, boundTo, cells }: Finding, format: Format): SubmissionFinding {
  return { rule, severity, message, boundTo, cell: cells.find((cell) => format.cells.has(cell)) ?? null };
}
