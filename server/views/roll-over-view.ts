import {
  findReport,
  findYear,
  latestEditionOf,
  listCarriedParagraphs,
  listEditions,
  listIndicators,
  listQuarters,
  listReportTexts,
  listUnits,
  type Reader,
  type StoredIndicator,
  type Unit,
  type Year,
} from '@/db/store';
import { oldYearsIn, type ParagraphToCarry, paragraphsToCarry } from '@/server/domain/carrying';
import { formatOfYear, getFormat, usualRowVariant } from '@/server/domain/formats';
import { type Day, type Quarter, quarters, usualDueDay } from '@/server/domain/periods';
import type { Scope } from '@/server/domain/subject';
import { paragraphsOf } from '@/server/domain/workflow';
import { type CarryState, indicatorsToCarry } from './carried-indicators';
import { type EditionContent, readEdition } from './edition-content';
import { scopesOf, spanOf } from './report-units';

/** One of last year's editions, paragraph by paragraph, with what the new year's report has of it. */
export interface EditionToCarry {
  unitId: string;
  organ: string;
  scope: Scope;
  /** The newest of last year's report. */
  edition: number;
  /** The new year's report is an edition already, and nothing is carried into it. */
  isFinal: boolean;
  paragraphs: readonly (ParagraphToCarry & {
    /** Years before the new one that it names. */
    oldYears: readonly number[];
    /** It was carried before, or stands in the text. */
    isThere: boolean;
  })[];
}

/** Everything a roll-over decides on, built the same way for the screen and for the act. */
export interface RollOverView {
  root: Unit;
  units: readonly Unit[];
  from: Year;
  /** As it is, or as it would be created. */
  year: Year;
  isThere: boolean;
  quarters: readonly { quarter: Quarter; dueOn: Day; isOpened: boolean }[];
  indicators: readonly { indicator: StoredIndicator; state: CarryState }[];
  editions: readonly EditionToCarry[];
}

/** @returns null when there is no such year, or nobody to file */
export async function loadRollOverView(reader: Reader, from: number): Promise<RollOverView | null> {
  const units = await listUnits(reader);
  const root = units.find((unit) => unit.parentId === null);
  const before = await findYear(reader, from);
  if (!root || !before) return null;
  const next = from + 1;
  const standing = await findYear(reader, next);
  const format = formatOfYear(next);
  const year = standing ?? {
    year: next,
    format,
    rowVariant: before.format === format ? before.rowVariant : usualRowVariant[format],
  };
  const known = new Map((await listQuarters(reader, next)).map((quarter) => [quarter.quarter, quarter]));
  return {
    root,
    units,
    from: before,
    year,
    isThere: standing !== null,
    quarters: quarters.map((quarter) => ({
      quarter,
      dueOn: known.get(quarter)?.dueOn ?? usualDueDay(next, quarter),
      isOpened: (known.get(quarter)?.openedAt ?? null) !== null,
    })),
    indicators: indicatorsToCarry(await listIndicators(reader, from), await listIndicators(reader, next), units),
    editions: await editionsToCarry(reader, units, before, year),
  };
}

async function editionsToCarry(reader: Reader, units: readonly Unit[], from: Year, year: Year): Promise<EditionToCarry[]> {
  const all: EditionToCarry[] = [];
  for (const unit of units) {
    if (spanOf(unit, year.year) === null) continue;
    for (const scope of scopesOf(unit)) {
      const found = await editionToCarry(reader, unit, { scope, from, year });
      if (found) all.push(found);
    }
  }
  return all;
}

async function editionToCarry(
  reader: Reader,
  unit: Unit,
  { scope, from, year }: { scope: Scope; from: Year; year: Year },
): Promise<EditionToCarry | null> {
  const edition = await latestEditionOf(reader, unit.id, from.year, scope);
  if (!edition) return null;
  const content = readEdition(edition.content);
  const earlier = await latestEditionOf(reader, unit.id, from.year - 1, scope);
  const sources = {
    format: getFormat(content.format, content.rowVariant),
    figures: content.figures,
    lastYear: earlier ? readEdition(earlier.content).figures : null,
    facts: new Map((content.written?.facts ?? []).map((fact) => [fact.id, { ...fact, isRetired: false }])),
  };
  const format = getFormat(year.format, year.rowVariant);
  const target = await findReport(reader, unit.id, year.year, scope);
  const carried = target ? await listCarriedParagraphs(reader, target.id) : [];
  const texts = target ? await listReportTexts(reader, target.id) : [];
  return {
    unitId: unit.id,
    organ: unit.name,
    scope,
    edition: edition.number,
    isFinal: target !== null && (await listEditions(reader, target.id)).length > 0,
    paragraphs: paragraphsToCarry(storedTexts(content), { content, sources }, format).map((paragraph) => ({
      ...paragraph,
      oldYears: oldYearsIn(paragraph.printed, year.year),
      isThere:
        carried.some((one) => one.key === paragraph.key && one.text === paragraph.stored && one.fromYear === from.year) ||
        paragraphsOf(texts.find((text) => text.key === paragraph.key)?.text ?? '').some((one) => one.text === paragraph.stored),
    })),
  };
}

/** Texts with live numbers as they were written, the others as printed. */
function storedTexts({ texts, written }: Pick<EditionContent, 'texts' | 'written'>): EditionContent['texts'] {
  return { ...texts, ...(written?.texts ?? {}) };
}
