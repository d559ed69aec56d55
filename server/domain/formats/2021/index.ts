import { buildFormat } from '../build-format';
import { chapters } from '../chapters';
import type { Format, RowVariant } from '../format';
import { processingFeeTable } from '../section-6-fee';
import { requestsTable } from '../table-3-requests';
import { disputeInternals, disputesTable } from '../table-4-disputes';
import { activeDisclosureTable, documentInternals } from './table-2-active-disclosure';

/** The form in force for reports on 2021 and later. @source 国办公开办函〔2021〕30号 (2021-09-26) */
export function format2021(rowVariant: RowVariant): Format {
  return buildFormat({
    id: '2021',
    rowVariant,
    source: '国办公开办函〔2021〕30号',
    firstYear: 2021,
    lastYear: null,
    chapters,
    printed: [activeDisclosureTable(), requestsTable(rowVariant), disputesTable()],
    entry: [processingFeeTable()],
    internals: [documentInternals(), disputeInternals()],
  });
}
