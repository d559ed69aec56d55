import { listApprovedQuarters, listUnits, listYears, newestEditionHeads, type Reader, reportKey, type Unit } from '@/db/store';
import { type Overlay, standardThresholds } from '@/server/domain/checks';
import type { Finding } from '@/server/domain/checks/check';
import type { Figure } from '@/server/domain/figures';
import type { CellId, FormatId, Indicator, ProseKey, RowVariant, TextKey } from '@/server/domain/formats';
import type { Quarter } from '@/server/domain/periods';
import { type Action, actions, can, type Verdict } from '@/server/domain/permissions';
import type { LocalFact } from '@/server/domain/prose';
import { mostNames, type SomeNames, someNames } from '@/server/domain/some-names';
import type { ReportKey, Scope } from '@/server/domain/subject';
import type { Explanation, ReportObstacle } from '@/server/domain/workflow';
import { type Actor, notFound, requireReadableReport } from '@/server/views/access';
import type { AssembledIndicator } from '@/server/views/assemble-indicators';
import { type EditionContent, type EditionSignature, readEdition } from '@/server/views/edition-content';
import { definitionOf } from '@/server/views/filing-format';
import type { AddUp } from '@/server/views/going-round';
import { saysTheSame } from '@/server/views/own-reports-view';
import { personNames } from '@/server/views/person-names';
import { obstaclesOfReport } from '@/server/views/report-obstacles';
import { localFact } from '@/server/views/report-prose';
import { isFiler, reportUnitsAmong, spanOf } from '@/server/views/report-units';
import { loadReportView, type ReportView } from '@/server/views/report-view';
import { type ReportWay, wayOfDraft } from '@/server/views/report-way';
import { shownExplanation } from '@/server/views/shown-explanation';
import { shownBound, shownFinding, shownObstacle } from '@/server/views/shown-finding';
import { loadSigning } from '@/server/views/signing-view';
import { type AdjustmentLine, adjustmentLines } from './adjustment-lines';
import { byLackedQuarters, lackedQuarters } from './missing-units';
import { type CommentLine, loadReportTalk, type SuggestionLine } from './report-writing';
import { type NoteOnRule, notesOn } from './rule-notes';
import { type ShownSigning, type SigningProgress, shownSigning, signingProgress } from './signing';

export interface ReportPage {
  unitId: string;
  organ: string;
  year: number;
  scope: Scope;
  format: FormatId;
  rowVariant: RowVariant;
  figures: Record<CellId, Figure>;
  /** Levels in `figures` that not every unit has filed: part of the sums, and shown to nobody as levels. */
  leftOut: readonly CellId[];
  /** Chapters and notes below tables: `text` as stored, live numbers as tokens; `printed` as it reads. */
  texts: Partial<Record<ProseKey, { text: string; version: number; printed: string }>>;
  /** Local facts, retired ones among them. */
  facts: readonly (LocalFact & { owner: string | null; ownerUnitId: string | null; evidence: string; version: number })[];
  /** Figures of last year's newest edition; null without one. */
  lastYear: Record<CellId, Figure> | null;
  /** Units whose filings make it up. */
  unitCount: number;
  indicators: readonly ReportIndicator[];
  /** Units whose figures are not in it, put together by the quarters they lack. */
  missing: readonly (SomeNames & { quarters: readonly Quarter[] })[];
  findings: readonly Finding[];
  /** Above this share a text is last year's again. */
  repetitionShare: number;
  counts: { must_fix: number; confirm: number; hint: number; passed: number; not_checkable: number };
  explanations: readonly (Explanation & { isOwn: boolean })[];
  ruleNotes: readonly NoteOnRule[];
  obstacles: readonly ReportObstacle[];
  /** Paragraphs that came from last year and that nobody has confirmed or changed; with who carried them. */
  carried: readonly CarriedMark[];
  adjustments: readonly AdjustmentLine[];
  /** What is printed behind figures, by cell; with the version to save against. */
  remarks: Record<CellId, { text: string; version: number }>;
  /** Changes to the texts that others propose, decided ones among them; oldest first. */
  suggestions: readonly SuggestionLine[];
  /** What is said about the texts, oldest first. */
  comments: readonly CommentLine[];
  /** Accepted correction slips that are in the figures, the newest last. */
  corrections: readonly {
    slipId: string;
    unitName: string;
    year: number;
    number: number;
    reason: string;
    acceptedAt: string;
    cells: number;
  }[];
  /** First openings its units restated: what each would have followed (null: not known), what counts, and why. */
  restatements: readonly { cell: CellId; organ: string; was: number | null; is: number; reason: string }[];
  /** The newest edition no longer says what the quarters say: these were corrected after it was made. */
  correctedSinceEdition: readonly { unitName: string; quarter: number }[];
  editions: readonly ReportEdition[];
  /** The newest edition, where it says what the report says now: nothing was touched since, and nothing is left to do. */
  untouchedSince: number | null;
  /** Who signs, and how it stands with each; no steps where nobody does. */
  signing: ShownSigning;
  /** How its numbers came here. */
  way: ReportWay;
  verdicts: Record<Action, Verdict>;
  hash: string;
}

