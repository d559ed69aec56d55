import { listUnits, writeSetting } from '@/db/store';
import { contentHash } from '@/server/domain/audit';
import { type SigningStep, stepsFault } from '@/server/domain/signing';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { signingSteps } from '@/server/views/signing-view';
import { type CommandContext, runCommand } from '../command';

/**
 * Sets who signs a report before it is finalised, in order; an empty list: nobody. One list for every report. Signatures name
 * their step by its key, so renaming and reordering leaves them where they are; what a step comes to answer for is signed anew.
 *
 * @param input.seenHash of the list that was on the screen
 * @throws Refused not_found, forbidden, conflict (somebody else set it meanwhile), invalid
 */
export async function setSigningSteps(context: CommandContext, input: { steps: readonly SigningStep[]; seenHash: string }): Promise<void> {
  await runCommand(context, 'report.set_steps', async (tx) => {
    const root = (await listUnits(tx)).find((unit) => unit.parentId === null);
    if (!root) throw notFound();
    await tx.lock('signing steps');
    tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
    requirePermission(context.actor, 'year.manage', { unitPath: root.path, status: null });
    const before = await signingSteps(tx);
    const steps = input.steps.map((step) => ({ ...step, name: step.name.trim() }));
    if (contentHash(before) === contentHash(steps)) return;
    if (contentHash(before) !== input.seenHash)
      throw new Refused('conflict', {
        zh: '签发步骤刚被别人改过，未保存。请刷新页面，在最新的步骤上修改。',
        en: 'Somebody else has just changed the steps. Nothing was saved; reload and change them as they stand now.',
      });
    const fault = stepsFault(steps);
    if (fault) throw new Refused('invalid', fault);
    await writeSetting(tx, 'signingSteps', steps);
    tx.record('report.steps_set', { before: before.map((step) => step.name), after: steps.map((step) => step.name) });
  });
}
