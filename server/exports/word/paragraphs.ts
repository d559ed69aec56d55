import { AlignmentType, HeadingLevel, type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import type { Block } from '@/server/domain/report/report-document';
import { isKeptWhole } from './row-heights';
import { faces, firstLineIndent, lines } from './typography';

type Prose = Exclude<Block, { kind: 'table' }>;

const levels = {
  1: { heading: HeadingLevel.HEADING_1, face: faces.levelOne },
  2: { heading: HeadingLevel.HEADING_2, face: faces.levelTwo },
  3: { heading: HeadingLevel.HEADING_3, face: faces.body },
} as const;

/** What stands above and below; a heading needs a little air towards the border of a table. */
interface Neighbours {
  before: Block | undefined;
  after: Block | undefined;
}

/** Every block but a table. */
export function proseParagraphs(block: Prose, { before, after }: Neighbours): Paragraph[] {
  switch (block.kind) {
    case 'title':
      return titleParagraphs(block.lines);
    case 'heading': {
      const level = levels[block.level];
      return [
        new Paragraph({
          heading: level.heading,
          keepNext: true,
          indent: firstLineIndent,
          spacing: { ...lines.body, before: before?.kind === 'table' ? 160 : 0, after: after?.kind === 'table' ? 80 : 0 },
          children: [run(block.text, level.face)],
        }),
      ];
    }
    case 'paragraph':
      return [new Paragraph({ ...body, children: leadAndText(block).map(([text, face]) => run(text, face)) })];
    case 'note':
      return [
        new Paragraph({
          ...(isKeptWhole(block.text) ? { keepLines: true, keepNext: after?.kind === 'note' } : {}),
          indent: { firstLineChars: 200, firstLine: 560 },
          spacing: { ...lines.note, before: 80, after: 80 },
          children: [run(block.text, faces.note)],
        }),
      ];
    default:
      return block satisfies never;
  }
}

const body: IParagraphOptions = { indent: firstLineIndent, spacing: lines.body, alignment: AlignmentType.BOTH };

export function run(text: string, face: IRunOptions): TextRun {
  return new TextRun({ ...face, text: withoutIllegalCharacters(text) });
}

/** One paragraph of several lines, so that the title is one heading to whoever navigates by headings; a body line stands empty below. */
function titleParagraphs(titleLines: readonly string[]): Paragraph[] {
  const runs = titleLines.map(
    (line, index) => new TextRun({ ...faces.title, text: withoutIllegalCharacters(line), break: index > 0 ? 1 : 0 }),
  );
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { ...lines.title, after: 579 },
      children: runs,
    }),
  ];
}

function leadAndText({ text, lead }: Extract<Block, { kind: 'paragraph' }>): [string, IRunOptions][] {
  if (!lead) return [[text, faces.body]];
  return [
    [lead, faces.levelTwo],
    [text.slice(lead.length), faces.body],
  ];
}
