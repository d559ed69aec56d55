import { parseFigure } from '@/server/domain/figures';
import type { OpeningForm } from '@/server/queries/office';

export type OpeningCell = OpeningForm['cells'][number];
/** What stands in the fields, by cell; a cell that is absent shows what is stored. */
export type OpeningDraft = Readonly<Record<string, string>>;

export function typedIn(cell: OpeningCell, draft: OpeningDraft): string {
  return draft[cell.cell] ?? cell.value;
}

/** What the text of one field means; a blank is no value and is never sent. */
export function readOpening(cell: OpeningCell, draft: OpeningDraft) {
  return parseFigure(typedIn(cell, draft), cell);
}

/** What a save would send: every field that says something else than what is stored. A blanked field keeps the stored number. */
export function changedOpenings(cells: readonly OpeningCell[], draft: OpeningDraft): { cell: string; raw: string; seen: string }[] {
  return cells.flatMap((cell) => {
    const parsed = readOpening(cell, draft);
    if (parsed.kind === 'empty' || (parsed.kind === 'number' && parsed.plain === cell.value)) return [];
    return [{ cell: cell.cell, raw: typedIn(cell, draft), seen: cell.value }];
  });
}

/** Fields that are blank and take nothing over: they alone are set to 0 by 其余填 0. */
export function blankCells(form: Pick<OpeningForm, 'cells' | 'inherited'>, draft: OpeningDraft): OpeningCell[] {
  return form.cells.filter((cell) => readOpening(cell, draft).kind === 'empty' && form.inherited[cell.cell] === undefined);
}

/** Neighbouring cells of one statutory row stand together; a row of one cell stands alone. */
export function openingGroups(cells: readonly OpeningCell[]): { rowLabel: string; cells: OpeningCell[] }[] {
  const groups: { rowLabel: string; cells: OpeningCell[] }[] = [];
  for (const cell of cells) {
    const last = groups.at(-1);
    if (last?.rowLabel === cell.rowLabel) last.cells.push(cell);
    else groups.push({ rowLabel: cell.rowLabel, cells: [cell] });
  }
  return groups;
}
