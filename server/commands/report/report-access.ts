import { findReport, findUnit, findYear, insertReport, type Reader, type Report } from '@/db/store';
import { type Action, can } from '@/server/domain/permissions';
import type { ReportKey } from '@/server/domain/subject';
import { type Actor, notFound, requirePermission } from '@/server/views/access';
import type { CommandContext, CommandTx } from '../command';

/**
 * The report of a unit and year, created on its first use, once the actor may do this to it.
 *
 * @throws Refused not_found, forbidden
 */
export async function requireReport(tx: CommandTx, context: CommandContext, key: ReportKey, action: Action): Promise<Report> {
  const unit = await findUnit(tx, key.unitId);
  if (!unit || !(await findYear(tx, key.year))) throw notFound();
  await tx.lock(reportLock(key));
  const known = await findReport(tx, key.unitId, key.year, key.scope);
  const report = known ?? { id: context.newId(), ...key };
  tx.about({ type: 'report', id: report.id, unitId: unit.id, period: String(key.year) });
  requirePermission(context.actor, action, { unitPath: unit.path, status: null });
  if (!known) await insertReport(tx, { ...report, createdAt: context.now() });
  return report;
}

/** What a command on a report locks; one that looks before it asks for permission takes it first. */
export function reportLock({ unitId, year, scope }: ReportKey): string {
  return `report:${unitId}:${year}:${scope}`;
}

/** Whether the permission table lets the actor do this to the report; nothing is loaded, refused or recorded. */
export async function mayActOnReport(reader: Reader, actor: Actor, key: ReportKey, action: Action): Promise<boolean> {
  const unit = await findUnit(reader, key.unitId);
  return unit !== null && can(actor.posts, action, { unitPath: unit.path, status: null }) === 'allowed';
}

/** Whether any of them is a report the actor may do this to. */
export async function mayActOnSome(reader: Reader, actor: Actor, keys: readonly ReportKey[], action: Action): Promise<boolean> {
  for (const key of keys) if (await mayActOnReport(reader, actor, key, action)) return true;
  return false;
}

/** The key alone, of an input that says more. */
export function keyOf({ unitId, year, scope }: ReportKey): ReportKey {
  return { unitId, year, scope };
}
