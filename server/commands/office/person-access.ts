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
 * The person, once every post they hold is in a unit the actor manages. Otherwise the administrator of one unit could set
 * the password of somebody who also stands above it, or elsewhere.
 *
 * @throws Refused not_found
 */
export async function requirePersonToManage(
  tx: CommandTx,
  context: CommandContext,
  userId: string,
  action: 'people.manage' | 'policy.manage' = 'people.manage',
): Promise<Person> {
  const person = await findPerson(tx, userId);
  if (!person) throw notFound();
  const { posts } = await withDutiesNow(tx, context.actor);
  for (const post of await postsOf(tx, userId)) {
    const unit = await findUnit(tx, post.unitId);
    if (!unit || can(posts, action, { unitPath: unit.path, status: null }) !== 'allowed') throw notFound();
  }
  return person;
}
