import { listUnits, readSetting, writeSetting } from '@/db/store';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { type CommandContext, runCommand } from '../command';

/**
 * How people reach the office: a name, a telephone, a room, in one line. It stands on every page and on the page of signing in.
 *
 * @param input.contact empty: nothing is shown
 * @param input.seen what stood there when the change was made
 * @returns what stands now
 * @throws Refused not_found, forbidden, conflict (somebody else changed it meanwhile)
 */
export async function setContact(context: CommandContext, input: { contact: string; seen: string }): Promise<string> {
  return runCommand(context, 'year.manage', async (tx) => {
    await tx.lock('contact');
    const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
    if (!root) throw notFound();
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'year.manage', { unitPath: root.path, status: null });
    const before = (await readSetting(tx, 'contact')) ?? '';
    const after = input.contact.trim();
    if (before === after) return before;
    if (before !== input.seen)
      throw new Refused('conflict', {
        zh: `联系方式刚刚被改为“${before}”，没有保存。请看现在的，再决定。`,
        en: `Somebody has just changed this to "${before}", so nothing was saved. Look at what stands now and decide again.`,
      });
    await writeSetting(tx, 'contact', after);
    tx.record('office.contact_set', { before, after });
    return after;
  });
}
