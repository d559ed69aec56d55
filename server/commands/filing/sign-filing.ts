import { insertSignOff, listSignOffs } from '@/db/store';
import { counted } from '@/server/domain/plural';
import { maySign, type Seen } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { approvalHistory } from '@/server/views/decisions';
import { loadFilingView } from '@/server/views/filing-view';
import { obstaclesOf } from '@/server/views/load-obstacles';
import { type CommandContext, runCommand } from '../command';
import { requireAnswersHold } from './changed-place';
import { requireFiling } from './filing-access';
import { requireSeenContent } from './seen-content';

/**
 * 分管领导 signs a quarter inside the unit, bound to the content that was on the screen (R1). Signing it again is answered and
 * adds nothing.
 *
 * @throws Refused not_found, forbidden, wrong_status, invalid (the unit asks for no signature; answered 已改 and set back since), own_work (wrote into it),
 *   conflict (changed since it was shown, with what changed), obstacles (what must be settled first: nobody signs an unfinished quarter)
 */
export async function signFiling(
  context: CommandContext,
  input: { filingId: string; seenHash: string; seen?: Seen | undefined },
): Promise<void> {
  await runCommand(context, 'filing.sign_off', async (tx) => {
    const filing = await requireFiling(tx, context, input.filingId, 'filing.sign_off');
    if (!filing.needsSignOff)
      throw new Refused('invalid', {
        zh: '本单位报送前不需要内部签字。如需启用，请管理员在“单位”中设置。',
        en: 'This unit asks for no signature before it submits. An administrator can switch it on under Units.',
      });
    if (maySign(context.actor.userId, await approvalHistory(tx, filing.id, null)) !== 'allowed')
      throw new Refused('own_work', {
        zh: '您填写过本季度的数据或文字，须由另一位分管领导签字。',
        en: 'You wrote into this quarter yourself; another head of the unit has to sign it.',
      });
    const view = await loadFilingView(tx, filing, context.overlay);
    await requireSeenContent(tx, view, { act: 'sign', hash: input.seenHash, seen: input.seen });
    const obstacles = (await obstaclesOf(tx, view)).filter((one) => one.kind !== 'sign_off');
    if (obstacles.length > 0)
      throw new Refused(
        'obstacles',
        {
          zh: `填报员还有 ${obstacles.length} 处没有处理完，处理完后才能签字。`,
          en: `The clerk still has ${counted(obstacles.length, 'thing')} to settle; then it can be signed.`,
        },
        { obstacles },
      );
    await requireAnswersHold(tx, context, filing);
    if ((await listSignOffs(tx, filing.id)).some((signOff) => signOff.hash === view.hash)) return;
    await insertSignOff(tx, {
      id: context.newId(),
      filingId: filing.id,
      hash: view.hash,
      signedBy: context.actor.userId,
      signedAt: context.now(),
    });
    tx.record('filing.signed_off', { hash: view.hash });
  });
}
