import { type CorrectionSlip, findSlip, findUnit, findYear, listSuccessorIds, type Reader, type Unit } from '@/db/store';
import { quarterOfChange, type SlipChange, type SlipStatus, type UnitBooks } from '@/server/domain/corrections';
import { type Action, can } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { type Actor, notFound, requirePermission } from '@/server/views/access';
import type { CommandTx } from '../command';

/** What a command on the slips of a unit's year locks, before it looks. */
export function slipLock(unitId: string, year: number): string {
  return `slips:${unitId}:${year}`;
}

export function slipObject(of: { unitId: string; year: number }) {
  return { type: 'unit', id: of.unitId, unitId: of.unitId, period: String(of.year) } as const;
}

/** The unit and year a slip is about, locked. @throws Refused not_found */
export async function requireSlipYear(tx: CommandTx, of: { unitId: string; year: number }): Promise<Unit> {
  const unit = await findUnit(tx, of.unitId);
  if (!unit || !(await findYear(tx, of.year))) throw notFound();
  await tx.lock(slipLock(unit.id, of.year));
  tx.about(slipObject(of));
  return unit;
}

/** The slip as it is behind its lock, with its unit. @throws Refused not_found */
export async function requireSlip(tx: CommandTx, slipId: string): Promise<{ slip: CorrectionSlip; unit: Unit }> {
  const known = await findSlip(tx, slipId);
  if (!known) throw notFound();
  const unit = await requireSlipYear(tx, known);
  const slip = await findSlip(tx, slipId);
  if (!slip) throw notFound();
  return { slip, unit };
}

/** Whether the slip is there and the actor decides on those of its unit. */
export async function mayDecideOn(reader: Reader, actor: Actor, slipId: string): Promise<boolean> {
  const slip = await findSlip(reader, slipId);
  const unit = slip && (await findUnit(reader, slip.unitId));
  if (!unit) return false;
  const target = { unitPath: unit.path, takenOverBy: await listSuccessorIds(reader, unit), status: null };
  return can(actor.posts, 'slip.decide', target) === 'allowed';
}

/**
 * Lets the command go on when the actor may do this to every quarter that is named. Without any, what is asked is whether the
 * actor may do it in this unit at all.
 *
 * @throws Refused not_found, forbidden, wrong_status (a quarter is not locked)
 */
export async function requireInQuarters(
  { tx, actor }: { tx: CommandTx; actor: Actor },
  { action, unit, books, of }: { action: Action; unit: Unit; books: UnitBooks; of: { year: number; changes: readonly SlipChange[] } },
): Promise<void> {
  requirePermission(actor, action, { unitPath: unit.path, takenOverBy: await listSuccessorIds(tx, unit), status: null });
  for (const change of of.changes) {
    const quarter = quarterOfChange(books, of.year, change);
    if (quarter) requirePermission(actor, action, { unitPath: quarter.unitPath, takenOverBy: quarter.takenOverBy, status: quarter.status });
  }
}

/** @throws Refused conflict when the slip is in another state or another version than was on the screen */
export function requireSeenSlip(slip: CorrectionSlip, seen: { status: readonly SlipStatus[]; version: number }): void {
  if (!seen.status.includes(slip.status))
    throw new Refused('conflict', {
      zh: `第 ${slip.number} 号更正单现在是“${statusZh[slip.status]}”，不能再这样办理。请刷新页面查看。`,
      en: `Correction slip ${slip.number} is ${slip.status} now; this is no longer possible. Reload the page.`,
    });
  if (slip.version !== seen.version)
    throw new Refused(
      'conflict',
      {
        zh: `第 ${slip.number} 号更正单在您打开之后又有改动，未保存。请刷新页面，在最新内容上办理。`,
        en: `Correction slip ${slip.number} has changed since you opened it. Nothing was saved; reload and go on from what it says now.`,
      },
      { version: slip.version, reason: slip.reason, changes: slip.changes },
    );
}

const statusZh: Record<SlipStatus, string> = {
  draft: '草稿',
  signed: '待办公室签署',
  accepted: '已生效',
  refused: '未同意',
  withdrawn: '已撤回',
};
