import {
  type Edition,
  type Filing,
  findReport,
  findUnit,
  findYear,
  latestEditionOf,
  listApprovedSubmissions,
  listCarriedParagraphs,
  listEditions,
  listExplanations,
  listFilings,
  listPeople,
  listReportFacts,
  listReportNotes,
  listReportTexts,
  type Reader,
  type Report,
  type ReportFact,
  type ReportNote,
  type ReportText,
  type StoredAdjustment,
  type StoredCarriedParagraph,
  type StoredExplanation,
  type Unit,
  unitsUnder,
} from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import { oldYearsIn, openParagraphs } from '@/server/domain/carrying';
import { type CheckRun, type Overlay, runChecks } from '@/server/domain/checks';
import type { FigureBook } from '@/server/domain/figures';
import { type CellId, type Format, getFormat } from '@/server/domain/formats';
import { type ProseNumber, resolveProse } from '@/server/domain/prose';
import type { StatedIndicator } from '@/server/domain/report/stated-indicator';
import { type Transfer, wholeLevels } from '@/server/domain/roll-up';
import type { CheckSubject, Notes, ReportContent, Scope } from '@/server/domain/subject';
import { isSent, settledBy } from '@/server/domain/workflow';
import { type AdjustedReport, adjustedBook, adjustedReport } from './adjusted-report';
import { assembleFigures, type MissingUnit } from './assemble-figures';
import { type AssembledIndicator, assembleIndicators } from './assemble-indicators';
import { type EditionPart, readEdition } from './edition-content';
import { definitionOf } from './filing-format';
import { officeOverlay } from './office-overlay';
import { type ReportCorrection, reportCorrections } from './report-corrections';
import { type ReportProse, reportNumbers, resolveReportTexts, type WrittenProse, writtenProse } from './report-prose';
import { reportUnits } from './report-units';
import { type RestatedOpening, restatedBy, restatedOpenings } from './restated-openings';
import { takenOverSince } from './taken-over-since';

/** An annual report under work: always the ledger as it is now, never a copy. */
export interface ReportView {
  unit: Unit;
  year: number;
  scope: Scope;
  format: Format;
  report: Report | null;
  /** Chapters and notes below tables as stored, live numbers as tokens. */
  texts: readonly ReportText[];
  /** Local facts, retired ones among them. */
  facts: readonly ReportFact[];
  prose: ReportProse;
  /** Every number of the texts, with what it stands for. */
  numbers: readonly ProseNumber[];
  /** How the texts were written; null without live numbers. */
  written: WrittenProse | null;
  /** Its texts and notes are as printed. */
  content: ReportContent;
  lastYear: ReportContent | null;
  /** What the quarters add up to, before any adjustment. */
  sums: FigureBook;
  /** Lines between `sums` and the printed figures, and what became of them. */
  adjustments: AdjustedReport;
  /** What is printed behind figures. */
  remarks: readonly ReportNote[];
  /** Paragraphs that came from an earlier year's edition and that nobody has looked at yet. */
  carried: readonly OpenCarried[];
  /** Local figures beside the report; no part of its tables, rules or faces on paper. */
  indicators: readonly AssembledIndicator[];
  /** Units whose filings make it up. */
  units: readonly Unit[];
  missing: readonly MissingUnit[];
  /**
   * Levels that not every unit has filed. Until the exception for the missing units is signed they are shown nowhere as levels; a
   * report that is let through without them prints what is there, and its note names who is not in it.
   */
  leftOut: ReadonlySet<CellId>;
  /** What closed units handed over within the year, into the units or between them. */
  transfers: readonly Transfer[];
  parts: readonly EditionPart[];
  /** What left the units: how many of them sent something, and their quarters by number. */
  sent: { units: number; quarters: ReadonlyMap<number, number> };
  /** Accepted correction slips that are in its figures. */
  corrections: readonly ReportCorrection[];
  /** First openings its units restated with a reason. */
  restatements: readonly RestatedOpening[];
  explanations: readonly StoredExplanation[];
  editions: readonly Edition[];
  checkRun: CheckRun;
  /** The rules it was checked by: the deployment's, with the office's own wording. */
  rules: Overlay | null;
  /** SHA-256 of what finalising now would freeze, without its number. */
  hash: string;
}

