import { createHash } from 'node:crypto';
import { findFiling } from '@/db/store';
import type { ReportFile } from '@/server/commands/export/report-file';
import { figureAt } from '@/server/domain/figures';
import { leafCells } from '@/server/domain/formats';
import { shownText, type WorkbookMark } from '@/server/domain/workbook';
import type { QuarterWorkbook } from '@/server/exports/workbook/quarter';
import { quarterWorkbook, workbookName } from '@/server/exports/workbook/quarter-workbook';
import { notFound } from '@/server/views/access';
import { loadFilingView } from '@/server/views/filing-view';
import { loadBesideQuarters } from '@/server/views/sent-books';
import type { Job } from '../job';

export type WorkbookMade = ReportFile & { hash: string };

/** The workbook of a quarter, as it stands. @throws Refused not_found */
export const quarterWorkbookFile: Job<{ filingId: string }, QuarterWorkbook, WorkbookMade> = {
  lane: 'file',
  async load(reader, { filingId }) {
    const filing = await findFiling(reader, filingId);
    if (!filing) throw notFound();
    const { format, figures, stored } = await loadFilingView(reader, filing, null);
    const versions = new Map(stored.map((one) => [one.cell, one.version]));
    const { unitName, year, isPractice, rowVariant } = filing;
    const cells: WorkbookMark['cells'] = new Map(
      leafCells(format)
        .filter(({ addsUp }) => addsUp !== 'opening')
        .map((cell) => [cell.id, { version: versions.get(cell.id) ?? 0, text: shownText(figureAt(figures, cell.id), cell) }]),
    );
    const quarter = filing.quarter as WorkbookMark['quarter'];
    return {
      mark: { filingId, unitName, year, quarter, isPractice, format: filing.format, rowVariant, cells },
      format,
      figures,
      ...(await loadBesideQuarters(reader, filing)),
    };
  },
  async make(quarter) {
    const bytes = await quarterWorkbook(quarter);
    const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { name: workbookName(quarter), contentType, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
  },
};
