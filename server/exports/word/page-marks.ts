import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { run } from './paragraphs';
import { faces, lines } from './typography';

/** One character of 四号. */
const oneCharacter = 280;

/**
 * `— 1 —` in 四号 宋体, 7 mm below the text: odd pages at the right, even pages at the left, one character from the edge.
 *
 * @source GB/T 9704-2012, 7.5
 */
export const footers = {
  default: new Footer({ children: [pageNumber(AlignmentType.RIGHT, { right: oneCharacter })] }),
  even: new Footer({ children: [pageNumber(AlignmentType.LEFT, { left: oneCharacter })] }),
};

/** 草稿 in the upper left corner, where 密级 would stand; an edition has no header. */
export function headers(isDraft: boolean): { default: Header; even: Header } {
  return { default: header(isDraft), even: header(isDraft) };
}

function header(isDraft: boolean): Header {
  return new Header({ children: [new Paragraph({ spacing: lines.pageNumber, children: isDraft ? [run('草稿', faces.draftMark)] : [] })] });
}

function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT'], indent: { left?: number; right?: number }): Paragraph {
  return new Paragraph({
    alignment,
    indent,
    spacing: lines.pageNumber,
    children: [new TextRun({ ...faces.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}
