import type { WasRead } from '@/db/store';
import { type FreezeAsked, type ReportToFreeze, reportToFreeze } from '@/server/commands/report/report-to-freeze';
import type { Job } from '../job';

/** An edition as finalising would freeze it now, with what it was read from. The command decides whether it still is what it would make. */
export const reportToFreezeJob: Job<FreezeAsked, ReportToFreeze | null, { frozen: ReportToFreeze | null; read: WasRead | null }> = {
  lane: 'page',
  isWitnessed: true,
  load: reportToFreeze,
  make: (frozen, _, read) => ({ frozen, read }),
};
