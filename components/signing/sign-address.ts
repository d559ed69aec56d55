import type { ReportKey } from '@/server/domain/subject';
import { reportAddress } from '../annual-report/report-key';

/** Where a report is signed. */
export function signAddress(report: ReportKey): string {
  return `${reportAddress(report)}/sign`;
}

/** The sheet of an edition, to be printed and kept. */
export function editionSheetAddress(report: ReportKey, edition: number): string {
  return `${reportAddress(report)}/editions/${edition}`;
}

/** So many reports to sign are shown above a list of something else. */
export const signedBeside = 5;
