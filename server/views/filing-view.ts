import {
  type Declaration,
  type Filing,
  findFilingsOf,
  listDeclarationsOf,
  listFiguresOf,
  listRestatementsOf,
  listTextsOf,
  listTyped,
  newestEditionHeads,
  openingBalancesOf,
  quarterKey,
  type Reader,
  type Restatement,
  reportKey,
  type StoredFigure,
  type StoredText,
} from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import type { CheckRun, Overlay } from '@/server/domain/checks';
import { type Figure, type FigureBook, withComputed } from '@/server/domain/figures';
import { type Cell, type CellId, type Format, getFormat, type Indicator, leafCells, withIndicators } from '@/server/domain/formats';
import type { PastQuarters } from '@/server/domain/subject';
import { checkFiling, type DeclarableSection, type FilingFacts, filingBook } from '@/server/domain/workflow';
import { indicatorsOfFilings } from './filing-format';
import { keptEditions } from './kept-editions';
import { loadPastQuarters } from './past-quarters';
import type { FilingContent } from './submission-content';
import { type Opened, type TakenOver, withTakenOverUnits } from './taken-over';

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
  const view = (await loadFilingViews(reader, [filing], overlay, frozen && new Map([[filing.id, frozen]]))).get(filing.id);
  if (!view) throw new Error(`no view of filing ${filing.id}`);
  return view;
}

/** Many filings, by their ids, with as many statements as one. */
export async function loadFilingViews(
  reader: Reader,
  filings: readonly Filing[],
  overlay: Overlay | null,
  frozen?: ReadonlyMap<string, readonly Indicator[]>,
): Promise<Map<string, FilingView>> {
  if (filings.length === 0) return new Map();
  const ids = filings.map((filing) => filing.id);
  const asked = frozen ?? (await indicatorsOfFilings(reader, filings));
  const formed = filings.map((filing) => {
    const indicators = asked.get(filing.id) ?? [];
    return { filing, indicators, format: withIndicators(getFormat(filing.format, filing.rowVariant), indicators) };
  });
  const stored = await listFiguresOf(reader, ids);
  const declarations = await listDeclarationsOf(reader, ids);
  const opened = await loadOpenings(
    reader,
    formed.map(({ filing, format }) => ({ of: filing, format })),
  );
  const restatements = byFiling(await listRestatementsOf(reader, ids));
  const texts = await listTextsOf(reader, ids);
  const past = await loadPastQuarters(reader, formed);
  return new Map(
    formed.map(({ filing, indicators, format }, index) => [
      filing.id,
      filingView(
        { filing, indicators, format },
        {
          stored: stored.get(filing.id) ?? [],
          declarations: declarations.get(filing.id) ?? [],
          opened: opened[index] ?? { openings: new Map(), takenOver: [] },
          restatements: restatements.get(filing.id) ?? [],
          texts: texts.get(filing.id) ?? [],
          past: past.get(filing.id) ?? { quarters: [], values: {}, peers: {} },
        },
        overlay,
      ),
    ]),
  );
}

/** Restatements of many filings, as each has them. */
export function byFiling(restatements: readonly (Restatement & { filingId: string })[]): Map<string, Restatement[]> {
  const filings = new Map<string, Restatement[]>();
  for (const { filingId, ...restatement } of restatements) filings.set(filingId, [...(filings.get(filingId) ?? []), restatement]);
  return filings;
}

/** What a filing consists of, as the store has it. */
interface FilingParts {
  stored: readonly StoredFigure[];
  declarations: readonly Declaration[];
  opened: Opened;
  restatements: readonly Restatement[];
  texts: readonly StoredText[];
  past: PastQuarters;
}

