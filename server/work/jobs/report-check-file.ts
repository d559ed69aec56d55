import { latestEditionOf } from '@/db/store';
import { statementsOf } from '@/server/commands/export/check-report-file';
import type { ReportKey } from '@/server/domain/subject';
import { notFound } from '@/server/views/access';
import { readEdition } from '@/server/views/edition-content';
import { loadReportView } from '@/server/views/report-view';
import { checkFile } from './check-file';

/** The printed proof of the check of an annual report under work. @throws Refused not_found */
export const reportCheckFile = checkFile<{ key: ReportKey }>(
  async (reader, { key, overlay }) => {
    const view = await loadReportView(reader, key, overlay);
    if (!view) throw notFound();
    const lastYear = await latestEditionOf(reader, key.unitId, key.year - 1, key.scope);
    const previous = lastYear && readEdition(lastYear.content);
    return {
      source: {
        content: view.content,
        format: view.format,
        run: view.checkRun,
        previous: previous && `${previous.organ} ${previous.year}`,
        statements: await statementsOf(reader, view.explanations),
      },
      rules: view.rules,
      hash: view.hash,
    };
  },
  (_, { key }) => `${key.year}年度（${key.scope === 'consolidated' ? '汇总' : '本机关'}）核对报告`,
);