/**
 * Assembles a report from the approved filings of its units.
 *
 * own_organ: one unit; for a government, the unit that files for it (its office). consolidated: everything below the unit.
 *
 * @returns null when the unit or the year does not exist
 */
export async function loadReportView(
  reader: Reader,
  of: { unitId: string; year: number; scope: Scope },
  deployment: Overlay | null,
): Promise<ReportView | null> {
  const overlay = await officeOverlay(reader, deployment);
  const unit = await findUnit(reader, of.unitId);
  const year = await findYear(reader, of.year);
  if (!unit || !year) return null;
  const format = getFormat(year.format, year.rowVariant);
  const report = await findReport(reader, unit.id, of.year, of.scope);
  const texts = report ? await listReportTexts(reader, report.id) : [];
  const facts = report ? await listReportFacts(reader, report.id) : [];
  const units = await reportUnits(reader, unit, of);
  const filings = await listFilings(reader, { unitIds: units.map((one) => one.id), year: of.year });
  const { figures: sums, missing, lacks, transfers } = await assembleFigures(reader, { format, units, filings, year: of.year });
  const indicators = await assembleIndicators(reader, units, filings, of.year);
  const explanations = report ? await listExplanations(reader, { ownerType: 'report', ownerId: report.id }) : [];
  const adjustments = await adjustedReport(reader, report, format, sums);
  const { figures } = adjustments;
  const remarks = report ? await listReportNotes(reader, report.id) : [];
  const lastEdition = await latestEditionOf(reader, unit.id, of.year - 1, of.scope);
  const lastYear = lastEdition ? lastYearContent(lastEdition) : null;
  const prose = resolveReportTexts(texts, facts, { format, figures, lastYear: lastYear?.figures ?? null });
  const written = writtenProse(texts, facts);
  const notes: Notes = {
    ...prose.printedNotes,
    ...Object.fromEntries(remarks.filter(({ text }) => text !== '').map(({ place, text }) => [place, text])),
  };
  const content: ReportContent = {
    organ: unit.name,
    year: of.year,
    scope: of.scope,
    figures,
    texts: prose.printed,
    ...(adjustments.stated.length > 0 ? { adjustments: adjustments.stated } : {}),
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
  };
  const parts = await partsOf(reader, of, units, filings);
  const restatements = await restatedOpenings(
    reader,
    filings.filter((filing) => filing.quarter === 1 && parts.some((part) => part.filingId === filing.id)),
    format,
  );
  const subject = reportSubject({
    content,
    format,
    sums,
    missing,
    lastYear,
    restatedBy: restatedBy(format, restatements),
    takenOver: lastYear
      ? await takenOverSince(reader, format, of.scope === 'consolidated' ? await unitsUnder(reader, unit) : units, of.year)
      : null,
  });
  const checkRun = runChecks(subject, { overlay });
  return {
    unit,
    year: of.year,
    scope: of.scope,
    format,
    report,
    texts,
    facts,
    prose,
    numbers: reportNumbers(prose, subject),
    written,
    content,
    lastYear,
    sums,
    adjustments,
    remarks,
    carried: report ? openCarried(await listCarriedParagraphs(reader, report.id), texts, prose, of.year) : [],
    indicators,
    units,
    missing,
    leftOut: isLetThrough(checkRun, explanations) ? new Set() : wholeLevels(format, figures, lacks).leftOut,
    transfers,
    parts,
    sent: sentOf(filings),
    corrections: await reportCorrections(reader, units, () => parts),
    restatements,
    explanations,
    editions: report ? await listEditions(reader, report.id) : [],
    checkRun,
    rules: overlay,
    hash: contentHash({
      figures: Object.fromEntries(figures),
      texts: content.texts,
      ...(written ? { written } : {}),
      missing,
      ...(adjustments.lines.length > 0 ? { adjustments: adjustments.lines.map(lineHash) } : {}),
      ...(content.notes ? { notes: content.notes } : {}),
      ...(indicators.length > 0 ? { indicators: indicators.map(statedIndicator) } : {}),
      parts: parts.map((part) => [part.filingId, part.submissionNumber, part.hash]),
    }),
  };
}

