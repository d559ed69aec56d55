import {
  countPeople,
  endSessionsOf,
  findOneTimeLink,
  findPerson,
  insertPerson,
  insertPost,
  insertUnit,
  markLinkUsed,
  type OneTimeLink,
  type Reader,
  updatePerson,
} from '@/db/store';
import { hashPassword, passwordFault } from '@/server/auth/passwords';
import { sha256Hex } from '@/server/domain/audit';
import { Refused } from '@/server/errors';
import { type CommandContext, runCommand } from '../command';

/** What a link may be used for, or null when it is unknown, used or too old. */
export async function openLink(reader: Reader, secret: string, now: Date): Promise<OneTimeLink | null> {
  const link = await findOneTimeLink(reader, sha256Hex(secret));
  return link && !link.usedAt && link.expiresAt > now ? link : null;
}

/** A person sets their own password through the link they were given. @throws Refused invalid (link or password) */
export async function setPassword(context: CommandContext, input: { secret: string; password: string }): Promise<{ username: string }> {
  const passwordHash = await hashPassword(input.password);
  return runCommand(context, 'person.set_password', async (tx) => {
    const link = await openLink(tx, input.secret, context.now());
    const person = link?.userId ? await findPerson(tx, link.userId) : null;
    if (link?.purpose !== 'set_password' || !person) throw staleLink();
    tx.about({ type: 'person', id: person.id, unitId: null, period: null });
    requirePassword(input.password, person.username);
    await updatePerson(tx, person.id, { passwordHash });
    await endSessionsOf(tx, person.id, context.now());
    await markLinkUsed(tx, link.tokenHash, context.now());
    tx.record('person.password_set', { userId: person.id });
    return { username: person.username };
  });
}

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
  const passwordHash = await hashPassword(input.password);
  return runCommand(context, 'setup', async (tx) => {
    const link = await openLink(tx, input.secret, context.now());
    if (link?.purpose !== 'first_admin') throw staleLink();
    if ((await countPeople(tx)) > 0)
      throw new Refused('wrong_status', { zh: '系统已经初始化，请直接登录。', en: 'This installation is set up already; please sign in.' });
    if (!/^[A-Za-z0-9._-]{2,40}$/.test(input.username) || input.name.trim() === '' || input.governmentName.trim() === '')
      throw new Refused('invalid', {
        zh: '请填写机关全称、姓名和用户名（2 至 40 位字母、数字、点、下划线或短横线）。',
        en: 'Please give the government’s full name, your name and a user name.',
      });
    requirePassword(input.password, input.username);
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
    await insertPerson(tx, { id: userId, username: input.username, name: input.name.trim(), passwordHash, createdAt: context.now() });
    await insertPost(tx, { id: context.newId(), userId, unitId, role: 'admin', startedAt: context.now() });
    await markLinkUsed(tx, link.tokenHash, context.now());
    tx.about({ type: 'unit', id: unitId, unitId, period: null });
    tx.record('unit.created', { name: input.governmentName.trim(), parentId: null, kind: 'government' });
    tx.record('person.created', { username: input.username, name: input.name.trim() });
    tx.record('post.given', { userId, role: 'admin', unitId });
    return { userId, unitId };
  });
}

function requirePassword(password: string, username: string): void {
  const fault = passwordFault(password, username);
  if (fault) throw new Refused('invalid', fault);
}

function staleLink(): Refused {
  return new Refused('invalid', {
    zh: '这个链接已使用或已过期，请向管理员索取新的链接。',
    en: 'This link was used already or is too old. Ask the administrator for a new one.',
  });
}
