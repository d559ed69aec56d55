import { contactsOf, updatePerson } from '@/db/store';
import { readTelephone } from '@/server/domain/accounts/telephone';
import { Refused } from '@/server/errors';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { requirePersonToManage } from '../office/person-access';

/** The own telephone number, which the office alone sees. @param input.telephone empty: none @throws Refused invalid */
export async function setOwnTelephone(context: CommandContext, input: { telephone: string }): Promise<void> {
  const { userId } = context.actor;
  await runCommand(context, 'account.setTelephone', async (tx) => {
    await writeTelephone(tx, userId, input.telephone, (await telephoneOf(tx, userId)) ?? '');
  });
}

/**
 * Somebody's telephone number, by who runs their account.
 *
 * @param input.seen what stood there when it was written
 * @throws Refused not_found, forbidden, invalid, conflict (another number was given meanwhile)
 */
export async function setTelephoneOf(
  context: CommandContext,
  input: { userId: string; unitId: string; telephone: string; seen: string },
): Promise<void> {
  await runCommand(context, 'people.manage', async (tx) => {
    const person = await requirePersonToManage(tx, context, input);
    const before = (await telephoneOf(tx, person.id)) ?? '';
    if (before !== input.seen && before !== readTelephone(input.telephone))
      throw new Refused('conflict', {
        zh: `${person.name}的电话刚刚改过了，没有保存。请看现在的，再决定。`,
        en: `The telephone number of ${person.name} has just been changed, so nothing was saved. Look at it and decide again.`,
      });
    await writeTelephone(tx, person.id, input.telephone, before);
  });
}

export async function telephoneOf(tx: Parameters<typeof contactsOf>[0], userId: string): Promise<string | null> {
  return (await contactsOf(tx, [userId])).get(userId)?.telephone ?? null;
}

/** The log says that it was changed, never what it is: it is the person's and the office's. */
async function writeTelephone(tx: CommandTx, userId: string, text: string, before: string): Promise<void> {
  const telephone = readTelephone(text);
  if (telephone === null)
    throw new Refused('invalid', {
      zh: '电话只能写数字、空格、“-”“+”括号和“转”，最多 40 位。',
      en: 'A telephone number has digits, spaces, hyphens, +, brackets and an extension, 40 characters at most.',
    });
  if (telephone === before) return;
  await updatePerson(tx, userId, { telephone: telephone === '' ? null : telephone });
  tx.record('person.telephone_set', { userId, change: telephone === '' ? 'removed' : before === '' ? 'set' : 'changed' });
}
