import type { Reader } from '@/db/store';
import { findFiling } from '@/db/store';
import type { Overlay } from '@/server/domain/checks';
import { can } from '@/server/domain/permissions';
import type { WorkbookPlan } from '@/server/domain/workbook';
import type { FilingStatus } from '@/server/domain/workflow';
import { type Actor, notFound, requirePermission } from '@/server/views/access';
import { loadFilingView } from '@/server/views/filing-view';
import { requireMarked, requirePlan, type WorkbookFile } from '@/server/views/workbook-plan';
import type { Work } from '@/server/work';

/** What a workbook is, and what bringing it in would do. */
export interface WorkbookPreview {
  filingId: string;
  unitName: string;
  year: number;
  quarter: number;
  isPractice: boolean;
  status: FilingStatus;
  plan: WorkbookPlan;
}

/**
 * Reads a workbook against the quarter it is for, and writes nothing. Which quarter that is, it says itself where nobody else does; whether it is
 * this person's to bring anything into is asked in either case.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (no workbook, or another quarter's)
 */
export async function previewWorkbook(
  { reader, actor, overlay, work }: { reader: Reader; actor: Actor; overlay: Overlay | null; work: Work },
  { filingId, file }: { filingId: string | null; file: WorkbookFile },
): Promise<WorkbookPreview> {
  if (filingId !== null) await requireOpenFiling(reader, actor, filingId);
  else requireSomeUnit(actor);
  const reading = await work.do('read-workbook', { bytes: file.bytes });
  const filing = await requireOpenFiling(reader, actor, filingId ?? requireMarked(reading).mark.filingId);
  const plan = requirePlan(reading, await loadFilingView(reader, filing, overlay));
  const { id, unitName, year, quarter, isPractice, status } = filing;
  return { filingId: id, unitName, year, quarter, isPractice, status, plan };
}

/** Nothing is read for whoever may bring in no workbook at all. */
function requireSomeUnit(actor: Actor): void {
  const ownPaths = actor.posts.map((post) => [post.unitId]);
  const path = ownPaths.find((unitPath) => can(actor.posts, 'filing.take_in', { unitPath, status: null }) === 'allowed');
  requirePermission(actor, 'filing.take_in', { unitPath: path ?? ownPaths[0] ?? [], status: null });
}

async function requireOpenFiling(reader: Reader, actor: Actor, filingId: string) {
  const filing = await findFiling(reader, filingId);
  if (!filing) throw notFound();
  requirePermission(actor, 'filing.take_in', { unitPath: filing.unitPath, status: filing.status });
  return filing;
}
