import { sha256Hex } from '../audit';
import { type CellId, type FormatId, isFormatId, type RowVariant } from '../formats';
import { isQuarter, type Quarter } from '../periods';

/** A workbook of another number may be laid out otherwise, and is refused by name. */
export const workbookVersion = 1;
const kind = 'nianbao-quarter-workbook';

/**
 * What a workbook says of itself: whose quarter it is, and what stood in each cell that is filled in when it was made. It travels in a hidden sheet, as
 * texts, through any office program. Nothing of it is believed: it tells only what is compared with what, never what somebody may do.
 */
export interface WorkbookMark {
  filingId: string;
  unitName: string;
  year: number;
  quarter: Quarter;
  isPractice: boolean;
  format: FormatId;
  rowVariant: RowVariant;
  /** By cell: the version that was stored (0: none), and the text that was put into the sheet. */
  cells: ReadonlyMap<CellId, MarkedCell>;
}

export interface MarkedCell {
  version: number;
  text: string;
}

export type MarkReading = { kind: 'mark'; mark: WorkbookMark } | { kind: 'absent' } | { kind: 'other_version' } | { kind: 'damaged' };

type Rows = readonly (readonly string[])[];

/** One line a fact, then one a cell, then the checksum of them all. Texts are written as JSON, because sheets change the ends of lines. */
export function markRows(mark: WorkbookMark): string[][] {
  const { filingId, unitName, year, quarter, isPractice, format, rowVariant, cells } = mark;
  const facts = { filingId, unitName, year, quarter, isPractice, format, rowVariant };
  const rows = [
    [kind, String(workbookVersion)],
    ...Object.entries(facts).map(([name, value]) => [name, JSON.stringify(value)]),
    ...[...cells].map(([cell, { version, text }]) => [cell, String(version), JSON.stringify(text)]),
  ];
  return [...rows, ['checksum', checksumOf(rows)]];
}

/** @param sheets every sheet as texts, row by row; the mark is found by its first cell, whatever its sheet is called now */
export function readMark(sheets: readonly Rows[]): MarkReading {
  const rows = sheets.find((sheet) => sheet[0]?.[0] === kind)?.map(withoutEmptyEnd);
  if (!rows) return { kind: 'absent' };
  if (rows[0]?.[1] !== String(workbookVersion)) return { kind: 'other_version' };
  const end = rows.findIndex((row) => row[0] === 'checksum');
  const said = rows.slice(0, end);
  if (end < 0 || rows[end]?.[1] !== checksumOf(said)) return { kind: 'damaged' };
  const mark = markOf(said.slice(1));
  return mark ? { kind: 'mark', mark } : { kind: 'damaged' };
}

function markOf(rows: Rows): WorkbookMark | null {
  const facts = new Map<string, unknown>();
  const cells = new Map<CellId, MarkedCell>();
  for (const [name = '', first = '', second] of rows) {
    if (second === undefined) facts.set(name, jsonOf(first));
    else cells.set(name, { version: Number(first), text: String(jsonOf(second) ?? '') });
  }
  const [filingId, unitName] = [facts.get('filingId'), facts.get('unitName')];
  const [year, quarter] = [Number(facts.get('year')), Number(facts.get('quarter'))];
  const [format, rowVariant] = [facts.get('format'), facts.get('rowVariant')];
  if (typeof filingId !== 'string' || typeof unitName !== 'string' || !Number.isInteger(year) || !isQuarter(quarter)) return null;
  if (!isFormatId(format) || (rowVariant !== 'other_three' && rowVariant !== 'other_single')) return null;
  if ([...cells.values()].some(({ version }) => !Number.isSafeInteger(version) || version < 0)) return null;
  return { filingId, unitName, year, quarter, isPractice: facts.get('isPractice') === true, format, rowVariant, cells };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Sheets are read as rectangles; what a row does not have comes as empty. */
function withoutEmptyEnd(row: readonly string[]): string[] {
  return row.slice(0, row.findLastIndex((text) => text !== '') + 1);
}

/** Against a line that was lost or sorted away, not against a person: who changes the mark and this too has said another thing, that is all. */
function checksumOf(rows: Rows): string {
  return sha256Hex(JSON.stringify(rows));
}
