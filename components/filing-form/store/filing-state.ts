import type { CheckRun } from '@/server/domain/checks';
import { type Figure, withComputed } from '@/server/domain/figures';
import { type CellId, type Format, hasIndicators, leafCells, type SectionKey } from '@/server/domain/formats';
import { type DeclarableSection, type FilingFacts, filingBook, type Obstacle, submitObstacles } from '@/server/domain/workflow';
import type { FilingForm } from '@/server/queries/filing-form';

/** How far a section is: cells that the clerk must fill, and those of them that are not. Openings are the office's. */
export interface SectionProgress {
  needed: number;
  missing: readonly CellId[];
  unreadable: readonly CellId[];
}

export const sectionKeys = ['2', '3', '4', '6', 'x'] as const satisfies readonly SectionKey[];

/** The sections of one form: 自设指标 only where the unit is asked for any. */
export function sectionsOf(format: Format): readonly SectionKey[] {
  return hasIndicators(format) ? sectionKeys : sectionKeys.filter((section) => section !== 'x');
}

export type Progress = Record<SectionKey, SectionProgress>;

/** What the rules say of the figures on the screen, and what still stands between them and a submission. */
export interface Checked {
  run: CheckRun;
  obstacles: readonly Obstacle[];
}

/** What the form says is stored; `typed` over it where something was typed since. */
export function factsOf(form: FilingForm, format: Format, typed: ReadonlyMap<CellId, Figure> = new Map()): FilingFacts {
  return {
    format,
    stored: new Map([...Object.entries(form.stored).map(([id, one]): [CellId, Figure] => [id, one.figure]), ...typed]),
    openings: new Map(Object.entries(form.openings)),
    powers: new Set(form.powers),
    declared: new Set(Object.keys(form.declared) as DeclarableSection[]),
  };
}

/** Every figure as it counts, computed ones included. */
export function figuresOf(facts: FilingFacts): Map<CellId, Figure> {
  return withComputed(facts.format, filingBook(facts));
}

/** @param before what it was: a section in which nothing changed stays the same object, so that what watches it rests */
export function progressOf(format: Format, figures: ReadonlyMap<CellId, Figure>, before?: Progress): Progress {
  const of = (section: SectionKey): SectionProgress => {
    const needed = leafCells(format).filter((cell) => cell.section === section && cell.addsUp !== 'opening');
    const inState = (state: Figure['state']) =>
      needed.filter((cell) => (figures.get(cell.id)?.state ?? 'not_filled') === state).map((cell) => cell.id);
    const now = { needed: needed.length, missing: inState('not_filled'), unreadable: inState('unreadable') };
    const was = before?.[section];
    return was && sameCells(was.missing, now.missing) && sameCells(was.unreadable, now.unreadable) ? was : now;
  };
  const now: Progress = { '2': of('2'), '3': of('3'), '4': of('4'), '6': of('6'), x: of('x') };
  return before && sectionKeys.every((section) => now[section] === before[section]) ? before : now;
}

function sameCells(a: readonly CellId[], b: readonly CellId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** What the rules say, with what stands between it and a submission. */
export function checkedWith(run: CheckRun, form: FilingForm, facts: FilingFacts, figures: ReadonlyMap<CellId, Figure>): Checked {
  return {
    run,
    obstacles: submitObstacles({
      format: facts.format,
      figures,
      findings: run.findings,
      explanations: form.explanations,
      openRemarkIds: form.remarks.filter((remark) => remark.answer === null).map((remark) => remark.id),
      // The signature is under a content as it is stored; the check page asks the server for it.
      signature: null,
    }),
  };
}
