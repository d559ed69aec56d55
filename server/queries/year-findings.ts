import { type Filing, listExplanationsOf, listFilings, listUnits, listYears, type Reader, type StoredExplanation } from '@/db/store';
import { checks, type Overlay, packWith } from '@/server/domain/checks';
import type { CellId } from '@/server/domain/formats';
import { dayAt, type Quarter, usualYear } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import type { Sentence } from '@/server/domain/sentence';
import type { Severity } from '@/server/domain/subject';
import { type Explanation, explanationsOf, type FoundFilter, isSent, type Settled, settledBy, weighsAs } from '@/server/domain/workflow';
import { type Actor, notFound } from '@/server/views/access';
import { withNames } from '@/server/views/person-names';
import { shownExplanation } from '@/server/views/shown-explanation';
import { readSubmissionFindings, type SubmissionFinding } from '@/server/views/submission-findings';
import { boardTops } from './board';

/** A finding of one unit's quarter, with what was said about it. */
export interface FoundRow {
  filingId: string;
  unitName: string;
  quarter: number;
  rule: string;
  severity: Severity;
  message: Sentence;
  /** Where it is looked at first. */
  cell: CellId | null;
  settled: Settled | null;
  /** A 说明, or the reason of an exception, signed by a second person or not. */
  explanation: Pick<Explanation, 'text' | 'writtenBy' | 'countersignedBy' | 'kind'> | null;
}

/** A rule that found something in the quarters that are looked at, whatever else is filtered. */
export interface FoundRule {
  id: string;
  sentence: Sentence;
  /** Findings, units with one, and findings that ask for something still. */
  count: number;
  units: number;
  open: number;
}

export interface YearFindings {
  years: readonly number[];
  year: number | null;
  filter: FoundFilter;
  /** Submissions that were looked at, and quarters that are in their unit's hands and are not. */
  submissions: number;
  notSubmitted: number;
  /** Submissions that wait to be looked at by the rules of now: nothing is shown of them. */
  left: number;
  /** How many were looked at for this page, because nothing of now was kept of them. */
  anew: number;
  /** The heaviest first. */
  rules: readonly FoundRule[];
  rows: readonly FoundRow[];
  /** What stands in the filtered list, over all pages. */
  counts: { all: number; open: number; answered: number; units: number };
  page: number;
  pages: number;
}

/** Of what year, and of all of it or one quarter. */
export interface FoundAsked {
  /** Null: the newest that has begun. */
  year: number | null;
  quarter?: Quarter | null | undefined;
}

/** What of that is shown. */
export interface FoundShown extends Partial<Omit<FoundFilter, 'quarter'>> {
  /** From 1; null: all of them on one. */
  page?: number | null | undefined;
}

/** All that is found in a year or a quarter, before it is filtered. */
export interface FoundInYear extends Pick<YearFindings, 'years' | 'year' | 'submissions' | 'notSubmitted' | 'left' | 'anew'> {
  quarter: Quarter | null;
  found: readonly Found[];
  sentences: ReadonlyMap<string, Sentence>;
}

export const findingsPerPage = 100;
/** So many a page looks at itself, in half a second, where nothing is kept of them. */
const maxAnew = 250;
const weights: Record<Severity, number> = { must_fix: 0, confirm: 1, hint: 2 };

/**
 * What the rules of now find in the submissions of a year, of all units that the person may read: rule by rule, what asks for something first. What is
 * in its unit's hands is its own affair, and is only counted.
 *
 * @throws Refused not_found (no post with a board)
 */
export async function loadYearFindings(
  reader: Reader,
  actor: Actor,
  { year, quarter, ...shown }: FoundAsked & FoundShown,
  at: { now: Date; overlay: Overlay | null; max?: number },
): Promise<YearFindings> {
  return shownFindings(await loadFoundInYear(reader, actor, { year, quarter }, at), shown);
}

/** @param at.max so many submissions of which nothing is kept are looked at; what is left is counted and not shown */
export async function loadFoundInYear(
  reader: Reader,
  actor: Actor,
  { year: asked, quarter = null }: FoundAsked,
  { now, overlay, max = maxAnew }: { now: Date; overlay: Overlay | null; max?: number },
): Promise<FoundInYear> {
  if (boardTops(await listUnits(reader), actor).length === 0) throw notFound();
  const years = (await listYears(reader)).map((one) => one.year);
  const year = asked ?? usualYear(years, dayAt(now));
  const filings = year === null ? [] : await readableFilings(reader, actor, year, quarter);
  const submissions = filings.filter((filing) => isSent(filing.status));
  const { found, left, anew } = await foundIn(reader, submissions, overlay, max);
  const sentences = new Map((overlay ? packWith(overlay) : checks).map((rule) => [rule.id, rule.sentence]));
  return {
    ...{ years, year, quarter, found, sentences, left, anew },
    ...{ submissions: submissions.length - left, notSubmitted: filings.length - submissions.length },
  };
}

