import { endSessionsOf, findPersonByUsername } from '@/db/store';
import { type ConfirmDoor, confirmPerson } from '@/server/auth/confirm-person';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';
import { newPasswordOf, setNewPassword } from '../office/new-password';

/**
 * A person gives themselves another password, by the one they have; every other session of theirs ends. Somebody who never had one
 * gets it by a link.
 *
 * @throws Refused invalid (the password is not right, or the new one is none, or there is no password to change), too_many
 * @source ASVS 5.0 6.2.2, 6.2.3, 7.4.3
 */
export async function changePassword(
  context: CommandContext,
  door: ConfirmDoor,
  input: { password: string; newPassword: string },
): Promise<void> {
  const { actor, store } = context;
  const person = await findPersonByUsername(store.read, actor.username);
  if (!person?.passwordHash) throw noPassword();
  await confirmPerson(context, { ...door, isOneClick: false }, { act: 'account.changePassword', password: input.password });
  const wanted = await newPasswordOf(store.read, person, {
    password: input.newPassword,
    unitIds: actor.posts.map((post) => post.unitId),
  });
  await runCommand(context, 'account.changePassword', async (tx) => {
    tx.about({ type: 'person', id: person.id, unitId: null, period: null });
    const now = await findPersonByUsername(tx, actor.username);
    if (now?.passwordHash !== person.passwordHash) throw changedMeanwhile();
    await setNewPassword(tx, context, person.id, wanted);
    await endSessionsOf(tx, person.id, context.now(), actor.sessionId);
    tx.record('person.password_changed', { userId: person.id });
  });
}

function noPassword(): Refused {
  return new Refused('invalid', {
    zh: '您还没有密码，请向管理员索取设置密码的链接。',
    en: 'You have no password yet. Ask the administrator for a link to set one.',
  });
}

function changedMeanwhile(): Refused {
  return new Refused('conflict', {
    zh: '您的密码刚刚在别处改过，这次没有更改。请刷新后再试。',
    en: 'Your password has just been changed elsewhere; nothing was changed now. Reload and try again.',
  });
}
