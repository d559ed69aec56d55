import {
  findYear,
  listCarriedParagraphsOf,
  listIndicators,
  listQuarters,
  listReportsOf,
  listReportTextsOf,
  listUnits,
  newestEditionHeads,
  newestEditionsOf,
  type Reader,
  type ReportText,
  reportKey,
  type StoredCarriedParagraph,
  type StoredIndicator,
  type Unit,
  type Year,
} from '@/db/store';
import { oldYearsIn, type ParagraphToCarry, paragraphsToCarry } from '@/server/domain/carrying';
import type { FigureBook } from '@/server/domain/figures';
import { formatOfYear, getFormat, usualRowVariant } from '@/server/domain/formats';
import { type Day, type Quarter, quarters, usualDueDay } from '@/server/domain/periods';
import type { Scope } from '@/server/domain/subject';
import { paragraphsOf } from '@/server/domain/workflow';
import { type CarryState, indicatorsToCarry } from './carried-indicators';
import { type EditionContent, readEdition } from './edition-content';
import { type KeptEdition, keptEditions } from './kept-editions';
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
  /** What last year's own reports closed with, by unit, and in which edition. */
  ownFigures: ReadonlyMap<string, { edition: number; figures: FigureBook }>;
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
  const published = await publishedIn(reader, units, before, year);
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
    editions: await editionsToCarry(reader, published, before, year),
    ownFigures: new Map(
      published.flatMap(({ unit, scope, number, content }) =>
        scope === 'own_organ' ? [[unit.id, { edition: number, figures: content.figures }] as const] : [],
      ),
    ),
  };
}

interface Published {
  unit: Unit;
  scope: Scope;
  number: number;
  content: KeptEdition;
}

/** Last year's newest editions of the reports that go on into the new year, in the order of the office's list. */
async function publishedIn(reader: Reader, units: readonly Unit[], from: Year, year: Year): Promise<Published[]> {
  const heads = await newestEditionHeads(reader, [from.year]);
  const published = units
    .filter((unit) => spanOf(unit, year.year) !== null)
    .flatMap((unit) =>
      scopesOf(unit).map((scope) => ({ unit, scope, head: heads.get(reportKey({ unitId: unit.id, year: from.year, scope })) })),
    );
  const contents = await keptEditions(
    reader,
    published.flatMap(({ head }) => head ?? []),
  );
  return published.flatMap(({ unit, scope, head }): Published[] => {
    const content = head && contents.get(head.id);
    return content ? [{ unit, scope, number: head.number, content }] : [];
  });
}

async function editionsToCarry(reader: Reader, published: readonly Published[], from: Year, year: Year): Promise<EditionToCarry[]> {
  const targets = new Map((await listReportsOf(reader, [year.year])).map((report) => [reportKey(report), report]));
  const ids = published.flatMap(({ unit, scope }) => targets.get(reportKey({ unitId: unit.id, year: year.year, scope }))?.id ?? []);
  const carried = await listCarriedParagraphsOf(reader, ids);
  const texts = await listReportTextsOf(reader, ids);
  const final = await newestEditionHeads(reader, [year.year]);
  const earlier = await lookedBackAt(reader, published, from);
  return published.map((one): EditionToCarry => {
    const target = targets.get(reportKey({ unitId: one.unit.id, year: year.year, scope: one.scope }));
    return {
      unitId: one.unit.id,
      organ: one.unit.name,
      scope: one.scope,
      edition: one.number,
      isFinal: target !== undefined && final.has(reportKey(target)),
      paragraphs: paragraphsOfEdition(one.content, earlier.get(one) ?? null, {
        from,
        year,
        carried: (target && carried.get(target.id)) ?? [],
        texts: (target && texts.get(target.id)) ?? [],
      }),
    };
  });
}

/** Only live numbers look back, at the year before; an edition without any has nothing written. */
async function lookedBackAt(reader: Reader, published: readonly Published[], from: Year): Promise<ReadonlyMap<Published, FigureBook>> {
  const looking = published.filter(({ content }) => content.written !== undefined);
  const editions = await newestEditionsOf(
    reader,
    looking.map(({ unit, scope }) => ({ unitId: unit.id, year: from.year - 1, scope })),
  );
  return new Map(
    looking.flatMap((one): [Published, FigureBook][] => {
      const before = editions.get(reportKey({ unitId: one.unit.id, year: from.year - 1, scope: one.scope }));
      return before ? [[one, readEdition(before.content).figures]] : [];
    }),
  );
}

function paragraphsOfEdition(
  content: Published['content'],
  lastYear: FigureBook | null,
  into: { from: Year; year: Year; carried: readonly StoredCarriedParagraph[]; texts: readonly ReportText[] },
): EditionToCarry['paragraphs'] {
  const { from, year, carried, texts } = into;
  const sources = {
    format: getFormat(content.format, content.rowVariant),
    figures: content.figures,
    lastYear,
    facts: new Map((content.written?.facts ?? []).map((fact) => [fact.id, { ...fact, isRetired: false }])),
  };
  const format = getFormat(year.format, year.rowVariant);
  return paragraphsToCarry(storedTexts(content), { content, sources }, format).map((paragraph) => ({
    ...paragraph,
    oldYears: oldYearsIn(paragraph.printed, year.year),
    isThere:
      carried.some((one) => one.key === paragraph.key && one.text === paragraph.stored && one.fromYear === from.year) ||
      paragraphsOf(texts.find((text) => text.key === paragraph.key)?.text ?? '').some((one) => one.text === paragraph.stored),
  }));
}

/** Texts with live numbers as they were written, the others as printed. */
function storedTexts({ texts, written }: KeptEdition): EditionContent['texts'] {
  return { ...texts, ...(written?.texts ?? {}) };
}
