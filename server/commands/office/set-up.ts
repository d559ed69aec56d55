import { countPeople, insertPerson, insertPost, insertUnit, takeLink } from '@/db/store';
import { Refused } from '@/server/errors';
import { openLink } from '@/server/views/one-time-link';
import { type CommandContext, runCommand } from '../command';
import { requirePrintableName } from '../printable-name';
import { staleLink } from './link-guards';
import { firstPassword, type NewPassword, setNewPassword } from './new-password';

/** 《政府信息公开条例》 first took effect on this day: no annual report is older, and any year since may be made or adopted. */
const firstDayOfTheLaw = '2008-05-01';

export interface FirstAdmin {
  secret: string;
  governmentName: string;
  username: string;
  name: string;
  password: string;
}

/**
 * The first visit of an empty installation: names the government and creates the first administrator. Works once.
 *
 * @throws Refused invalid (link, password, names), wrong_status (somebody exists already)
 */
export async function setUp(context: CommandContext, input: FirstAdmin): Promise<{ userId: string; unitId: string }> {
  const wanted = await wantedPassword(context, input);
  return runCommand(context, 'setup', async (tx) => {
    const link = await openLink(tx, input.secret, context.now());
    if (link?.purpose !== 'first_admin') throw staleLink();
    if (!wanted || (await countPeople(tx)) > 0)
      throw new Refused('wrong_status', { zh: '系统已经初始化，请直接登录。', en: 'This installation is set up already; please sign in.' });
    if (!/^[A-Za-z0-9._-]{2,40}$/.test(input.username) || input.name.trim() === '' || input.governmentName.trim() === '')
      throw new Refused('invalid', {
        zh: '请填写机关全称、姓名和用户名（2 至 40 位字母、数字、点、下划线或短横线）。',
        en: 'Please give the government’s full name, your name and a user name.',
      });
    for (const name of [input.governmentName, input.name]) requirePrintableName(name.trim());
    const [unitId, userId] = [context.newId(), context.newId()];
    await insertUnit(tx, {
      id: unitId,
      parentId: null,
      path: [unitId],
      name: input.governmentName.trim(),
      kind: 'government',
      powers: [],
      sort: 0,
      opensOn: firstDayOfTheLaw,
      closesOn: null,
    });
    await insertPerson(tx, { id: userId, username: input.username, name: input.name.trim(), passwordHash: null, createdAt: context.now() });
    await setNewPassword(tx, context, userId, wanted);
    await insertPost(tx, { id: context.newId(), userId, unitId, role: 'admin', startedAt: context.now() });
    if (!(await takeLink(tx, link.tokenHash, context.now()))) throw staleLink();
    tx.about({ type: 'unit', id: unitId, unitId, period: null });
    tx.record('unit.created', {
      name: input.governmentName.trim(),
      parentId: null,
      kind: 'government',
      opensOn: firstDayOfTheLaw,
      powers: [],
    });
    tx.record('person.created', { username: input.username, name: input.name.trim() });
    tx.record('post.given', { userId, role: 'admin', unitId });
    return { userId, unitId };
  });
}

/** Anybody may ask: nothing is reckoned for somebody without the link, or once the office is there. */
async function wantedPassword({ store, now }: CommandContext, input: FirstAdmin): Promise<NewPassword | null> {
  const link = await openLink(store.read, input.secret, now());
  if (link?.purpose !== 'first_admin' || (await countPeople(store.read)) > 0) return null;
  return firstPassword(store.read, input, input.password);
}
