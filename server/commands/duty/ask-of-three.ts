import { findPerson, postsOf } from '@/db/store';
import type { ThreeDuty } from '@/server/domain/duties';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { isOfficeDivided, withDutiesNow } from '@/server/views/acting-posts';
import { requireRoot, threeDutiesOf } from '@/server/views/three-duties';
import { type CommandContext, runCommand } from '../command';
import { requireReason } from '../require-words';
import { askForAct } from './asked-act';
import { requireNotTheLast, requireOwnPassword, requireTogether } from './three-guards';

/** give: another person gets one of the three duties. end: somebody holds one no longer. off: they are to be three people no longer. */
export type AskedOfThree = ({ ask: 'give' | 'end'; userId: string; duty: ThreeDuty } | { ask: 'off' }) & { reason: string };

/**
 * One of the three asks for what none of them does alone; another of the three confirms it.
 *
 * @throws Refused not_found, forbidden, invalid (they are not three people here; two of the three in one hand; the last holder; it waits already; no reason)
 */
export async function askOfThree(context: CommandContext, input: AskedOfThree): Promise<void> {
  await runCommand(context, 'three_roles.ask', async (tx) => {
    const root = await requireRoot(tx);
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(await withDutiesNow(tx, context.actor), 'three_roles.ask', { unitPath: root.path, status: null });
    if (!(await isOfficeDivided(tx)))
      throw new Refused('invalid', { zh: '还没有开启三员分立。', en: 'The three are not three people in this office.' });
    requireReason(input.reason);
    const [askedAs = null] = await threeDutiesOf(tx, context.actor.userId);
    const asked = { askedBy: context.actor.userId, askedAs, reason: input.reason.trim() };
    if (input.ask === 'off') {
      await askForAct(tx, context, { ...asked, kind: 'three_off', userId: null, unitId: root.id });
      return;
    }
    if (input.ask === 'end') {
      const held = (await postsOf(tx, input.userId)).filter((post) => post.role === input.duty);
      const post = held.find((one) => one.unitId === root.id) ?? held[0];
      if (!post) throw notFound();
      await requireNotTheLast(tx, post);
      await askForAct(tx, context, { ...asked, kind: 'three_end', userId: post.userId, role: post.role, unitId: post.unitId });
      return;
    }
    const person = await findPerson(tx, input.userId);
    if (!person) throw notFound();
    await requireOwnPassword(tx, person);
    await requireTogether(tx, person.id, input.duty);
    if ((await threeDutiesOf(tx, person.id)).includes(input.duty))
      throw new Refused('invalid', { zh: `${person.name}已有这个岗位。`, en: `${person.name} holds this duty already.` });
    await askForAct(tx, context, { ...asked, kind: 'three_give', userId: person.id, role: input.duty, unitId: root.id });
  });
}
