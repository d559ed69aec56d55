import { findFiling, listExplanations } from '@/db/store';
import {
  type CheckFileMade,
  type CheckReportKind,
  printedWith,
  statementsOf,
  writeCheckReport,
} from '@/server/commands/export/check-report-file';
import type { Overlay } from '@/server/domain/checks';
import type { CheckReportSource } from '@/server/domain/checks/check-report';
import { notFound } from '@/server/views/access';
import { loadFilingView } from '@/server/views/filing-view';
import type { Job } from '../job';

interface Asked {
  filingId: string;
  kind: CheckReportKind;
  at: Date;
  overlay: Overlay | null;
}

/** The printed proof of a filing's check, as it stands. @throws Refused not_found */
export const filingCheckFile: Job<Asked, { source: CheckReportSource; hash: string }, CheckFileMade> = {
  lane: 'file',
  async load(reader, { filingId, at, overlay }) {
    const filing = await findFiling(reader, filingId);
    if (!filing) throw notFound();
    const view = await loadFilingView(reader, filing, overlay);
    const explanations = await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id });
    const source: CheckReportSource = {
      content: {
        organ: filing.isPractice ? `${filing.unitName}（练习，不计入任何数字）` : filing.unitName,
        year: filing.year,
        scope: 'own_organ',
      },
      quarter: filing.quarter,
      format: view.format,
      run: view.checkRun,
      statements: await statementsOf(reader, explanations),
      ...printedWith({ at, overlay }),
    };
    return { source, hash: view.hash };
  },
  async make({ source, hash }, { kind }) {
    return { ...(await writeCheckReport(source, `${source.content.year}年第${source.quarter}季度审核报告`, kind)), hash };
  },
};
