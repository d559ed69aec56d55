import { findUnit, formerPasswordsOf, listUnits, type Reader, writePassword } from '@/db/store';
import { hashPassword, passwordFault, verifyPassword } from '@/server/auth/passwords';
import { rememberedPasswords } from '@/server/domain/accounts/password-policy';
import type { Sentence } from '@/server/domain/sentence';
import { Refused } from '@/server/errors';
import { passwordProfile } from '@/server/views/password-profile';
import type { CommandContext, CommandTx } from '../command';
import { lapseActs, waitsForPasswordOf } from '../duty/asked-act';

/** A password that somebody wants to set, looked at and hashed before the transaction: argon2 and the word lists hold up nobody's save. */
export interface NewPassword {
  hash: string;
  fault: Sentence | null;
}

/** For a person who is there already: the office's words, and the passwords they had last. */
export async function newPasswordOf(
  reader: Reader,
  person: { id: string; username: string; name: string; passwordHash: string | null },
  { password, unitIds }: { password: string; unitIds: readonly string[] },
): Promise<NewPassword> {
  const unitNames = await namesAround(reader, unitIds);
  const fault =
    (await passwordFault(password, { username: person.username, name: person.name, unitNames }, await passwordProfile(reader))) ??
    (await repeated(reader, person, password));
  return { hash: await hashPassword(password), fault };
}

/** For the first administrator, whose office is being named. */
export async function firstPassword(
  reader: Reader,
  owner: { username: string; name: string; governmentName: string },
  password: string,
): Promise<NewPassword> {
  const { username, name, governmentName } = owner;
  const fault = await passwordFault(password, { username, name, unitNames: [governmentName] }, await passwordProfile(reader));
  return { hash: await hashPassword(password), fault };
}

/** The password sets itself at once; one that waits for somebody's confirmation is void. @throws Refused invalid: see `requireGoodPassword` */
export async function setNewPassword(
  tx: CommandTx,
  context: Pick<CommandContext, 'newId' | 'now'>,
  userId: string,
  wanted: NewPassword,
): Promise<void> {
  requireGoodPassword(wanted);
  await lapseActs(tx, context, waitsForPasswordOf(userId));
  await writeHeldPassword(tx, context, userId, wanted.hash);
}

/** @throws Refused invalid: too short, of too few kinds of characters, soon guessed, or had before */
export function requireGoodPassword({ fault }: NewPassword): void {
  if (fault) throw new Refused('invalid', fault);
}

/** A password that was found good before. */
export async function writeHeldPassword(
  tx: CommandTx,
  context: Pick<CommandContext, 'newId' | 'now'>,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await writePassword(tx, userId, { id: context.newId(), passwordHash, setAt: context.now(), keep: rememberedPasswords });
}

/** The person's units and the government: what stands on the door of the office is guessed first. */
async function namesAround(reader: Reader, unitIds: readonly string[]): Promise<string[]> {
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  const own = await Promise.all(unitIds.map((id) => findUnit(reader, id)));
  return [...new Set([root, ...own].flatMap((unit) => (unit ? [unit.name] : [])))];
}

async function repeated(reader: Reader, person: { id: string; passwordHash: string | null }, password: string): Promise<Sentence | null> {
  const had = new Set([...(person.passwordHash ? [person.passwordHash] : []), ...(await formerPasswordsOf(reader, person.id))]);
  for (const hash of had)
    if (await verifyPassword(hash, password))
      return {
        zh: `不能再用最近 ${rememberedPasswords} 次用过的密码。`,
        en: `The last ${rememberedPasswords} passwords cannot be used again.`,
      };
  return null;
}
