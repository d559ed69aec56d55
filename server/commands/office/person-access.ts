import { findPerson, findUnit, type Person, postsOf } from '@/db/store';
import { can } from '@/server/domain/permissions';
import { notFound, requirePermission } from '@/server/views/access';
import { withDutiesNow } from '@/server/views/acting-posts';
import type { CommandContext, CommandTx } from '../command';

/** A unit whose accounts, posts or ways in the actor manages, as their duties stand now. @throws Refused not_found, forbidden */
export async function requireUnitToManage(
  tx: CommandTx,
  context: CommandContext,
  unitId: string,
  action: 'people.manage' | 'duty.manage' | 'policy.manage' = 'people.manage',
): Promise<void> {
  const unit = await findUnit(tx, unitId);
  if (!unit) throw notFound();
  tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: null });
  requirePermission(await withDutiesNow(tx, context.actor), action, { unitPath: unit.path, status: null });
}

/**
 * The person whom an act of the office is about, once the unit in whose name it is done is the actor's to manage, and so is every post the person
 * holds. Otherwise the administrator of one unit could set
 * the password of somebody who also stands above it, or elsewhere.
 *
 * @throws Refused not_found, forbidden
 */
export async function requirePersonToManage(
  tx: CommandTx,
  context: CommandContext,
  { userId, unitId }: { userId: string; unitId: string },
  action: 'people.manage' | 'policy.manage' = 'people.manage',
): Promise<Person> {
  await requireUnitToManage(tx, context, unitId, action);
  const person = await findPerson(tx, userId);
  if (!person) throw notFound();
  const { posts } = await withDutiesNow(tx, context.actor);
  for (const post of await postsOf(tx, userId)) {
    const unit = await findUnit(tx, post.unitId);
    if (!unit || can(posts, action, { unitPath: unit.path, status: null }) !== 'allowed') throw notFound();
  }
  tx.about({ type: 'person', id: person.id, unitId, period: null });
  return person;
}
