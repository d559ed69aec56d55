import type { CellId, Format } from '../formats';

/** What is printed with a table (by its id: `t2`) or behind a figure (by its cell). */
export type Notes = Readonly<Record<string, string>>;

/** A note under a table is prose; a remark in a cell has to stay readable in a narrow column. */
export const mostNoteCharacters = 1_000;
export const mostRemarkCharacters = 60;

export type NoteProblem = 'no_such_place' | 'too_long' | 'several_lines' | 'only_a_number';

/** What keeps a text from being printed there; nothing keeps an empty one from taking the note away. */
export function noteProblem(format: Format, place: string, text: string): NoteProblem | null {
  const isTable = format.tables.some((layout) => layout.id === place);
  if (!isTable && !format.cells.get(place)?.isPrinted) return 'no_such_place';
  const written = text.trim();
  if ([...written].length > (isTable ? mostNoteCharacters : mostRemarkCharacters)) return 'too_long';
  if (isTable) return null;
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
  return lines.map((line, index) => (index === 0 && !/^(?:注|备注|说明)/.test(line) ? `注：${line}` : line));
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
