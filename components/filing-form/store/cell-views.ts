import { type Figure, figureOfText, notFilled, sameFigure } from '@/server/domain/figures';
import type { Cell, CellId, Format } from '@/server/domain/formats';
import type { Severity } from '@/server/domain/subject';
import type { DeclarableSection } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { type CellOrigin, type CellView, sameView } from './cell-view';
import type { PlaceTalk } from './place-talk';
import { createStruckNotes } from './struck-notes';
import type { Texts } from './texts';
import { createValue, type Value } from './value';

/** The views of a form's cells: each is its own value, and only the one that changes is told. */
export interface CellViews {
  of(id: CellId): Value<CellView> | undefined;
  repaint(ids: Iterable<string>): void;
  /** Cells of the finding or total that was clicked. */
  mark(ids: readonly CellId[]): void;
  /** Cells of the range. */
  select(ids: readonly CellId[]): void;
  /** What was left out of the text that stands in a cell now. */
  noteStruck(notes: readonly { cell: CellId; struck: string }[]): void;
  /** What was noted before a reload holds again. */
  recallStruck(): void;
  /** The gravest finding of each cell. */
  judge(severities: ReadonlyMap<CellId, Severity>): void;
}

export function createCellViews({
  format,
  form,
  texts,
  figures,
  talkAt,
  severities: firstSeverities,
}: {
  format: Format;
  form: Value<FilingForm>;
  texts: Texts;
  /** Every figure as it counts now. */
  figures: () => ReadonlyMap<CellId, Figure>;
  /** What is said on a place. */
  talkAt: (place: string) => PlaceTalk | undefined;
  severities: ReadonlyMap<CellId, Severity>;
}): CellViews {
  const cells = new Map<CellId, Value<CellView>>();
  let severities = firstSeverities;
  let marked: ReadonlySet<CellId> = new Set();
  let selected: ReadonlySet<CellId> = new Set();
  const struck = createStruckNotes(form.get().filingId);

  function viewOf(cell: Cell): CellView {
    const text = texts.at(cell.id);
    const before = cells.get(cell.id)?.get();
    const talk = talkAt(cell.id);
    const figure = figures().get(cell.id) ?? notFilled;
    return {
      text,
      revision: texts.revision(cell.id),
      figure: before && sameFigure(before.figure, figure) ? before.figure : figure,
      parsed: before?.text === text ? before.parsed : figureOfText(text, cell).parsed,
      origin: originOf(cell, text, form.get()),
      struck: struck.at(cell.id, text),
      saving: texts.saving(cell.id),
      severity: severities.get(cell.id) ?? null,
      isMarked: marked.has(cell.id),
      isSelected: selected.has(cell.id),
      hasRemark: talk?.hasRemark ?? false,
      comments: talk?.comments ?? 0,
      isFollowed: talk?.isFollowed ?? false,
    };
  }

  function repaint(ids: Iterable<string>): void {
    for (const id of ids) {
      const cell = format.cells.get(id);
      const value = cells.get(id);
      if (!cell || !value) continue;
      const next = viewOf(cell);
      if (!sameView(value.get(), next)) value.set(next);
    }
  }

  for (const cell of format.cells.values()) cells.set(cell.id, createValue(viewOf(cell)));

  return {
    of: (id) => cells.get(id),
    repaint,
    mark(ids) {
      const before = marked;
      marked = new Set(ids);
      repaint(new Set([...before, ...marked]));
    },
    select(ids) {
      const before = selected;
      selected = new Set(ids);
      repaint(new Set([...before, ...selected]));
    },
    noteStruck(notes) {
      for (const { cell, struck: words } of notes) struck.note(cell, words, texts.at(cell));
      repaint(notes.map((note) => note.cell));
    },
    recallStruck: () => repaint(struck.recall()),
    judge(next) {
      const before = severities;
      severities = next;
      repaint(new Set([...before.keys(), ...severities.keys()]));
    },
  };
}

function originOf(cell: Cell, text: string, form: FilingForm): CellOrigin {
  if (cell.addsUp === 'computed') return 'computed';
  if (text !== '') return 'typed';
  if (cell.addsUp === 'opening' && form.openings[cell.id])
    return form.restatements.some((one) => one.cell === cell.id) ? 'restated' : 'carried';
  if (form.declared[cell.section as DeclarableSection] !== undefined) return 'declared';
  return cell.power && !form.powers.includes(cell.power) ? 'no_power' : 'none';
}
