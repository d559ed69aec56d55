import type { Cell, WriteSheet } from 'hucre/xlsx';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import type { ReportDocument } from '@/server/domain/report/report-document';
import { page } from './looks';
import { rowHeight, rowsOf } from './row-height';

const width = 90;
/** Less than the column: a mark may not begin a line, and fonts differ. */
const room = width - 6;

/**
 * The text, a paragraph in a cell (a very long one in several), with the edition and the hash of its content below. Everything is
 * text: nothing typed can run.
 */
export function textSheet(document: ReportDocument): WriteSheet {
  const lines: { text: string; isHead: boolean }[] = document.blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    if (block.kind === 'title') return [{ text: block.lines.join(''), isHead: true }];
    return rowsOf(block.text, room).map((text) => ({ text, isHead: block.kind === 'heading' }));
  });
  lines.push({
    text: `${document.edition === null ? '草稿，未定稿' : `第${document.edition}版`}，内容校验码 ${document.contentHash}`,
    isHead: false,
  });
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach(({ isHead }, row) => {
    cells.set(`${row},0`, { style: { font: { bold: isHead }, alignment: { wrapText: true, vertical: 'top' } } });
  });
  return {
    name: '正文',
    rows: lines.map(({ text }) => [withoutIllegalCharacters(text)]),
    cells,
    columns: [{ width }],
    rowDefs: new Map(lines.map(({ text }, row) => [row, { height: rowHeight(text, room) }])),
    headerFooter: { oddHeader: document.edition === null ? '&C草稿' : '', oddFooter: '&C&P' },
    pageSetup: page,
  };
}
