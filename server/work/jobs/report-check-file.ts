import { latestEditionOf } from '@/db/store';
import {
  type CheckFileMade,
  type CheckReportKind,
  printedWith,
  statementsOf,
  writeCheckReport,
} from '@/server/commands/export/check-report-file';
import type { Overlay } from '@/server/domain/checks';
import type { CheckReportSource } from '@/server/domain/checks/check-report';
import type { ReportKey } from '@/server/domain/subject';
import { notFound } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { loadReportView } from '@/server/views/report-view';
import type { Job } from '../job';

interface Asked {
  key: ReportKey;
  kind: CheckReportKind;
  at: Date;
  overlay: Overlay | null;
}

/** The printed proof of the check of an annual report under work. @throws Refused not_found */
export const reportCheckFile: Job<Asked, { source: CheckReportSource; hash: string }, CheckFileMade> = {
  lane: 'file',
  async load(reader, { key, at, overlay }) {
    const view = await loadReportView(reader, key, overlay);
    if (!view) throw notFound();
    const lastYear = await latestEditionOf(reader, key.unitId, key.year - 1, key.scope);
    const previous = lastYear && readEdition(lastYear.content);
    const source: CheckReportSource = {
      content: view.content,
      format: view.format,
      run: view.checkRun,
      previous: previous && `${previous.organ} ${previous.year}`,
      statements: await statementsOf(reader, view.explanations),
      ...printedWith({ at, overlay: view.rules }),
    };
    return { source, hash: view.hash };
  },
  async make({ source, hash }, { key, kind }) {
    const scope = key.scope === 'consolidated' ? '汇总' : '本机关';
    return { ...(await writeCheckReport(source, `${key.year}年度（${scope}）审核报告`, kind)), hash };
  },
};