export interface ReportEdition {
  number: number;
  origin: 'assembled' | 'imported';
  hash: string;
  finalisedBy: string;
  finalisedAt: string;
  /** The edition it follows and the slips that are new in it; null for the first. */
  corrects: NonNullable<EditionContent['corrects']> | null;
  signatures: readonly EditionSignature[];
}

export async function loadReportPage(reader: Reader, actor: Actor, key: ReportKey, overlay: Overlay | null): Promise<ReportPage> {
  await requireReadableReport(reader, actor, key);
  const view = await loadReportView(reader, key, overlay);
  if (!view) throw notFound();
  const nameOf = await personNames(reader);
  const signing = await loadSigning(reader, view);
  return {
    unitId: view.unit.id,
    organ: view.unit.name,
    year: view.year,
    scope: view.scope,
    format: view.format.id,
    rowVariant: view.format.rowVariant,
    figures: Object.fromEntries(view.content.figures),
    leftOut: [...view.leftOut],
    texts: Object.fromEntries(
      view.texts.map((text) => [
        text.key,
        { text: text.text, version: text.version, printed: view.prose.resolved.get(text.key)?.text ?? '' },
      ]),
    ),
    facts: await reportFacts(reader, view),
    lastYear: view.lastYear && Object.fromEntries(view.lastYear.figures),
    unitCount: view.units.length,
    indicators: await reportIndicators(reader, view.indicators),
    missing: byLackedQuarters(view.missing).map(({ quarters: lacked, names }) => ({ quarters: lacked, ...someNames(names) })),
    findings: view.checkRun.findings.map(shownFinding),
    repetitionShare: (view.rules?.thresholds ?? standardThresholds).repetitionShare,
    counts: view.checkRun.counts,
    explanations: view.explanations.map((one) => ({
      ...shownExplanation(one, nameOf),
      boundTo: shownBound(one.boundTo),
      isOwn: one.writtenBy === actor.userId,
    })),
    ruleNotes: view.report ? await notesOn(reader, { ownerType: 'report', ownerId: view.report.id }, nameOf) : [],
    obstacles: obstaclesOfReport(view, signing.standings).map(shownObstacle),
    signing: await shownSigning(reader, actor, view, signing),
    carried: view.carried.map(({ id, key, text, printed, fromYear, oldYears, carriedBy, carriedAt }) => ({
      ...{ id, key, text, printed, fromYear, oldYears },
      carriedBy: nameOf(carriedBy),
      carriedAt: carriedAt.toISOString(),
    })),
    adjustments: adjustmentLines(view, actor, nameOf),
    remarks: Object.fromEntries(view.remarks.map(({ place, text, version }) => [place, { text, version }])),
    ...(await loadReportTalk(reader, actor, view.report?.id ?? null, nameOf)),
    corrections: view.corrections.map(({ slipId, unitName, slipYear, number, reason, acceptedAt, corrections }) => ({
      slipId,
      unitName,
      year: slipYear,
      number,
      reason,
      acceptedAt,
      cells: corrections.reduce((sum, one) => sum + one.changes.length, 0),
    })),
    restatements: view.restatements.map(({ cell, organ, was, is, reason }) => ({ cell, organ, was, is, reason })),
    correctedSinceEdition: correctedSince(view),
    editions: view.editions.map((edition): ReportEdition => {
      const { corrects = null, signatures = [] } = readEdition(edition.content);
      return {
        number: edition.number,
        origin: edition.origin,
        hash: edition.hash,
        finalisedBy: nameOf(edition.finalisedBy),
        finalisedAt: edition.finalisedAt.toISOString(),
        corrects,
        signatures,
      };
    }),
    untouchedSince: view.editions[0] && saysTheSame(view.editions[0], view) ? view.editions[0].number : null,
    way: wayOfDraft(view, signing, nameOf),
    verdicts: Object.fromEntries(
      (Object.keys(actions) as Action[]).map((action) => [action, can(actor.posts, action, { unitPath: view.unit.path, status: null })]),
    ) as Record<Action, Verdict>,
    hash: view.hash,
  };
}