function filingView(
  { filing, indicators, format }: Pick<FilingView, 'filing' | 'indicators' | 'format'>,
  { stored, declarations, opened: { openings: carried, takenOver }, restatements, texts, past }: FilingParts,
  overlay: Overlay | null,
): FilingView {
  const openings = withRestated(carried, restatements);
  const contribution = texts.find((text) => text.key === 'contribution');
  const facts: FilingFacts = {
    format,
    stored: new Map(stored.map((one) => [one.cell, one.figure])),
    openings,
    powers: new Set(filing.powers),
    declared: new Set(declarations.map((declaration) => declaration.section)),
  };
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
  // Of many that a list looks into these are asked of few, and each costs as much as the rules.
  const figures = once(() => withComputed(format, book));
  const hash = once(() => contentHash(content));
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
    get figures() {
      return figures();
    },
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
    get hash() {
      return hash();
    },
  };
}

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A quarter whose openings are asked for, and the form they are asked in. */
export interface OpeningsAsked {
  of: Pick<Filing, 'unitId' | 'year' | 'quarter'>;
  format: Format;
}

/** The openings of some quarters, in the order they were asked for: what each unit itself carries over, and what it takes over from closed units. */
export async function loadOpenings(reader: Reader, asked: readonly OpeningsAsked[]): Promise<Opened[]> {
  const own = await loadOwnOpenings(reader, asked);
  return withTakenOverUnits(
    reader,
    asked.map((one, index) => ({ ...one, own: own[index] ?? new Map() })),
    (filings) => closingsOf(reader, filings),
  );
}

/**
 * What units' quarters open with by themselves: what the quarter before closed with; for the first quarter the unit's opening balances, else
 * last year's fourth quarter, else the newest edition of last year's own report. They are not copied: when the quarter
 * before changes, they follow.
 */
async function loadOwnOpenings(reader: Reader, asked: readonly OpeningsAsked[]): Promise<Map<CellId, Figure>[]> {
  const before = await findFilingsOf(
    reader,
    asked.map(({ of }) => quarterBefore(of)),
  );
  const beforeOf = ({ of }: OpeningsAsked) => before.get(quarterKey(quarterBefore(of)));
  const closings = await closingsOf(reader, [...before.values()]);
  const openings = asked.map((one) => {
    const filing = beforeOf(one);
    return filing ? openingsFrom(one.format, closings.get(filing.id) ?? new Map()) : new Map<CellId, Figure>();
  });
  await addConstants(reader, asked, openings, beforeOf);
  await addBeginnings(reader, asked, openings, beforeOf);
  return openings;
}

export function quarterBefore({ unitId, year, quarter }: OpeningsAsked['of']): OpeningsAsked['of'] {
  return quarter > 1 ? { unitId, year, quarter: quarter - 1 } : { unitId, year: year - 1, quarter: 4 };
}

type BeforeOf = (asked: OpeningsAsked) => Filing | undefined;

/** Openings that follow no closing stay through the year what they were in its first quarter. */
async function addConstants(
  reader: Reader,
  asked: readonly OpeningsAsked[],
  openings: readonly Map<CellId, Figure>[],
  beforeOf: BeforeOf,
): Promise<void> {
  const later = asked.flatMap((one, index) => {
    const filing = one.of.quarter > 1 ? beforeOf(one) : undefined;
    const constant = filing ? leafCells(one.format).filter((cell) => cell.addsUp === 'opening' && !cell.opensFrom) : [];
    return filing && constant.length > 0 ? [{ filing, format: one.format, constant, openings: openings[index] }] : [];
  });
  if (later.length === 0) return;
  const first = await loadOwnOpenings(
    reader,
    later.map(({ filing, format }) => ({ of: filing, format })),
  );
  const restated = byFiling(
    await listRestatementsOf(
      reader,
      later.map(({ filing }) => filing.id),
    ),
  );
  for (const [index, { filing, constant, openings: own }] of later.entries()) {
    const known = withRestated(first[index] ?? new Map(), restated.get(filing.id) ?? []);
    for (const { id } of constant) {
      const figure = known.get(id);
      if (figure) own?.set(id, figure);
    }
  }
}

