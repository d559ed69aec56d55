import type { Figure } from '../../figures';
import type { CellId, Format } from '../../formats';
import { rollUpUnits, rollUpYear } from '../../roll-up';
import type { SplitReport } from '../split-report';

/** The year that the filings of a split give: quarters to years, years to the whole. */
export function rollUpSplit(format: Format, split: SplitReport): Map<CellId, Figure> {
  return rollUpUnits(
    format,
    split.units.map((unit) => ({ unit: unit.name, figures: rollUpYear(format, unit.quarters).figures })),
  ).figures;
}