/** The part of it that is asked for. */
export function shownFindings(
  { years, year, quarter, found, sentences, submissions, notSubmitted, left, anew }: FoundInYear,
  { page = 1, weight = 'weighty', state = 'all', rule = null, unit = '' }: FoundShown,
): YearFindings {
  const filter: FoundFilter = { quarter, weight, state, rule, unit };
  const rules = rulesFound(found, sentences);
  const shown = inOrder(found.filter(isWanted(filter)), rules);
  const pages = page === null ? 1 : Math.max(1, Math.ceil(shown.length / findingsPerPage));
  const at = Math.min(page ?? 1, pages);
  const onPage = page === null ? shown : shown.slice((at - 1) * findingsPerPage, at * findingsPerPage);
  const open = shown.filter(isOpen).length;
  const hints = shown.filter((one) => one.finding.severity === 'hint').length;
  return {
    ...{ years, year, filter, submissions, notSubmitted, left, anew, rules, rows: onPage.map(rowOf) },
    counts: {
      ...{ all: shown.length, open, answered: shown.length - open - hints },
      units: new Set(shown.map((one) => one.unitId)).size,
    },
    ...{ page: at, pages },
  };
}

async function readableFilings(reader: Reader, actor: Actor, year: number, quarter: number | null): Promise<Filing[]> {
  const filings = await listFilings(reader, { year, ...(quarter === null ? {} : { quarter }) });
  return filings.filter(({ unitPath, status }) => can(actor.posts, 'filing.read', { unitPath, status }) === 'allowed');
}

interface Found extends Pick<FoundRow, 'filingId' | 'unitName' | 'quarter' | 'settled' | 'explanation'> {
  unitId: string;
  finding: SubmissionFinding;
}

async function foundIn(
  reader: Reader,
  filings: readonly Filing[],
  overlay: Overlay | null,
  max: number,
): Promise<{ found: readonly Found[]; left: number; anew: number }> {
  const { found, left, anew } = await readSubmissionFindings(reader, filings, overlay, max);
  const isOdd = filings.filter((filing) => found.get(filing.id)?.length);
  const explanations = await listExplanationsOf(
    reader,
    'filing',
    isOdd.map((filing) => filing.id),
  );
  const rows = await withNames(reader, (nameOf) =>
    isOdd.flatMap(({ id, unitId, unitName, quarter }) => {
      const own = explanations.get(id) ?? [];
      return (found.get(id) ?? []).map((finding): Found => {
        const said = explanationsOf(finding, own);
        const shown = said.find((one) => one.countersignedBy) ?? said[0];
        const explanation = shown ? explanationIn(shown, nameOf) : null;
        return { filingId: id, unitId, unitName, quarter, finding, settled: settledBy(finding, said), explanation };
      });
    }),
  );
  return { found: rows, left: left.length, anew: anew.length };
}

function explanationIn(said: StoredExplanation, nameOf: (id: string | null) => string): FoundRow['explanation'] {
  const { text, writtenBy, countersignedBy, kind } = shownExplanation(said, nameOf);
  return { text, writtenBy, countersignedBy, kind };
}

function isOpen({ finding, settled }: Found): boolean {
  return finding.severity !== 'hint' && settled === null;
}

function isWanted({ weight, state, rule, unit }: FoundFilter): (one: Found) => boolean {
  const part = unit.trim();
  return (one) =>
    weighsAs(one.finding.severity, weight) &&
    (state === 'all' || (state === 'open' ? isOpen(one) : one.settled === state)) &&
    (rule === null || one.finding.rule === rule) &&
    one.unitName.includes(part);
}

function rulesFound(found: readonly Found[], sentences: FoundInYear['sentences']): FoundRule[] {
  const rules = new Map<string, FoundRule & { weight: number; unitIds: Set<string> }>();
  for (const one of found) {
    const { rule: id, severity } = one.finding;
    const rule = rules.get(id) ?? {
      ...{ id, sentence: sentences.get(id) ?? { zh: id, en: id }, count: 0, units: 0, open: 0 },
      ...{ weight: weights.hint, unitIds: new Set<string>() },
    };
    rules.set(id, rule);
    rule.count += 1;
    rule.open += isOpen(one) ? 1 : 0;
    rule.unitIds.add(one.unitId);
    rule.weight = Math.min(rule.weight, weights[severity]);
  }
  return [...rules.values()]
    .sort((a, b) => a.weight - b.weight || b.open - a.open || b.count - a.count || (a.id < b.id ? -1 : 1))
    .map(({ weight: _weight, unitIds, ...rule }) => ({ ...rule, units: unitIds.size }));
}

/** Rule by rule; within one what asks for something, then by the office's list of units and by quarter, as they came. */
function inOrder(found: readonly Found[], rules: readonly FoundRule[]): Found[] {
  const places = new Map(rules.map((rule, place) => [rule.id, place]));
  const placeOf = ({ finding }: Found) => places.get(finding.rule) ?? 0;
  return found
    .map((one, came) => ({ one, came }))
    .sort((a, b) => placeOf(a.one) - placeOf(b.one) || Number(isOpen(b.one)) - Number(isOpen(a.one)) || a.came - b.came)
    .map(({ one }) => one);
}

function rowOf({ filingId, unitName, quarter, finding, settled, explanation }: Found): FoundRow {
  const { rule, severity, message, cell } = finding;
  return { filingId, unitName, quarter, rule, severity, message, cell, settled, explanation };
}
