import type { CellId, Format } from '../formats';
import { parseProse } from '../prose';
import type { Notes } from '../subject';

/** A note under a table is prose; a remark in a cell has to stay readable in a narrow column. */
export const maxNoteCharacters = 1_000;
export const maxRemarkCharacters = 60;

/** How long a note is by its words; what its live numbers print changes with the figures. @param stored with its tokens */
export function noteLength(stored: string): number {
  return parseProse(stored).reduce((sum, { kind, source }) => (kind === 'words' ? sum + [...source].length : sum), 0);
}

export type RemarkProblem = 'no_such_cell' | 'too_long' | 'several_lines' | 'only_a_number';

/** What keeps a text from being printed behind a figure; nothing keeps an empty one from taking the remark away. */
export function remarkProblem(format: Format, cell: CellId, text: string): RemarkProblem | null {
  if (!format.cells.get(cell)?.isPrinted) return 'no_such_cell';
  const written = text.trim();
  if ([...written].length > maxRemarkCharacters) return 'too_long';
  if (/[\n\r\u2028\u2029]/.test(written)) return 'several_lines';
  return written !== '' && !/\p{L}/u.test(written) ? 'only_a_number' : null;
}

/** `其中修订16件` behind a figure: `（其中修订16件）`. Brackets that were typed are not doubled. */
export function printedRemark(text: string): string {
  const bare = /^[（(](.*)[）)]$/.exec(text.trim())?.[1] ?? text.trim();
  return `（${bare}）`;
}

/** The lines below a table; the first says what they are. */
export function printedNote(text: string): string[] {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, index) => (index === 0 ? `${noteLead(line)}${line}` : line));
}

/** What is put before a note that does not say what it is. */
export function noteLead(text: string): string {
  return /^\s*(?:注|备注|说明)/.test(text) ? '' : '注：';
}

/** The remarks of some cells, as printed. */
export function remarksOf(notes: Notes, cells: Iterable<CellId>): Record<CellId, string> {
  const remarks: Record<CellId, string> = {};
  for (const cell of cells) {
    const text = notes[cell]?.trim();
    if (text) remarks[cell] = printedRemark(text);
  }
  return remarks;
}

export interface FigureAndRemark {
  figure: string;
  remark: string;
}

/** 万元 behind a number is its unit and changes what it says, so it is no remark. */
const onlyUnit = /^(?:单位)?[:：]?[百千万亿]*(?:元|件|次|个|项|份|条|宗|起|人|名|场|篇|期|家|%)?$/;

/** `22（其中修订16件）` as `22` and `其中修订16件`; null for a text that is no figure with words in brackets behind it. */
export function splitRemark(text: string): FigureAndRemark | null {
  const [, figure, remark] = /^\s*([-−]?\d[\d.,]*)\s*[（(]([\s\S]*)[）)]\s*$/.exec(text) ?? [];
  if (!figure || !remark || onlyUnit.test(remark.trim()) || !/\p{L}/u.test(remark)) return null;
  return { figure, remark: remark.replace(/\s+/g, '') };
}
