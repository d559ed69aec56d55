import { findAdjustment, type Report, type StoredAdjustment } from '@/db/store';
import type { ReportKey } from '@/server/domain/subject';
import { notFound } from '@/server/views/access';
import type { CommandTx } from '../command';

export type AskedAdjustment = ReportKey & { adjustmentId: string };

/** A line of this very report. @throws Refused not_found */
export async function requireAdjustment(tx: CommandTx, report: Report, id: string): Promise<StoredAdjustment> {
  const line = await findAdjustment(tx, id);
  if (!line || line.reportId !== report.id) throw notFound();
  return line;
}
