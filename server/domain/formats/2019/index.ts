import { buildFormat } from '../build-format';
import { chapters } from '../chapters';
import type { Format, RowVariant } from '../format';
import { processingFeeTable } from '../section-6-fee';
import { requestsTable } from '../table-3-requests';
import { disputeInternals, disputesTable } from '../table-4-disputes';
import { activeDisclosureTable } from './table-2-active-disclosure';

/** The form for reports on 2019 and 2020; published ones must still be read, checked and printed. @source 国办公开办函〔2019〕60号 (2019-11-23) */
export function format2019(rowVariant: RowVariant): Format {
  return buildFormat({
    id: '2019',
    rowVariant,
    source: '国办公开办函〔2019〕60号',
    firstYear: 2019,
    lastYear: 2020,
    chapters,
    printed: [activeDisclosureTable(), requestsTable(rowVariant), disputesTable()],
    entry: [processingFeeTable()],
    internals: [disputeInternals()],
  });
}
