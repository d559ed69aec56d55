import { findPersonByUsername, insertPerson } from '@/db/store';
import type { Role } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { isOfficeDivided } from '@/server/views/acting-posts';
import { type CommandContext, runCommand } from '../command';
import { requirePrintableName } from '../printable-name';
import { requireMeantPost } from './meant-post';
import { writePasswordLink } from './password-link';
import { requireUnitToManage } from './person-access';
import { addPost } from './posts';

/**
 * Adds a person, with a first post, and issues the link by which they set their own password. Nobody else ever knows it.
 *
 * @param input.role left out where 三员 are three people: the security administrator gives posts then
 * @param input.isMeant that they become administrator of a department
 * @returns the secret of the link, shown once
 * @throws Refused not_found, forbidden, invalid (the user name is taken or malformed, or the name cannot be printed)
 */
export async function createPerson(
  context: CommandContext,
  input: { username: string; name: string; unitId: string; role?: Role | undefined; isMeant?: boolean | undefined; device?: string | null },
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
    const { role } = input;
    if ((role === undefined) !== (await isOfficeDivided(tx))) throw postOrNot(role);
    if (role) await requireMeantPost(tx, { ...input, role });
    const userId = context.newId();
    await insertPerson(tx, { id: userId, username, name: input.name.trim(), passwordHash: null, createdAt: context.now() });
    tx.about({ type: 'person', id: userId, unitId: input.unitId, period: null });
    tx.record('person.created', { username, name: input.name.trim() });
    if (role) await addPost(tx, context, { userId, unitId: input.unitId, role });
    return { userId, secret: await writePasswordLink(tx, context, { userId, device: input.device }) };
  });
}

function postOrNot(role: Role | undefined): Refused {
  return role
    ? new Refused('invalid', {
        zh: '三员分立时，系统管理员只建账号，岗位由安全管理员给予。',
        en: 'Where the three are three people, the system administrator makes the account and the security administrator gives the post.',
      })
    : new Refused('invalid', { zh: '请选择岗位。', en: 'Please choose a post.' });
}
