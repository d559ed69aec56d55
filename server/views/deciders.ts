import type { PendingAct, Reader } from '@/db/store';
import { isOfTheThree, mayDecideOfThree } from '@/server/domain/duties';
import { Refused } from '@/server/errors';
import { type Actor, requirePermission } from './access';
import { pathsOf, unitsAround } from './second-person';
import { requireRoot, threeDutiesOf } from './three-duties';

/**
 * Lets go on who may confirm or decline what waits: another administrator who might have done it themselves, or another of the three.
 *
 * @param actor with the duties they hold now
 * @throws Refused not_found, forbidden, own_work (asked by the actor, of the same duty, or about themselves)
 */
export async function requireDecider(reader: Reader, actor: Actor, act: PendingAct): Promise<void> {
  const root = await requireRoot(reader);
  if (isOfTheThree(act.kind)) {
    requirePermission(actor, 'three_roles.ask', { unitPath: root.path, status: null });
    const duties = await threeDutiesOf(reader, actor.userId);
    if (!mayDecideOfThree(act, { userId: actor.userId, duties })) throw ownAct();
    return;
  }
  const action = act.kind === 'own_post' ? 'duty.manage' : 'people.manage';
  const unitIds = act.kind === 'own_post' && act.unitId ? [act.unitId] : await unitsAround(reader, act.userId ?? '', root.id);
  for (const unitPath of await pathsOf(reader, unitIds)) requirePermission(actor, action, { unitPath, status: null });
  if (act.askedBy === actor.userId) throw ownAct();
}

function ownAct(): Refused {
  return new Refused('own_work', {
    zh: '须由另一人确认：提出的人、与提出人同一岗位的人和涉及的本人都不能确认。',
    en: 'Another person confirms this: not who asked, nor who holds the same duty, nor whom it is about.',
  });
}
