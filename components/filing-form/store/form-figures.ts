import { type Figure, figureOfText, notFilled, sameFigure } from '@/server/domain/figures';
import type { Cell, CellId, Format } from '@/server/domain/formats';
import type { DeclarableSection, FilingFacts } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';
import { factsOf, figuresOf } from './filing-state';
import type { Texts } from './texts';
import type { Value } from './value';

/** The figures of a form: those that are stored, what is typed over them, and all that is computed from both. */
export interface FormFigures {
  now(): ReadonlyMap<CellId, Figure>;
  facts(): FilingFacts;
  /** What is stored in a cell now. */
  keep(cell: CellId, figure: Figure): void;
  /** Reckons anew; answers with the cells whose figure changed. */
  compute(): CellId[];
}

export function createFormFigures(format: Format, form: Value<FilingForm>, texts: Texts): FormFigures {
  const stored = new Map<CellId, Figure>();
  let now: ReadonlyMap<CellId, Figure> = new Map();
  function facts(): FilingFacts {
    const over = new Map(stored);
    for (const place of texts.changed()) {
      const cell = format.cells.get(place);
      if (cell) over.set(place, figureOfText(texts.at(place), cell).figure);
    }
    return factsOf(form.get(), format, over);
  }
  return {
    now: () => now,
    facts,
    keep: (cell, figure) => void stored.set(cell, figure),
    compute() {
      const next = figuresOf(facts());
      const changed = [...format.cells.keys()].filter((id) => !sameFigure(now.get(id) ?? notFilled, next.get(id) ?? notFilled));
      now = next;
      return changed;
    },
  };
}

/** The server ends a declaration when a number is entered; so does the screen. Null: none ends. */
export function lapsedBy(cell: Cell, figure: Figure, { declared }: FilingForm): DeclarableSection | null {
  const section = cell.section as DeclarableSection;
  return figure.state === 'not_filled' || declared[section] === undefined ? null : section;
}
