import { emptyPractice, type Filing } from '@/db/store';
import { Refused } from '@/server/errors';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requireFiling } from './filing-access';

/** Takes everything typed out of a practice quarter; it may begin again. @throws Refused not_found, forbidden, invalid (it counts) */
export async function clearPractice(context: CommandContext, input: { filingId: string }): Promise<void> {
  await runCommand(context, 'practice.start', (tx) => leave(tx, context, input.filingId, 'open'));
}

/** The same, and the practice is over: it leaves the lists of both sides. @throws Refused not_found, forbidden, invalid (it counts) */
export async function endPractice(context: CommandContext, input: { filingId: string }): Promise<void> {
  await runCommand(context, 'practice.start', (tx) => leave(tx, context, input.filingId, 'locked'));
}

async function leave(tx: CommandTx, context: CommandContext, filingId: string, status: 'open' | 'locked'): Promise<void> {
  const filing: Filing = await requireFiling(tx, context, filingId, 'practice.start');
  if (!filing.isPractice)
    throw new Refused('invalid', {
      zh: '这是正式报送，不是练习，没有清空任何内容。',
      en: 'This quarter counts; it is not practice. Nothing was cleared.',
    });
  await emptyPractice(tx, filing, { status, by: context.actor.userId, at: context.now() });
  tx.record('practice.cleared', { quarter: filing.quarter });
}
