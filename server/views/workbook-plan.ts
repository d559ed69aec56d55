import {
  type MarkReading,
  misfitOf,
  planWorkbook,
  readMark,
  unmarkedSentence,
  type WorkbookMark,
  type WorkbookPlan,
  type WorkbookSheet,
} from '@/server/domain/workbook';
import { Refused } from '@/server/errors';
import type { WorkbookReading } from '@/server/imports/workbook/read-workbook';
import type { FilingView } from './filing-view';

/** A file as a person chose it. */
export interface WorkbookFile {
  name: string;
  bytes: Uint8Array;
}

/** @throws Refused invalid when the file is no workbook, or no workbook from here */
export function requireMarked(reading: WorkbookReading): { mark: WorkbookMark; sheets: readonly WorkbookSheet[] } {
  if (!reading.readable) throw new Refused('invalid', reading.why);
  const found: MarkReading = readMark(reading.sheets.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text))));
  if (found.kind !== 'mark') throw new Refused('invalid', unmarkedSentence(found.kind));
  return { mark: found.mark, sheets: reading.sheets };
}

/** What a workbook would change in a quarter as it stands. @throws Refused invalid when it is none, or another quarter's */
export function requirePlan(reading: WorkbookReading, view: FilingView): WorkbookPlan {
  const { mark, sheets } = requireMarked(reading);
  const { filing, format, figures, facts, stored } = view;
  const misfit = misfitOf(mark, { ...filing, filingId: filing.id, quarter: filing.quarter as WorkbookMark['quarter'] });
  if (misfit) throw new Refused('invalid', misfit);
  return planWorkbook(mark, sheets, {
    format,
    figures,
    stored: new Map(stored.map(({ cell, version, figure }) => [cell, { version, isBlank: figure.state === 'not_filled' }])),
    declared: facts.declared,
  });
}
