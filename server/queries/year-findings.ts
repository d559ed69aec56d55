import { type Filing, listExplanationsOf, listFilings, listUnits, listYears, type Reader, type StoredExplanation } from '@/db/store';
import { checks, type Overlay, packWith } from '@/server/domain/checks';
import type { CellId } from '@/server/domain/formats';
import { dayAt, usualYear } from '@/server/domain/periods';
import { can } from '@/server/domain/permissions';
import type { Sentence } from '@/server/domain/sentence';
import type { Severity } from '@/server/domain/subject';
import { type Explanation, explanationsOf, type FoundFilter, type Settled, settledBy, weighsAs } from '@/server/domain/workflow';
import { type Actor, notFound } from '@/server/views/access';
import { withNames } from '@/server/views/person-names';
import { shownExplanation } from '@/server/views/shown-explanation';
import { loadSubmissionFindings, type SubmissionFinding } from '@/server/views/submission-findings';
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
  /** The heaviest first. */
  rules: readonly FoundRule[];
  rows: readonly FoundRow[];
  /** What stands in the filtered list, over all pages. */
  counts: { all: number; open: number; answered: number; units: number };
  page: number;
  pages: number;
}

export interface FindingsAsked extends Partial<FoundFilter> {
  /** Null: the newest that has begun. */
  year: number | null;
  /** From 1; null: all of them on one. */
  page?: number | null;
}

export const findingsPerPage = 100;
const sent: ReadonlySet<Filing['status']> = new Set(['submitted', 'in_review', 'approved', 'locked']);
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
  { year: asked, page = 1, ...wanted }: FindingsAsked,
  { now, overlay }: { now: Date; overlay: Overlay | null },
): Promise<YearFindings> {
  if (boardTops(await listUnits(reader), actor).length === 0) throw notFound();
  const years = (await listYears(reader)).map((one) => one.year);
  const year = asked ?? usualYear(years, dayAt(now));
  const filter: FoundFilter = { quarter: null, weight: 'weighty', state: 'all', rule: null, unit: '', ...wanted };
  const filings = year === null ? [] : await readableFilings(reader, actor, year, filter);
  const submissions = filings.filter((filing) => sent.has(filing.status));
  const found = year === null ? [] : await foundIn(reader, submissions, overlay);
  const rules = rulesFound(found, overlay);
  const shown = inOrder(found.filter(isWanted(filter)), rules);
  const pages = page === null ? 1 : Math.max(1, Math.ceil(shown.length / findingsPerPage));
  const at = Math.min(page ?? 1, pages);
  const onPage = page === null ? shown : shown.slice((at - 1) * findingsPerPage, at * findingsPerPage);
  const open = shown.filter(isOpen).length;
  const hints = shown.filter((one) => one.finding.severity === 'hint').length;
  return {
    ...{ years, year, filter, submissions: submissions.length, notSubmitted: filings.length - submissions.length, rules },
    rows: await withNames(reader, (nameOf) => onPage.map((one) => rowOf(one, nameOf))),
    counts: {
      ...{ all: shown.length, open, answered: shown.length - open - hints },
      units: new Set(shown.map((one) => one.filing.unitId)).size,
    },
    ...{ page: at, pages },
  };
}

async function readableFilings(reader: Reader, actor: Actor, year: number, { quarter }: FoundFilter): Promise<Filing[]> {
  const filings = await listFilings(reader, { year, ...(quarter === null ? {} : { quarter }) });
  return filings.filter(({ unitPath, status }) => can(actor.posts, 'filing.read', { unitPath, status }) === 'allowed');
}

interface Found {
  filing: Filing;
  finding: SubmissionFinding;
  settled: Settled | null;
  said: StoredExplanation | null;
}

async function foundIn(reader: Reader, filings: readonly Filing[], overlay: Overlay | null): Promise<Found[]> {
  const findings = await loadSubmissionFindings(reader, filings, overlay);
  const ids = filings.map((filing) => filing.id);
  const explanations = await listExplanationsOf(reader, 'filing', ids);
  return filings.flatMap((filing) => {
    const own = explanations.get(filing.id) ?? [];
    return (findings.get(filing.id) ?? []).map((finding): Found => {
      const said = explanationsOf(finding, own);
      return { filing, finding, settled: settledBy(finding, said), said: said.find((one) => one.countersignedBy) ?? said[0] ?? null };
    });
  });
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
    one.filing.unitName.includes(part);
}

function rulesFound(found: readonly Found[], overlay: Overlay | null): FoundRule[] {
  const sentences = new Map((overlay ? packWith(overlay) : checks).map((rule) => [rule.id, rule.sentence]));
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
    rule.unitIds.add(one.filing.unitId);
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

function rowOf({ filing, finding, settled, said }: Found, nameOf: (id: string | null) => string): FoundRow {
  const { rule, severity, message, cell } = finding;
  const explanation = said && shownExplanation(said, nameOf);
  return {
    ...{ filingId: filing.id, unitName: filing.unitName, quarter: filing.quarter, rule, severity, message, cell, settled },
    explanation: explanation && {
      text: explanation.text,
      writtenBy: explanation.writtenBy,
      countersignedBy: explanation.countersignedBy,
      kind: explanation.kind,
    },
  };
}
