import { findFiling, listExplanations } from '@/db/store';
import { statementsOf } from '@/server/commands/export/check-report-file';
import { notFound } from '@/server/views/access';
import { loadFilingView } from '@/server/views/filing-view';
import { checkFile } from './check-file';

/** The printed proof of a filing's check, as it stands. @throws Refused not_found */
export const filingCheckFile = checkFile<{ filingId: string }>(
  async (reader, { filingId, overlay }) => {
    const filing = await findFiling(reader, filingId);
    if (!filing) throw notFound();
    const view = await loadFilingView(reader, filing, overlay);
    const explanations = await listExplanations(reader, { ownerType: 'filing', ownerId: filing.id });
    return {
      source: {
        content: {
          organ: filing.isPractice ? `${filing.unitName}（练习，不计入任何数字）` : filing.unitName,
          year: filing.year,
          scope: 'own_organ',
        },
        quarter: filing.quarter,
        format: view.format,
        run: view.checkRun,
        statements: await statementsOf(reader, explanations),
      },
      rules: overlay,
      hash: view.hash,
    };
  },
  ({ content, quarter }) => `${content.year}年第${quarter}季度核对报告`,
);
