import { type Spanned, tableGrid } from '@/server/domain/report/table-grid';

/**
 * A rectangle of pasted texts, row by row. Null: a place that a merged cell covers; the text stands at its upper left corner
 * only, so that a merged cell is pasted once.
 */
export type PastedBlock = readonly (readonly (string | null)[])[];

export interface SourceCell extends Spanned {
  text: string;
}

/** Rows of a copied HTML table with their spans expanded. */
export function blockFromRows(rows: readonly (readonly SourceCell[])[]): PastedBlock {
  const width = Math.max(0, ...tableGrid(rows).map((line) => line.length));
  return tableGrid(rows).map((line, row) =>
    Array.from({ length: width }, (_, column) => {
      const placed = line[column];
      return placed && placed.row === row && placed.column === column ? placed.cell.text.trim() : placed ? null : '';
    }),
  );
}

/**
 * Tab-separated text as spreadsheets put it on the clipboard: a text in quotes may hold tabs, line breaks and doubled
 * quotes; a last empty line is no row.
 */
export function blockFromText(copied: string): PastedBlock {
  const text = withPlainBreaks(copied);
  const rows: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  const endField = (): void => {
    rows.at(-1)?.push(field.trim());
    field = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') {
        field += '"';
        index += 1;
      } else isQuoted = false;
    } else if (character === '"' && field === '' && closesLater(text, index)) isQuoted = true;
    else if (character === '\t') endField();
    else if (character === '\n') {
      endField();
      rows.push([]);
    } else field += character;
  }
  endField();
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

/** A quote that never closes before a tab or the end is part of the text. */
function closesLater(text: string, from: number): boolean {
  return /^"(?:[^"]|"")*"(?:\t|\n|$)/.test(text.slice(from));
}

/** Each end of a line as one sign, also where it is a carriage return alone: dropped, it would glue two figures. */
export function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Two rows or more, all as long as the first and longer than one: what a copied range of cells looks like as plain text. */
export function isRectangle(block: PastedBlock): boolean {
  const width = block[0]?.length ?? 0;
  return block.length > 1 && width > 1 && block.every((line) => line.length === width);
}

/** One text, which the field takes by itself. */
export function isSingle(block: PastedBlock): boolean {
  return block.length <= 1 && (block[0]?.length ?? 0) <= 1;
}
