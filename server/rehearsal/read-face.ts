import { parseCsv } from 'hucre/csv';
import { type Figure, type FigureBook, parseFigure } from '@/server/domain/figures';
import { type CellId, type Format, getCell } from '@/server/domain/formats';
import { parseReportJson } from '@/server/domain/reading';
import { readStatutoryTables } from '@/server/domain/reading/read-statutory-tables';
import type { FaceKind } from '@/server/domain/report/export-kinds';
import { splitRemark } from '@/server/domain/report/notes';
import { readDocx } from '@/server/imports/docx-tables';
import { readHtml } from '@/server/imports/html-tables';
import { readOwnPdf } from '@/server/imports/own-pdf';
import { readWorkbook } from '@/server/imports/xlsx-tables';

/**
 * A face's figures as somebody outside would read them: by the labels of row and column.
 *
 * @throws Error when our own face cannot be read
 */
export async function readFace(kind: FaceKind, bytes: Uint8Array, format: Format): Promise<FigureBook> {
  switch (kind) {
    case 'docx': {
      const read = readDocx(bytes);
      if (!read.readable) throw new Error(`our own Word file cannot be read: ${read.why.en}`);
      return readStatutoryTables(read.document.tables, format).figures;
    }
    case 'html':
      return readStatutoryTables(readHtml(text(bytes)).tables, format).figures;
    case 'xlsx':
      return readStatutoryTables(await readWorkbook(bytes), format).figures;
    case 'pdf':
      return figuresFrom(await readOwnPdf(bytes, format), format);
    case 'csv':
      return figuresFrom(byLabels(text(bytes), format), format);
    case 'json': {
      const read = parseReportJson(text(bytes));
      if (!read.ok) throw new Error(`our own JSON cannot be read: ${JSON.stringify(read.problems)}`);
      return read.value.content.figures;
    }
    default:
      return kind satisfies never;
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function byLabels(csv: string, format: Format): Map<CellId, string> {
  const [head = [], ...rows] = parseCsv(csv.replace(/^\uFEFF/, ''));
  const at = (name: string) => head.indexOf(name);
  const [section, row, column, value] = [at('章'), at('行'), at('列'), at('数')];
  const cells = new Map([...format.cells.values()].map((cell) => [`${cell.section}|${cell.rowLabel}|${cell.columnLabel}`, cell.id]));
  return new Map(
    rows.flatMap((one): [CellId, string][] => {
      const id = cells.get(`${one[section]}|${one[row]}|${one[column]}`);
      return id === undefined ? [] : [[id, String(one[value] ?? '')]];
    }),
  );
}

function figuresFrom(printed: ReadonlyMap<CellId, string>, format: Format): FigureBook {
  const figures = new Map<CellId, Figure>();
  for (const [id, raw] of printed) {
    const parsed = parseFigure(splitRemark(raw)?.figure ?? raw, getCell(format, id));
    if (parsed.kind === 'number') figures.set(id, { state: 'number', value: parsed.value, decimals: parsed.decimals });
    else if (parsed.kind === 'unreadable') figures.set(id, { state: 'unreadable', raw });
  }
  return figures;
}
