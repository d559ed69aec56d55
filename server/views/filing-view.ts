import {
  type Filing,
  findFilingOf,
  latestEditionOf,
  listDeclarations,
  listFigures,
  listOpeningBalances,
  listRestatements,
  listTexts,
  type Reader,
  type Restatement,
  type StoredFigure,
} from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import type { CheckRun, Overlay } from '@/server/domain/checks';
import { type Figure, type FigureBook, withComputed } from '@/server/domain/figures';
import { type CellId, type Format, getFormat, type Indicator, leafCells, withIndicators } from '@/server/domain/formats';
import type { PastQuarters } from '@/server/domain/subject';
import { checkFiling, type DeclarableSection, type FilingFacts, filingBook } from '@/server/domain/workflow';
import { readEdition } from './edition-content';
import { indicatorsOf } from './filing-format';
import { loadPastQuarters } from './past-quarters';
import type { FilingContent } from './submission-content';
import { type TakenOver, withTakenOverUnits } from './taken-over';

/** A filing as it stands, with everything a decision about it needs. Built the same way for screen, submit and review. */
export interface FilingView {
  filing: Filing;
  format: Format;
  indicators: readonly Indicator[];
  facts: FilingFacts;
  stored: readonly StoredFigure[];
  /** What closed units left to this one, where the quarter opens with it. */
  takenOver: readonly TakenOver[];
  declaredBy: ReadonlyMap<DeclarableSection, string>;
  /** What each opening follows; `facts.openings` has the restated values in place of some of them. */
  carried: FigureBook;
  restatements: readonly Restatement[];
  /** Every leaf as it counts, and every computed cell. */
  figures: FigureBook;
  contribution: { text: string; version: number; savedBy: string | null };
  /** What the quarter is compared with. */
  past: PastQuarters;
  checkRun: CheckRun;
  content: FilingContent;
  /** SHA-256 of the content. */
  hash: string;
}

/** @param frozen the indicators to read it with, where it is compared with what a submission froze */
export async function loadFilingView(
  reader: Reader,
  filing: Filing,
  overlay: Overlay | null,
  frozen?: readonly Indicator[],
): Promise<FilingView> {
  const indicators = frozen ?? (await indicatorsOf(reader, filing));
  const format = withIndicators(getFormat(filing.format, filing.rowVariant), indicators);
  const stored = await listFigures(reader, filing.id);
  const declarations = await listDeclarations(reader, filing.id);
  const { openings: carried, takenOver } = await loadOpenings(reader, filing, format);
  const restatements = await listRestatements(reader, filing.id);
  const openings = withRestated(carried, restatements);
  const contribution = (await listTexts(reader, filing.id)).find((text) => text.key === 'contribution');
  const facts: FilingFacts = {
    format,
    stored: new Map(stored.map((one) => [one.cell, one.figure])),
    openings,
    powers: new Set(filing.powers),
    declared: new Set(declarations.map((declaration) => declaration.section)),
  };
  const past = await loadPastQuarters(reader, filing, format);
  const book = filingBook(facts);
  const content: FilingContent = {
    unitId: filing.unitId,
    year: filing.year,
    quarter: filing.quarter,
    format: filing.format,
    rowVariant: filing.rowVariant,
    figures: Object.fromEntries(book),
    declared: [...facts.declared].sort(),
    contribution: contribution?.text ?? '',
    ...(restatements.length > 0 ? { restated: Object.fromEntries(restatements.map((one) => [one.cell, one.reason])) } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
  };
  return {
    filing,
    format,
    indicators,
    facts,
    stored,
    takenOver,
    declaredBy: new Map(declarations.map((declaration) => [declaration.section, declaration.declaredBy])),
    carried,
    restatements,
    figures: withComputed(format, book),
    contribution: { text: contribution?.text ?? '', version: contribution?.version ?? 0, savedBy: contribution?.savedBy ?? null },
    past,
    checkRun: checkFiling(
      {
        organ: filing.unitName,
        year: filing.year,
        quarter: filing.quarter,
        powers: filing.powers,
        format,
        book,
        openings,
        restated: new Set(restatements.map((one) => one.cell)),
        past,
      },
      overlay,
    ),
    content,
    hash: contentHash(content),
  };
}

/** The openings of a quarter: what the unit itself carries over, and what it takes over from closed units. */
export async function loadOpenings(reader: Reader, of: Pick<Filing, 'unitId' | 'year' | 'quarter'>, format: Format) {
  return withTakenOverUnits(reader, of, {
    format,
    own: await loadOwnOpenings(reader, of, format),
    closingsOf: (filing) => closingsOf(reader, filing),
  });
}

/**
 * What a unit's quarter opens with by itself: what the quarter before closed with; for the first quarter the unit's opening balances, else
 * last year's fourth quarter, else the newest edition of last year's own report. They are not copied: when the quarter
 * before changes, they follow.
 */
async function loadOwnOpenings(
  reader: Reader,
  of: Pick<Filing, 'unitId' | 'year' | 'quarter'>,
  format: Format,
): Promise<Map<CellId, Figure>> {
  if (of.quarter > 1) {
    const before = await findFilingOf(reader, of.unitId, of.year, of.quarter - 1);
    if (!before) return new Map();
    const closed = await closingsOf(reader, before);
    const openings = openingsFrom(format, closed);
    const constant = leafCells(format).filter((cell) => cell.addsUp === 'opening' && !cell.opensFrom);
    if (constant.length > 0) {
      const first = withRestated(await loadOwnOpenings(reader, before, format), await listRestatements(reader, before.id));
      for (const cell of constant) {
        const figure = first.get(cell.id);
        if (figure) openings.set(cell.id, figure);
      }
    }
    return openings;
  }
  const lastQuarter = await findFilingOf(reader, of.unitId, of.year - 1, 4);
  const edition = lastQuarter ? null : await latestEditionOf(reader, of.unitId, of.year - 1, 'own_organ');
  const openings = lastQuarter
    ? openingsFrom(format, await closingsOf(reader, lastQuarter))
    : edition
      ? openingsFrom(format, readEdition(edition.content).figures)
      : new Map<CellId, Figure>();
  for (const balance of await listOpeningBalances(reader, of.unitId, of.year))
    openings.set(balance.cell, { state: 'number', value: balance.value, decimals: balance.decimals });
  return openings;
}

/** A restated opening counts in place of the closing it would follow (F7). */
function withRestated(carried: FigureBook, restatements: readonly Restatement[]): Map<CellId, Figure> {
  const openings = new Map(carried);
  for (const { cell, value, decimals } of restatements) openings.set(cell, { state: 'number', value, decimals });
  return openings;
}

/** What a filing closes with; its own openings play no part in that. */
async function closingsOf(reader: Reader, filing: Filing): Promise<FigureBook> {
  return filingBook({
    format: getFormat(filing.format, filing.rowVariant),
    stored: new Map((await listFigures(reader, filing.id)).map((one) => [one.cell, one.figure])),
    openings: new Map(),
    powers: new Set(filing.powers),
    declared: new Set((await listDeclarations(reader, filing.id)).map((declaration) => declaration.section)),
  });
}

function openingsFrom(format: Format, closed: FigureBook): Map<CellId, Figure> {
  const openings = new Map<CellId, Figure>();
  for (const cell of leafCells(format)) {
    const figure = cell.opensFrom ? closed.get(cell.opensFrom) : undefined;
    if (figure?.state === 'number' || figure?.state === 'not_applicable') openings.set(cell.id, figure);
  }
  return openings;
}
