import { Document, type FileChild, Packer } from 'docx';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { notesBelow } from '@/server/domain/report/notes-below';
import type { ReportDocument } from '@/server/domain/report/report-document';
import { reportName } from '@/server/domain/report/title-lines';
import { footers, headers } from './word/page-marks';
import { proseParagraphs } from './word/paragraphs';
import { repeatableZip } from './word/repeatable-zip';
import { styles } from './word/styles';
import { statutoryTable, tableCells } from './word/table';
import { page } from './word/typography';

/**
 * The report as a Word file in official typography. The same document gives the same bytes.
 *
 * Edition and content hash are custom properties (文件 > 属性), so the page stays as the law wants it. Author is the organ;
 * nothing names a person or a machine.
 *
 * @source GB/T 9704-2012
 */
export async function docxFace(document: ReportDocument): Promise<Uint8Array> {
  const organ = withoutIllegalCharacters(document.organ);
  const cells = tableCells();
  const word = new Document({
    title: `${organ}${reportName(document.year)}`,
    creator: organ,
    lastModifiedBy: organ,
    description: '',
    styles,
    evenAndOddHeaderAndFooters: true,
    customProperties: [
      { name: 'ReportEdition', value: document.edition === null ? '草稿' : `第${document.edition}版` },
      { name: 'ReportContentHash', value: withoutIllegalCharacters(document.contentHash) },
    ],
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } },
        headers: headers(document.edition === null),
        footers,
        children: children(document, cells),
      },
    ],
  });
  await cells.learned();
  return repeatableZip(new Uint8Array(await Packer.toArrayBuffer(word)), { 'word/document.xml': (xml) => cells.into(xml) });
}

function children({ blocks }: ReportDocument, cells: ReturnType<typeof tableCells>): FileChild[] {
  return blocks.flatMap((block, index): FileChild[] =>
    block.kind === 'table'
      ? [statutoryTable(block, notesBelow(blocks, index), cells)]
      : proseParagraphs(block, { before: blocks[index - 1], after: blocks[index + 1] }),
  );
}