function sentOf(filings: readonly Filing[]): ReportView['sent'] {
  const sent = filings.filter((filing) => isSent(filing.status));
  const quarters = new Map<number, number>();
  for (const { quarter } of sent) quarters.set(quarter, (quarters.get(quarter) ?? 0) + 1);
  return { units: new Set(sent.map((filing) => filing.unitId)).size, quarters };
}

/** It is signed, in the way the office asks for, that units are missing. */
function isLetThrough({ findings }: CheckRun, explanations: readonly StoredExplanation[]): boolean {
  return findings.some((finding) => finding.rule === 'r-all' && settledBy(finding, explanations) !== null);
}

/** A carried paragraph that is open, as it is printed now. */
export interface OpenCarried extends StoredCarriedParagraph {
  printed: string;
  oldYears: readonly number[];
}

function openCarried(
  carried: readonly StoredCarriedParagraph[],
  texts: readonly ReportText[],
  { sources }: ReportProse,
  year: number,
): OpenCarried[] {
  const open = openParagraphs(
    carried.map((one) => ({ ...one, isConfirmed: one.confirmedAt !== null })),
    Object.fromEntries(texts.map((text) => [text.key, text.text])),
  );
  return open.map(({ isConfirmed: _, ...one }) => {
    const printed = resolveProse(one.text, sources).text;
    return { ...one, printed, oldYears: oldYearsIn(printed, year) };
  });
}

/** Who signs or freezes a report has seen its lines, those that wait among them. */
function lineHash({ id, countersignedBy }: StoredAdjustment): unknown[] {
  return [id, countersignedBy];
}

async function partsOf(reader: Reader, of: { year: number }, units: readonly Unit[], filings: readonly Filing[]): Promise<EditionPart[]> {
  const names = new Map((await listPeople(reader)).map((person) => [person.id, person.name]));
  const unitIds = units.map((unit) => unit.id);
  const approved = new Map((await listApprovedSubmissions(reader, of.year, unitIds)).map((one) => [one.filingId, one]));
  return filings.flatMap((filing): EditionPart[] => {
    const submission = approved.get(filing.id);
    if (!submission) return [];
    return [
      {
        unitId: filing.unitId,
        unitName: filing.unitName,
        quarter: filing.quarter,
        filingId: filing.id,
        submissionNumber: submission.number,
        hash: submission.hash,
        submittedBy: names.get(submission.submittedBy) ?? submission.submittedBy,
        approvedBy: names.get(submission.decidedBy ?? '') ?? '',
        approvedAt: submission.decidedAt?.toISOString() ?? '',
      },
    ];
  });
}

/** What an edition freezes of an indicator, and report JSON states. */
export function statedIndicator({ indicator, figure, units }: AssembledIndicator): StatedIndicator {
  return { ...definitionOf(indicator), figure, units: units.map((one) => ({ unit: one.unitName, figure: one.figure })) };
}

export function reportSubject(input: {
  content: ReportContent;
  format: Format;
  /** What the printed figures are compared with where a line stands between the two. */
  sums?: FigureBook;
  missing: ReportView['missing'];
  lastYear: ReportContent | null;
  restatedBy: CheckSubject['restatedBy'];
  takenOver: FigureBook | null;
}): CheckSubject {
  return {
    kind: 'edition',
    ...input.content,
    format: input.format,
    quarter: null,
    before: null,
    lastYear: input.lastYear,
    takenOver: input.takenOver,
    restated: new Set(),
    restatedBy: input.restatedBy,
    powers: null,
    ...(input.content.adjustments && input.sums
      ? { unitSum: input.sums, adjusted: adjustedBook(input.content.adjustments) }
      : { unitSum: null }),
    missingUnits: input.missing.map((unit) => unit.unitName),
  };
}

function lastYearContent(edition: Edition): ReportContent {
  const { organ, year, scope, figures, texts } = readEdition(edition.content);
  return { organ, year, scope, figures, texts };
}
