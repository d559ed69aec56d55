import { z } from 'zod';
import { findNoticeChoice, keepNoticeChoice } from '@/db/store';
import type { Pace, QuietHours } from '@/server/domain/notices';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';

const mailAddress = z.email().max(200);

/**
 * Where and how soon a person is sent what they are told. What was told before somebody wanted mail is not sent.
 *
 * @throws Refused invalid (no address, or none that there can be)
 */
export async function chooseNotices(context: CommandContext, input: { address: string; pace: Pace } & QuietHours): Promise<void> {
  const { userId } = context.actor;
  const address = input.address.trim();
  await runCommand(context, 'notice.choose', async (tx) => {
    if (address === '' ? input.pace !== 'never' : !mailAddress.safeParse(address).success)
      throw new Refused('invalid', {
        zh: '请填写一个完整的邮箱地址，例如 name@example.gov.cn。',
        en: 'Give one whole mail address, such as name@example.gov.cn.',
      });
    const before = await findNoticeChoice(tx, userId);
    const isSentAlready = before !== null && before.address !== '' && before.pace !== 'never';
    await keepNoticeChoice(tx, { userId, ...input, address, since: isSentAlready ? before.since : context.now() });
    const change = address === '' ? 'none' : address === before?.address ? 'kept' : 'changed';
    tx.record('person.notices_chosen', { userId, pace: input.pace, address: change });
  });
}
