import { findPerson, type Person, type Post, postsOf, type Reader, readSetting } from '@/db/store';
import { dutyConflict, isOneOfThree, isOnlyOfThree } from '@/server/domain/duties';
import type { Role } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import { notFound } from '@/server/views/access';
import { isOfficeDivided } from '@/server/views/acting-posts';
import { holdersOf, requireRoot } from '@/server/views/three-duties';
import { whoCanSignIn } from '@/server/views/who-can-sign-in';

/**
 * By the everyday way nobody is given one of the three, nor what does not go together with one. Where the three are not three people, the two
 * duties that there are only then are nobody's.
 *
 * @throws Refused invalid
 */
export async function requireEverydayPost(reader: Reader, { userId, role }: { userId: string; role: Role }): Promise<void> {
  if (!(await isOfficeDivided(reader))) {
    if (isOnlyOfThree(role))
      throw new Refused('invalid', {
        zh: '开启三员分立以后才有系统管理员和安全管理员；请先在“三员”页开启。',
        en: 'There are system and security administrators only where the three are three people. Switch that on first.',
      });
    return;
  }
  if (isOneOfThree(role)) throw byTheThree();
  await requireTogether(reader, userId, role);
}

/** @throws Refused invalid: two of the three, or an auditor with something else */
export async function requireTogether(reader: Reader, userId: string, role: Role): Promise<void> {
  const held = (await postsOf(reader, userId)).map((post) => post.role);
  const conflict = dutyConflict(held, role);
  if (conflict === null) return;
  const person = await findPerson(reader, userId);
  throw new Refused('invalid', conflictInWords[conflict](person?.name ?? ''));
}

const conflictInWords = {
  two_of_three: (name: string) => ({
    zh: `${name}已是三员之一。系统管理员、安全管理员、审计员必须是三个不同的人，一人不能兼任两个。`,
    en: `${name} holds one of the three already. System, security and audit administrator are three people; nobody holds two of them.`,
  }),
  auditor_alone: (name: string) => ({
    zh: `三员分立时，审计员不兼任其他岗位（${name}）。请先结束此人原有的岗位，或另选一人。`,
    en: `Where the three are three people, an auditor holds no other post (${name}). End the other posts first, or choose somebody else.`,
  }),
};

/** The refusal of an act on one of the three by anybody alone. */
export function byTheThree(): Refused {
  return new Refused('invalid', {
    zh: '三员分立已开启：三员岗位的给予和结束，由三员中的一人提出、另一人确认，请到“三员”页办理。',
    en: 'The three are three people here: one of them asks for a change of who holds these duties, and another confirms it, on the page of the three.',
  });
}

/** @throws Refused invalid: nobody else who can sign in would hold the duty */
export async function requireNotTheLast(reader: Reader, post: Post): Promise<void> {
  const root = await requireRoot(reader);
  if (post.unitId !== root.id || !isOneOfThree(post.role)) return;
  const comeIn = new Set((await whoCanSignIn(reader)).map((person) => person.id));
  const left = await holdersOf(reader, root.id, post.role);
  if (left.some((person) => person.id !== post.userId && comeIn.has(person.id))) return;
  throw new Refused('invalid', {
    zh: '这是这个岗位的最后一人，不能结束。请先确定接任的人，再结束。',
    en: 'Nobody else holds this duty. Give it to somebody else first.',
  });
}

/** One of the three has to have a way in, or nobody would confirm and nobody would end it. @throws Refused not_found, invalid */
export async function requireCanSignIn(tx: Reader, userId: string): Promise<void> {
  const person = await findPerson(tx, userId);
  if (!person) throw notFound();
  if ((await whoCanSignIn(tx)).some((one) => one.id === userId)) return;
  if (person.isActive) throw cannotSignIn(person.name);
  throw new Refused('invalid', {
    zh: `${person.name}的账号已停用，请先恢复，或另选一人。`,
    en: `${person.name} is disabled. Enable them first, or choose somebody else.`,
  });
}

function cannotSignIn(name: string): Refused {
  return new Refused('invalid', {
    zh: `${name}还不能登录：既没有密码，也没有绑定统一身份。请先给此人发出设置密码的链接，设好后再办理，或另选一人。`,
    en: `${name} cannot sign in yet: they have neither a password nor a bound identity. Give them a password link first, or choose somebody else.`,
  });
}

/** Who is given one of the three by two of them comes in with it by password: what is bound to the account ends with the duty. @throws Refused not_found, invalid */
export async function requireOwnPassword(reader: Reader, person: Person | null): Promise<void> {
  if (!person) throw notFound();
  const { name, hasPassword } = person;
  if (hasPassword || (await readSetting(reader, 'isDemonstration')) === true) return;
  throw new Refused('invalid', {
    zh: `${name}还没有密码。担任三员时，原来绑定的统一身份会解除，须用密码登录；请先给此人发出设置密码的链接，设好后再提出，或另选一人。`,
    en: `${name} has no password yet. With one of the three duties a bound identity ends, so they sign in by password: give them a link first, or choose somebody else.`,
  });
}
