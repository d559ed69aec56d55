import { type Filing, findFiling, findPerson, findSubmission, type Reader } from '@/db/store';
import { quarterPeriod } from '@/server/domain/audit';
import { timeAt } from '@/server/domain/periods';
import { type Action, can } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { type Actor, notFound, requirePermission } from '@/server/views/access';
import type { CommandContext, CommandTx } from '../command';
import { requireInTime } from './in-time';
import { movedMeanwhile } from './moved-meanwhile';

/**
 * The filing, locked for this transaction, once the actor may do this to it now, its due day considered. To be called first in every
 * command on a filing: the state that is read here is the state that is decided on.
 *
 * @throws Refused not_found, forbidden, wrong_status (with who moved the filing on, and when), past_due
 */
export async function requireFiling(tx: CommandTx, context: CommandContext, filingId: string, action: Action): Promise<Filing> {
  const { actor } = context;
  await tx.lock(filingLock(filingId));
  const filing = await findFiling(tx, filingId);
  if (!filing) throw notFound();
  tx.about(filingObject(filing));
  const target = { unitPath: filing.unitPath, status: filing.status };
  const moved = can(actor.posts, action, target) === 'wrong_status' ? await movedMeanwhile(tx, filing, action) : null;
  if (moved) throw moved;
  requirePermission(actor, action, target);
  await requireInTime(tx, context, filing, action);
  return filing;
}

/**
 * The same for a reviewer's decision on a submission. Where the unit has recalled it meanwhile, that is what the reviewer is told: by
 * whom and when, and that it comes again.
 *
 * @throws Refused not_found, forbidden, wrong_status (also recalled, with `{ recalledBy, recalledAt }`)
 */
export async function requireUnderReview(tx: CommandTx, context: CommandContext, filingId: string, action: Action): Promise<Filing> {
  const { actor } = context;
  await tx.lock(filingLock(filingId));
  const filing = await findFiling(tx, filingId);
  const submission = filing && (await findSubmission(tx, filingId, filing.submissionNumber));
  if (!filing || submission?.outcome !== 'recalled') return requireFiling(tx, context, filingId, action);
  tx.about(filingObject(filing));
  requirePermission(actor, action, { unitPath: filing.unitPath, status: 'submitted' });
  const by = submission.decidedBy ? ((await findPerson(tx, submission.decidedBy))?.name ?? submission.decidedBy) : filing.unitName;
  const at = submission.decidedAt?.toISOString() ?? '';
  const moment = submission.decidedAt ? timeAt(submission.decidedAt) : '';
  throw new Refused(
    'wrong_status',
    {
      zh: `${filing.unitName}的${by}已于 ${moment} 撤回第 ${submission.number} 次报送，现在没有可审核的报送件，没有办理。单位重新报送后再审核。`,
      en: `${by} of ${filing.unitName} recalled submission ${submission.number} at ${moment}, so there is nothing to decide on and nothing was done. Review it when the unit submits again.`,
    },
    { recalledBy: by, recalledAt: at },
  );
}

/**
 * Whether the filing is there and this act on it is the actor's at all, whatever its status: that may be another by the time the
 * command has its turn.
 */
export async function mayActOnFiling(reader: Reader, actor: Actor, filingId: string, action: Action): Promise<boolean> {
  const filing = await findFiling(reader, filingId);
  return filing !== null && can(actor.posts, action, { unitPath: filing.unitPath, status: null }) === 'allowed';
}

/** What a command on a filing locks; one that looks before it asks for permission takes it first. */
export function filingLock(filingId: string): string {
  return `filing:${filingId}`;
}

/** What an event about a filing names. */
export function filingObject(filing: Pick<Filing, 'id' | 'unitId' | 'year' | 'quarter' | 'isPractice'>) {
  return { type: 'filing', id: filing.id, unitId: filing.unitId, period: quarterPeriod(filing) } as const;
}
