import { type Filing, findFiling, findUnit, listSuccessorIds, type Reader } from '@/db/store';
import { type Action, actions, can, type HeldPost, type PermissionTarget } from '@/server/domain/permissions';
import type { ReportKey } from '@/server/domain/subject';
import { Refused } from '@/server/errors';

/** Who acts, as they stand at this moment: read again for every request. */
export interface Actor {
  userId: string;
  name: string;
  username: string;
  sessionId: string | null;
  /** The session began with a password that is too old: nothing is done but setting another. */
  hasOldPassword?: boolean;
  /** The office asks a second factor of the person, who has none: nothing is done but switching it on. */
  lacksSecondFactor?: boolean;
  posts: readonly (HeldPost & { id: string })[];
}

/**
 * Lets the command go on when the actor may do this here and now.
 *
 * @throws Refused not_found (the unit is not the actor's to know of), forbidden, wrong_status
 */
export function requirePermission(actor: Actor, action: Action, target: PermissionTarget): void {
  const verdict = can(actor.posts, action, target);
  if (verdict === 'allowed') return;
  const what = actions[action];
  if (verdict === 'not_visible') throw notFound();
  if (verdict === 'not_permitted')
    throw new Refused('forbidden', {
      zh: `您的岗位不能“${what}”。如确需办理，请联系政府办公室管理员。`,
      en: `Your post does not allow this (${action}). Ask the office's administrator if you need it.`,
    });
  throw new Refused('wrong_status', {
    zh: `当前状态下不能“${what}”，请刷新页面查看最新状态。`,
    en: `This is not possible in the current state (${action}). Reload to see the latest state.`,
  });
}

export function notFound(): Refused {
  return new Refused('not_found', {
    zh: '没有找到这项内容，或者您无权查看。请从“我的任务”重新进入。',
    en: 'Nothing was found here, or it is not yours to see. Start again from your tasks.',
  });
}

/** For reading: the filing when the actor may see it. @throws Refused not_found */
export async function requireReadableFiling(reader: Reader, actor: Actor, filingId: string): Promise<Filing> {
  const filing = await findFiling(reader, filingId);
  if (!filing || can(actor.posts, 'filing.read', await filingTarget(reader, filing)) !== 'allowed') throw notFound();
  return filing;
}

/** What the permission table asks of a filing; of a closed unit's also who took it over. */
export async function filingTarget(reader: Reader, { unitId, unitPath, status }: Filing): Promise<PermissionTarget> {
  const unit = await findUnit(reader, unitId);
  return { unitPath, status, takenOverBy: unit ? await listSuccessorIds(reader, unit) : [] };
}

/** @throws Refused not_found when the actor may not read the unit's report */
export async function requireReadableReport(reader: Reader, actor: Actor, key: ReportKey): Promise<void> {
  const unit = await findUnit(reader, key.unitId);
  if (!unit || can(actor.posts, 'report.read', { unitPath: unit.path, status: null }) !== 'allowed') throw notFound();
}
