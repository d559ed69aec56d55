import { findPersonByUsername, insertPerson } from '@/db/store';
import type { Role } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { requirePrintableName } from '../printable-name';
import { requireMeantPost } from './meant-post';
import { writePasswordLink } from './password-link';
import { requireUnitToManage } from './person-access';
import { addPost } from './posts';

/**
 * Adds a person, with a first post, and issues the link by which they set their own password. Nobody else ever knows it.
 *
 * @param input.isMeant that they become administrator of a department
 * @returns the secret of the link, shown once
 * @throws Refused not_found, forbidden, invalid (the user name is taken or malformed, or the name cannot be printed)
 */
export async function createPerson(
  context: CommandContext,
  input: { username: string; name: string; unitId: string; role: Role; isMeant?: boolean | undefined },
): Promise<{ userId: string; secret: string }> {
  return runCommand(context, 'people.manage', async (tx) => {
    await requireUnitToManage(tx, context, input.unitId);
    const username = input.username.trim();
    if (!/^[A-Za-z0-9._-]{2,40}$/.test(username))
      throw new Refused('invalid', {
        zh: '用户名为 2 至 40 位字母、数字、点、下划线或短横线。',
        en: 'A user name has 2 to 40 letters, digits, dots, underscores or hyphens.',
      });
    if (input.name.trim() === '') throw new Refused('invalid', { zh: '请填写姓名。', en: 'Please give the person’s name.' });
    requirePrintableName(input.name.trim());
    if (await findPersonByUsername(tx, username))
      throw new Refused('invalid', { zh: `用户名“${username}”已被使用，请换一个。`, en: `The user name "${username}" is taken.` });
    await requireMeantPost(tx, input);
    const userId = context.newId();
    await insertPerson(tx, { id: userId, username, name: input.name.trim(), passwordHash: null, createdAt: context.now() });
    tx.about({ type: 'person', id: userId, unitId: input.unitId, period: null });
    tx.record('person.created', { username, name: input.name.trim() });
    await addPost(tx, context, { userId, unitId: input.unitId, role: input.role });
    return { userId, secret: await writePasswordLink(tx, context, userId) };
  });
}
