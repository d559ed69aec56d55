import type { Figure } from '@/server/domain/figures';
import type { CellId, Format } from '@/server/domain/formats';
import type { WorkbookMark } from '@/server/domain/workbook';

/** All that the workbook of a quarter is made of. */
export interface QuarterWorkbook {
  mark: WorkbookMark;
  format: Format;
  /** Every figure as it counts now, computed ones among them. */
  figures: ReadonlyMap<CellId, Figure>;
  lastQuarter: ReadonlyMap<CellId, Figure>;
  sameQuarterLastYear: ReadonlyMap<CellId, Figure>;
}