/** A paragraph of last year's edition that stands in a text, unconfirmed. */
export interface CarriedMark {
  id: string;
  key: TextKey;
  /** As stored, and as it reads. */
  text: string;
  printed: string;
  fromYear: number;
  oldYears: readonly number[];
  carriedBy: string;
  carriedAt: string;
}

/** Quarters with another submission than the one the newest edition was made of. */
function correctedSince({ editions: [newest], parts }: ReportView): { unitName: string; quarter: number }[] {
  if (newest?.origin !== 'assembled') return [];
  const frozen = new Map(readEdition(newest.content).parts.map((part) => [part.filingId, part.hash]));
  return parts
    .filter((part) => frozen.has(part.filingId) && frozen.get(part.filingId) !== part.hash)
    .map(({ unitName, quarter }) => ({ unitName, quarter }));
}

/** A local figure beside the report. */
export interface ReportIndicator extends Omit<AssembledIndicator, 'indicator' | 'units' | 'waiting'> {
  indicator: Indicator;
  /** How many have said it; where it is not added up, what the first of them said. */
  saidCount: number;
  units: AssembledIndicator['units'];
  /** Units that are asked and have no approved figure yet. */
  waiting: SomeNames;
  /** The unit that answers for it. */
  owner: string | null;
  isRetired: boolean;
}

async function reportIndicators(reader: Reader, assembled: readonly AssembledIndicator[]): Promise<ReportIndicator[]> {
  const names = assembled.length > 0 ? new Map((await listUnits(reader)).map((unit) => [unit.id, unit.name])) : null;
  return assembled.map(({ indicator, cell, figure, units, waiting }) => ({
    ...{ cell, figure },
    indicator: definitionOf(indicator),
    saidCount: units.length,
    units: indicator.overUnits === 'none' ? units.slice(0, mostNames) : [],
    waiting: someNames(waiting.map((unit) => unit.unitName)),
    owner: names?.get(indicator.ownerUnitId ?? '') ?? null,
    isRetired: indicator.retiredAt !== null,
  }));
}

async function reportFacts(reader: Reader, { facts }: ReportView): Promise<ReportPage['facts']> {
  const names = facts.some((fact) => fact.ownerUnitId) ? new Map((await listUnits(reader)).map((unit) => [unit.id, unit.name])) : null;
  return facts.map((fact) => ({
    ...localFact(fact),
    owner: names?.get(fact.ownerUnitId ?? '') ?? null,
    ownerUnitId: fact.ownerUnitId,
    evidence: fact.evidence,
    version: fact.version,
  }));
}

export interface ReportListItem {
  unitId: string;
  organ: string;
  scope: Scope;
  /** Units whose year is in, of all that make it up. */
  complete: number;
  of: number;
  /** The newest edition. */
  edition: { number: number; origin: 'assembled' | 'imported'; finalisedAt: string } | null;
  /** How far the signing is; null while nobody has sent it round. */
  signing: SigningProgress | null;
}

/** The reports of a year the person may read: a government's whole first, then its own, then every filer's own. */
export async function listReports(
  reader: Reader,
  actor: Actor,
  year: number,
  overlay: Overlay | null = null,
  addUp?: AddUp,
): Promise<ReportListItem[]> {
  const signing = await signingProgress(reader, year, overlay, addUp);
  const all = await listUnits(reader);
  const units = all.filter(
    (unit) => spanOf(unit, year) && can(actor.posts, 'report.read', { unitPath: unit.path, status: null }) === 'allowed',
  );
  const approved = await listApprovedQuarters(reader, year);
  const editions = await newestEditionHeads(reader, [year]);
  const items: ReportListItem[] = [];
  for (const unit of units.toSorted((a, b) => Number(isFiler(a)) - Number(isFiler(b))))
    for (const scope of isFiler(unit) ? (['own_organ'] as const) : (['consolidated', 'own_organ'] as const)) {
      const parts = reportUnitsAmong(all, unit, { year, scope });
      const edition = editions.get(reportKey({ unitId: unit.id, year, scope }));
      items.push({
        unitId: unit.id,
        organ: unit.name,
        scope,
        complete: parts.filter((part) => isComplete(part, year, approved)).length,
        of: parts.length,
        edition: edition ? { number: edition.number, origin: edition.origin, finalisedAt: edition.finalisedAt.toISOString() } : null,
        signing: signing.get(reportKey({ unitId: unit.id, year, scope })) ?? null,
      });
    }
  return items;
}

/** The years there are reports of, the newest first. */
export async function reportYears(reader: Reader): Promise<number[]> {
  return (await listYears(reader)).map((one) => one.year).sort((a, b) => b - a);
}

function isComplete(unit: Unit, year: number, approved: ReadonlySet<string>): boolean {
  return lackedQuarters(unit, year, approved).length === 0;
}
