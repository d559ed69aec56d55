import { type Filing, findPerson, type Reader } from '@/db/store';
import { timeAt } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import { type Claim, listClaims } from '@/server/views/claims';
import { type CommandContext, runCommand } from '../command';
import { requireUnderReview } from './filing-access';

/**
 * 交给我: a reviewer takes a submission on, so that colleagues see whose it is. It locks nobody out: a colleague may take it over, and whoever may decide
 * on it still may.
 *
 * @param input.from who had it on the screen; null: nobody
 * @throws Refused not_found, forbidden, wrong_status, conflict (somebody else has taken it on meanwhile)
 */
export async function claimFiling(
  context: CommandContext,
  { filingId, submissionNumber, from }: { filingId: string; submissionNumber: number; from: string | null },
): Promise<void> {
  const { userId } = context.actor;
  await runCommand(context, 'filing.claim', async (tx) => {
    const filing = await requireUnderReview(tx, context, filingId, 'filing.claim');
    const claim = await claimOf(tx, filing);
    if (claim?.by === userId) return;
    if ((claim?.by ?? null) !== from || filing.submissionNumber !== submissionNumber) throw await claimedMeanwhile(tx, filing, claim);
    tx.record('filing.claimed', { number: filing.submissionNumber, from });
  });
}

/**
 * Gives it back.
 *
 * @throws Refused not_found, forbidden, wrong_status, conflict (it is not the actor's, or not any more)
 */
export async function releaseClaim(context: CommandContext, { filingId }: { filingId: string }): Promise<void> {
  await runCommand(context, 'filing.claim', async (tx) => {
    const filing = await requireUnderReview(tx, context, filingId, 'filing.claim');
    const claim = await claimOf(tx, filing);
    if (claim?.by !== context.actor.userId)
      throw new Refused('conflict', {
        zh: '这份报送现在不由您审核，没有可放回的。请刷新页面查看。',
        en: 'This submission is not yours now, so there is nothing to give back. Reload to see whose it is.',
      });
    tx.record('filing.claim_released', { number: filing.submissionNumber });
  });
}

async function claimOf(reader: Reader, filing: Filing): Promise<Claim | null> {
  return (await listClaims(reader, [filing])).get(filing.id) ?? null;
}

async function claimedMeanwhile(reader: Reader, { unitName }: Filing, claim: Claim | null): Promise<Refused> {
  const name = claim && ((await findPerson(reader, claim.by))?.name ?? claim.by);
  if (!claim || name === null)
    return new Refused('conflict', {
      zh: `${unitName}的这份报送刚刚有变动，没有办理。请刷新页面，看过最新状态后再办。`,
      en: `This submission of ${unitName} has just changed, and nothing was done. Reload to see the latest state.`,
    });
  const moment = timeAt(claim.at);
  return new Refused(
    'conflict',
    {
      zh: `${name}已于 ${moment} 接下${unitName}的这份报送，没有办理。确需由您办的，请刷新后再点“交给我”。`,
      en: `${name} took on this submission of ${unitName} at ${moment}, and nothing was done. If it is to be yours, reload and take it over.`,
    },
    { by: name, at: claim.at.toISOString() },
  );
}