/** A year's first quarter: published figures where last year was not filed here, and what an administrator set before all. */
async function addBeginnings(
  reader: Reader,
  asked: readonly OpeningsAsked[],
  openings: readonly Map<CellId, Figure>[],
  beforeOf: BeforeOf,
): Promise<void> {
  const first = asked.flatMap((one, index) => {
    const own = openings[index];
    return one.of.quarter === 1 && own ? [{ ...one, own, isFiled: beforeOf(one) !== undefined }] : [];
  });
  const years = [...new Set(first.map(({ of }) => of.year))];
  const unfiled = first.filter((one) => !one.isFiled);
  const published = await publishedBefore(reader, unfiled);
  for (const { of, format, own } of unfiled) {
    const figures = published.get(quarterKey(of));
    if (figures) for (const [cell, figure] of openingsFrom(format, figures)) own.set(cell, figure);
  }
  for (const year of years) {
    const ofYear = first.filter(({ of }) => of.year === year);
    const balances = await openingBalancesOf(
      reader,
      ofYear.map(({ of }) => of.unitId),
      year,
    );
    for (const { of, own } of ofYear)
      for (const { cell, value, decimals } of balances.get(of.unitId) ?? []) own.set(cell, { state: 'number', value, decimals });
  }
}

/** The closings in the newest edition of the own report of the year before, by `quarterKey`. */
async function publishedBefore(reader: Reader, asked: readonly OpeningsAsked[]): Promise<Map<string, FigureBook>> {
  if (asked.length === 0) return new Map();
  const years = new Set(asked.map(({ of }) => of.year - 1));
  const heads = await newestEditionHeads(reader, [...years], [...new Set(asked.map(({ of }) => of.unitId))]);
  const headOf = ({ of }: OpeningsAsked) => heads.get(reportKey({ unitId: of.unitId, year: of.year - 1, scope: 'own_organ' }));
  const known = await keptEditions(
    reader,
    asked.flatMap((one) => headOf(one) ?? []),
  );
  return new Map(
    asked.flatMap((one): [string, FigureBook][] => {
      const closings = known.get(headOf(one)?.id ?? '')?.figures;
      return closings ? [[quarterKey(one.of), closings]] : [];
    }),
  );
}

/** A restated opening counts in place of the closing it would follow (F7). */
export function withRestated(
  carried: FigureBook,
  restatements: readonly Pick<Restatement, 'cell' | 'value' | 'decimals'>[],
): Map<CellId, Figure> {
  const openings = new Map(carried);
  for (const { cell, value, decimals } of restatements) openings.set(cell, { state: 'number', value, decimals });
  return openings;
}

/** What some filings close with, by filing: the cells that something opens from. Their own openings play no part in that. */
async function closingsOf(reader: Reader, filings: readonly Filing[]): Promise<Map<string, FigureBook>> {
  if (filings.length === 0) return new Map();
  const ids = filings.map((filing) => filing.id);
  const formatOf = (filing: Filing) => getFormat(filing.format, filing.rowVariant);
  const cells = new Map([...new Set(filings.map(formatOf))].map((format) => [format, closingCells(format)]));
  const wanted = new Set([...cells.values()].flatMap((some) => some.map((cell) => cell.id)));
  const stored = new Map<string, Map<CellId, Figure>>(ids.map((id) => [id, new Map()]));
  for (const { filingId, cell, figure } of await listTyped(reader, ids, [...wanted])) stored.get(filingId)?.set(cell, figure);
  const declarations = await listDeclarationsOf(reader, ids);
  return new Map(
    filings.map((filing) => {
      const format = formatOf(filing);
      const declared = new Set((declarations.get(filing.id) ?? []).map((declaration) => declaration.section));
      const facts = { format, stored: stored.get(filing.id) ?? new Map(), openings: new Map(), powers: new Set(filing.powers), declared };
      return [filing.id, filingBook(facts, cells.get(format))];
    }),
  );
}

function closingCells(format: Format): Cell[] {
  const opened = new Set(leafCells(format).flatMap((cell) => cell.opensFrom ?? []));
  return leafCells(format).filter((cell) => opened.has(cell.id));
}

function openingsFrom(format: Format, closed: FigureBook): Map<CellId, Figure> {
  const openings = new Map<CellId, Figure>();
  for (const cell of leafCells(format)) {
    const figure = cell.opensFrom ? closed.get(cell.opensFrom) : undefined;
    if (figure?.state === 'number' || figure?.state === 'not_applicable') openings.set(cell.id, figure);
  }
  return openings;
}
