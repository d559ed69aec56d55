import { findPendingAct, findPerson, type PendingAct } from '@/db/store';
import { timeAt } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { withDutiesNow } from '@/server/views/acting-posts';
import { requireDecider } from '@/server/views/deciders';
import type { CommandContext, CommandTx } from '../command';
import { objectOf } from './asked-act';

/**
 * What waits, once the actor may decide on it. Who asked does not; they may take it back.
 *
 * @param mayBeAsker the decision is a taking back as well
 * @throws Refused not_found, forbidden, own_work (asked by the actor, or of the actor's own duty), wrong_status (settled, or its time is over)
 */
export async function requireDecidableAct(tx: CommandTx, context: CommandContext, id: string, mayBeAsker: boolean): Promise<PendingAct> {
  const act = await findPendingAct(tx, id);
  if (!act) throw notFound();
  tx.about(objectOf(act));
  const isAsker = act.askedBy === context.actor.userId;
  if (!isAsker || !mayBeAsker) await requireDecider(tx, await withDutiesNow(tx, context.actor), act);
  if (act.status !== 'open') throw await settledSince(tx, act);
  if (act.endsAt <= context.now())
    throw new Refused('wrong_status', { zh: '等待确认的期限已过，请重新提出。', en: 'The time to confirm this is over. Ask for it anew.' });
  return act;
}

async function settledSince(tx: CommandTx, { status, decidedBy, decidedAt }: PendingAct): Promise<Refused> {
  const by = decidedBy ? ((await findPerson(tx, decidedBy))?.name ?? '') : '';
  const at = decidedAt ? timeAt(decidedAt) : '';
  if (status === 'confirmed') return new Refused('wrong_status', { zh: `${by}已于 ${at} 确认。`, en: `${by} confirmed this at ${at}.` });
  if (status === 'declined')
    return new Refused('wrong_status', { zh: `${by}已于 ${at} 退回或撤回。`, en: `${by} declined this, or took it back, at ${at}.` });
  return new Refused('wrong_status', { zh: '这一事项已失效，请重新提出。', en: 'This has lapsed. Ask for it anew.' });
}
