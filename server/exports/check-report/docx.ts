import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { CheckReportDocument, CheckReportEntry, CheckReportSection } from '@/server/domain/checks/check-report';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { footers, headers } from '../word/page-marks';
import { run } from '../word/paragraphs';
import { repeatableZip } from '../word/repeatable-zip';
import { styles } from '../word/styles';
import { faces, lines, page, sizes, textWidth } from '../word/typography';

/** A check report as a Word file, on the page of the annual report. The same document gives the same bytes. */
export async function checkReportDocx(report: CheckReportDocument): Promise<Uint8Array> {
  const organ = withoutIllegalCharacters(report.facts[0]?.[1] ?? '');
  const word = new Document({
    title: `${organ} ${report.title}`,
    creator: organ,
    lastModifiedBy: organ,
    description: '',
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } },
        headers: headers(false),
        footers,
        children: children(report),
      },
    ],
  });
  return repeatableZip(new Uint8Array(await Packer.toArrayBuffer(word)));
}

const small = faces.table(sizes.five);
const tiny = faces.table(sizes.smallFive);
const air = { line: 340, lineRule: 'exact' } as const;

function children({ title, facts, verdictTitle, verdict, counts, sections }: CheckReportDocument): FileChild[] {
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { ...lines.title, after: 320 },
      children: [run(title, { ...faces.title, size: sizes.three + 4 })],
    }),
    factTable(facts),
    heading(verdictTitle),
    new Paragraph({ spacing: lines.body, children: [run(verdict, faces.body)] }),
    new Paragraph({
      spacing: { ...air, after: 80 },
      children: [run(counts.map(({ label, value }) => `${label} ${value}`).join('　'), small)],
    }),
    ...sections.flatMap(sectionParagraphs),
  ];
}

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { ...lines.body, before: 200 },
    children: [run(text, { ...faces.levelOne, size: sizes.four })],
  });
}

const hairline = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const labelWidth = 1500;

function factTable(facts: CheckReportDocument['facts']): Table {
  const cell = (text: string, width: number): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 60, right: 60, marginUnitType: WidthType.DXA },
      children: [new Paragraph({ spacing: air, children: [run(text, small)] })],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, textWidth - labelWidth],
    borders: { top: hairline, bottom: hairline, left: noLine, right: noLine, insideHorizontal: noLine, insideVertical: noLine },
    rows: facts.map(
      ([label, value]) => new TableRow({ cantSplit: true, children: [cell(label, labelWidth), cell(value, textWidth - labelWidth)] }),
    ),
  });
}

function sectionParagraphs({ title, note, entries }: CheckReportSection): Paragraph[] {
  return [
    heading(title),
    ...(note ? [new Paragraph({ spacing: air, children: [run(note, small)] })] : []),
    ...entries.flatMap(entryParagraphs),
  ];
}

/** A finding stays with its first detail, each further one may go on the next page. */
function entryParagraphs({ mark, text, details }: CheckReportEntry, index: number): Paragraph[] {
  return [
    new Paragraph({
      spacing: { ...air, before: 120 },
      keepNext: details.length > 0,
      keepLines: true,
      children: [run(`${index + 1}. `, small), run(`［${mark}］`, { ...small, font: faces.levelOne.font }), run(text, small)],
    }),
    ...details.flatMap(({ label, lines: told }) =>
      told.map(
        (line, position) =>
          new Paragraph({
            spacing: { line: 290, lineRule: 'exact' },
            indent: { left: 420 },
            keepLines: true,
            children: [run(position === 0 ? `${label}：` : '　　', tiny), run(line, tiny)],
          }),
      ),
    ),
  ];
}
