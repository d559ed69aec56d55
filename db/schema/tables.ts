import type { Kit } from '../kit';
import { attachmentTables } from './attachments';
import { checkTables } from './checks';
import { doorTables } from './doors';
import { filingTables } from './filings';
import { ledgerTables } from './ledger';
import { logTables } from './log';
import { noticeTables } from './notices';
import { reminderTables } from './reminders';
import { reportWritingTables } from './report-writing';
import { reportTables } from './reports';
import { reviewTables } from './review';
import { settingTables } from './settings';
import { slipTables } from './slips';
import { talkTables } from './talk';
import { unitTables } from './units';

/** The whole schema, written once, by subject. Ids are text, money is an integer of 分, days are `2026-10-15`, no table cascades. */
export const tables = (k: Kit) => {
  const ofUnits = unitTables(k);
  const ofFilings = filingTables(k, ofUnits);
  const ofReports = reportTables(k, ofUnits);
  return {
    ...ofUnits,
    ...doorTables(k, ofUnits),
    ...ofFilings,
    ...ledgerTables(k, { ...ofUnits, ...ofFilings }),
    ...reviewTables(k, ofFilings),
    ...talkTables(k, ofFilings),
    ...slipTables(k, ofUnits),
    ...checkTables(k, ofUnits),
    ...ofReports,
    ...reportWritingTables(k, { ...ofUnits, ...ofReports }),
    ...logTables(k),
    ...settingTables(k),
    ...noticeTables(k, ofUnits),
    ...reminderTables(k, { ...ofUnits, ...ofFilings }),
    ...attachmentTables(k),
  };
};
export type Tables = ReturnType<typeof tables>;
