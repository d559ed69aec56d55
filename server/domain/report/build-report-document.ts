import { figureAt, printFigure, printStatutory } from '../figures';
import { type CellId, type Chapter, type Format, getCell, type TableLayout, textKeys } from '../formats';
import type { ReportContent } from '../subject';
import { printedNote, remarksOf } from './notes';
import type { Block, ReportDocument } from './report-document';
import { textBlocks } from './text-blocks';
import { titleLines } from './title-lines';

export interface ReportSource {
  content: ReportContent;
  format: Format;
  /** Null for a draft. */
  edition: number | null;
  contentHash: string;
  /** The link of the event log in which the edition was made. */
  logHead?: { seq: number; hash: string } | undefined;
  /** Units of the whole whose approved figures are not in it. */
  missingUnits?: readonly { unit: string }[];
  /** n of m units are in the whole. */
  reportedUnits?: { n: number; m: number };
  /** Levels that wait for some unit are not in `content`. */
  areLevelsLeftOut?: boolean;
}

/**
 * The document of one report. Chapters and their titles are the format's; a chapter without text keeps its title.
 * In a draft an unfilled cell is empty and an unreadable one shows what was typed.
 *
 * @throws Error when an edition has a cell that is not filled or unreadable; finalise is refused before it comes to that
 * @source 国办公开办函〔2021〕30号, 附件 (order and titles)
 */
export function buildReportDocument(source: ReportSource): ReportDocument {
  const { content, format, edition } = source;
  const missing = missingNote(source);
  const blocks: Block[] = [{ kind: 'title', lines: titleLines(content.organ, content.year) }];
  if (missing && edition === null) blocks.push(missing);
  blocks.push(...textBlocks(content.texts.preamble ?? ''));
  for (const chapter of format.chapters) {
    blocks.push({ kind: 'heading', level: 1, text: chapter.title }, ...chapterBlocks(chapter, source));
    if (missing && edition !== null && chapter.key === lastTableChapter(format)) blocks.push(missing);
  }
  return {
    format: format.id,
    rowVariant: format.rowVariant,
    scope: content.scope,
    organ: content.organ,
    year: content.year,
    edition,
    contentHash: source.contentHash,
    ...(source.logHead ? { logHead: source.logHead } : {}),
    missingUnits: (source.missingUnits ?? []).map((missing) => missing.unit),
    blocks,
  };
}

function chapterBlocks(chapter: Chapter, source: ReportSource): Block[] {
  const text = textKeys.find((key) => key === chapter.key);
  if (text) return textBlocks(source.content.texts[text] ?? '');
  return source.format.tables
    .filter((layout) => layout.section === chapter.key)
    .flatMap((layout): Block[] => {
      const figures = printedFigures(layout, source);
      const remarks = remarksOf(source.content.notes ?? {}, Object.keys(figures));
      const below = printedNote(source.content.notes?.[layout.id] ?? '');
      return [
        { kind: 'table', layout, figures, ...(Object.keys(remarks).length > 0 ? { remarks } : {}) },
        ...below.map((text): Block => ({ kind: 'note', text })),
      ];
    });
}

function printedFigures(layout: TableLayout, { content, format, edition }: ReportSource): Record<CellId, string> {
  const print = edition === null ? printFigure : printStatutory;
  const figures: Record<CellId, string> = {};
  for (const row of layout.rows)
    for (const { cell } of row.cells) if (cell) figures[cell] = print(figureAt(content.figures, cell), getCell(format, cell));
  return figures;
}

const levelsWait = '期末数（现行有效、结转、尚未审结等）未齐的留空，不作合计。';

/** In a draft the note stands under the title, where nobody misses it; in an edition below the last table, as printed remarks do. */
function missingNote({
  missingUnits = [],
  reportedUnits,
  areLevelsLeftOut = false,
}: ReportSource): Extract<Block, { kind: 'note' }> | null {
  if (missingUnits.length === 0) return null;
  const units = missingUnits.map((missing) => missing.unit).join('、');
  const part = reportedUnits ? `本报告汇总了${reportedUnits.m}个单位中${reportedUnits.n}个单位的数据，` : '本报告尚未汇总全部单位的数据，';
  return { kind: 'note', text: `注：${part}未包括：${units}。${areLevelsLeftOut ? levelsWait : ''}` };
}

function lastTableChapter(format: Format): Chapter['key'] | undefined {
  return format.chapters.filter((chapter) => chapter.body === 'tables').at(-1)?.key;
}
