import type { Reader } from '@/db/store';
import { type CheckFileMade, type CheckReportKind, printedWith, writeCheckReport } from '@/server/commands/export/check-report-file';
import type { Overlay } from '@/server/domain/checks';
import type { CheckReportSource } from '@/server/domain/checks/check-report';
import type { Job } from '../job';

interface CheckFileAsked {
  kind: CheckReportKind;
  at: Date;
  overlay: Overlay | null;
}

export interface Checked {
  /** What is printed, but for the day. */
  source: Omit<CheckReportSource, 'date' | 'pack'>;
  /** The rules it was checked by. */
  rules: Overlay | null;
  hash: string;
}

/** The printed proof of a check, as things stand. */
export function checkFile<Of>(
  load: (reader: Reader, asked: Of & CheckFileAsked) => Promise<Checked>,
  titleOf: (source: Checked['source'], asked: Of) => string,
): Job<Of & CheckFileAsked, Checked, CheckFileMade> {
  return {
    lane: 'file',
    load,
    async make({ source, rules, hash }, asked) {
      const printed = { ...source, ...printedWith({ at: asked.at, overlay: rules }) };
      return { ...(await writeCheckReport(printed, titleOf(source, asked), asked.kind)), hash };
    },
  };
}
