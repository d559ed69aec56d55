import { and, asc, desc, eq, inArray, isNull, lt, notInArray, sql } from 'drizzle-orm';
import type { Role } from '@/server/domain/permissions';
import { maxNamed } from './max-named';
import { prepared } from './prepared';
import type { Reader, Tx } from './store';

export interface Person {
  id: string;
  username: string;
  name: string;
  isActive: boolean;
  hasPassword: boolean;
  /** Null without one, or when that is not known. */
  passwordSetAt: Date | null;
}

export interface Post {
  id: string;
  userId: string;
  unitId: string;
  role: Role;
}

export async function listPeople(reader: Reader): Promise<Person[]> {
  const rows = await reader.db.select().from(reader.t.users).orderBy(asc(reader.t.users.username));
  return rows.map(toPerson);
}

/** Some people's names, by id. */
export async function namesOfPeople(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { users } = reader.t;
  const query = reader.db.select({ id: users.id, name: users.name }).from(users);
  if (ids.length <= maxNamed) return new Map((await query.where(inArray(users.id, [...ids]))).map((row) => [row.id, row.name]));
  const wanted = new Set(ids);
  return new Map((await query).filter((row) => wanted.has(row.id)).map((row) => [row.id, row.name]));
}

/** Some people's names and telephone numbers, by id. */
export async function contactsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, { name: string; telephone: string | null }>> {
  if (ids.length === 0) return new Map();
  const { users } = reader.t;
  const query = reader.db.select({ id: users.id, name: users.name, telephone: users.telephone }).from(users);
  const rows = ids.length <= maxNamed ? await query.where(inArray(users.id, [...ids])) : await query;
  const wanted = new Set(ids);
  return new Map(rows.filter((row) => wanted.has(row.id)).map(({ id, ...contact }) => [id, contact]));
}

export async function findPerson(reader: Reader, id: string): Promise<Person | null> {
  const [row] = await reader.db.select().from(reader.t.users).where(eq(reader.t.users.id, id));
  return row ? toPerson(row) : null;
}

export async function findPersonByUsername(reader: Reader, username: string): Promise<(Person & { passwordHash: string | null }) | null> {
  const [row] = await reader.db
    .select()
    .from(reader.t.users)
    .where(eq(sql`lower(${reader.t.users.username})`, username.toLowerCase()));
  return row ? { ...toPerson(row), passwordHash: row.passwordHash } : null;
}

export async function countPeople(reader: Reader): Promise<number> {
  return reader.db.$count(reader.t.users);
}

export async function insertPerson(
  tx: Tx,
  person: { id: string; username: string; name: string; passwordHash: string | null; createdAt: Date },
): Promise<void> {
  await tx.db.insert(tx.t.users).values({ ...person, isActive: true });
}

export async function updatePerson(
  tx: Tx,
  id: string,
  change: { name?: string; isActive?: boolean; passwordHash?: string | null; telephone?: string | null },
): Promise<void> {
  await tx.db.update(tx.t.users).set(change).where(eq(tx.t.users.id, id));
}

/** Hashes of the passwords that a person had last, the newest first. */
export async function formerPasswordsOf(reader: Reader, userId: string): Promise<string[]> {
  const { formerPasswords } = reader.t;
  const rows = await reader.db
    .select({ passwordHash: formerPasswords.passwordHash })
    .from(formerPasswords)
    .where(eq(formerPasswords.userId, userId))
    .orderBy(desc(formerPasswords.setAt), desc(formerPasswords.id));
  return rows.map((row) => row.passwordHash);
}

/** Gives a person this password, and keeps it with the last ones. @param password.keep how many are kept, this one among them */
export async function writePassword(
  tx: Tx,
  userId: string,
  { id, passwordHash, setAt, keep }: { id: string; passwordHash: string; setAt: Date; keep: number },
): Promise<void> {
  const { users, formerPasswords } = tx.t;
  await tx.db.update(users).set({ passwordHash, passwordSetAt: setAt }).where(eq(users.id, userId));
  await tx.db.insert(formerPasswords).values({ id, userId, passwordHash, setAt });
  const kept = await tx.db
    .select({ id: formerPasswords.id })
    .from(formerPasswords)
    .where(eq(formerPasswords.userId, userId))
    .orderBy(desc(formerPasswords.setAt), desc(formerPasswords.id))
    .limit(keep);
  const ids = kept.map((row) => row.id);
  await tx.db.delete(formerPasswords).where(and(eq(formerPasswords.userId, userId), notInArray(formerPasswords.id, ids)));
}

/** Posts held now, of everyone. */
export async function listPosts(reader: Reader): Promise<Post[]> {
  return reader.db
    .select(postColumns(reader))
    .from(reader.t.posts)
    .where(isNull(reader.t.posts.endedAt))
    .orderBy(asc(reader.t.posts.startedAt), asc(reader.t.posts.id));
}

/** Who held which post from when to when, those that have ended as well. */
export async function listPostsEver(reader: Reader): Promise<(Post & { startedAt: Date; endedAt: Date | null })[]> {
  const { posts } = reader.t;
  return reader.db
    .select({ ...postColumns(reader), startedAt: posts.startedAt, endedAt: posts.endedAt })
    .from(posts)
    .orderBy(asc(posts.startedAt), asc(posts.id));
}

/** Who is clerk of some units now and can sign in. */
export async function listClerksOf(reader: Reader, unitIds: readonly string[]): Promise<Pick<Post, 'userId' | 'unitId'>[]> {
  if (unitIds.length === 0) return [];
  const { posts, users } = reader.t;
  const wanted = new Set(unitIds);
  const rows = await reader.db
    .select({ userId: posts.userId, unitId: posts.unitId })
    .from(posts)
    .innerJoin(users, and(eq(users.id, posts.userId), eq(users.isActive, true)))
    .where(and(isNull(posts.endedAt), eq(posts.role, 'clerk'), ...(wanted.size > maxNamed ? [] : [inArray(posts.unitId, [...wanted])])));
  return rows.filter((row) => wanted.has(row.unitId));
}

/** Posts a person holds now. */
export async function postsOf(reader: Reader, userId: string): Promise<Post[]> {
  const query = prepared(reader, 'posts.of', (at) =>
    at.db
      .select(postColumns(at))
      .from(at.t.posts)
      .where(and(eq(at.t.posts.userId, sql.placeholder('userId')), isNull(at.t.posts.endedAt))),
  );
  return query.execute({ userId });
}

/** Posts in some units that are held now by people who work here. */
export async function postsIn(reader: Reader, unitIds: readonly string[]): Promise<Post[]> {
  const { posts, users } = reader.t;
  const isMany = unitIds.length > maxNamed;
  const rows = await reader.db
    .select(postColumns(reader))
    .from(posts)
    .innerJoin(users, eq(users.id, posts.userId))
    .where(and(...(isMany ? [] : [inArray(posts.unitId, [...unitIds])]), isNull(posts.endedAt), eq(users.isActive, true)));
  if (!isMany) return rows;
  const wanted = new Set(unitIds);
  return rows.filter((post) => wanted.has(post.unitId));
}

export async function findPost(reader: Reader, id: string): Promise<(Post & { endedAt: Date | null }) | null> {
  const [row] = await reader.db
    .select({ ...postColumns(reader), endedAt: reader.t.posts.endedAt })
    .from(reader.t.posts)
    .where(eq(reader.t.posts.id, id));
  return row ?? null;
}

export async function insertPost(tx: Tx, post: Post & { startedAt: Date }): Promise<void> {
  await tx.db.insert(tx.t.posts).values(post);
}

export async function endPost(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db.update(tx.t.posts).set({ endedAt: at }).where(eq(tx.t.posts.id, id));
}

export interface OneTimeLink {
  tokenHash: string;
  purpose: 'first_admin' | 'set_password';
  userId: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  issuedBy: string | null;
  /** The hash of the browser's word. */
  issuedDevice: string | null;
  openedByIssuerAt: Date | null;
}

/** Who made a link, and where; left out where nobody in particular did. */
export type LinkIssuer = Pick<OneTimeLink, 'issuedBy' | 'issuedDevice'>;

export async function insertOneTimeLink(
  tx: Tx,
  link: Omit<OneTimeLink, keyof LinkIssuer | 'openedByIssuerAt'> & Partial<LinkIssuer>,
): Promise<void> {
  await tx.db.insert(tx.t.oneTimeLinks).values(link);
}

export async function findOneTimeLink(reader: Reader, tokenHash: string): Promise<OneTimeLink | null> {
  const [row] = await reader.db.select().from(reader.t.oneTimeLinks).where(eq(reader.t.oneTimeLinks.tokenHash, tokenHash));
  return row ?? null;
}

/** The browser that made a link has opened it. @returns whether this is the first time */
export async function noteOpenedByIssuer(tx: Tx, tokenHash: string, at: Date): Promise<boolean> {
  const { oneTimeLinks } = tx.t;
  const noted = await tx.db
    .update(oneTimeLinks)
    .set({ openedByIssuerAt: at })
    .where(and(eq(oneTimeLinks.tokenHash, tokenHash), isNull(oneTimeLinks.openedByIssuerAt)))
    .returning();
  return noted.length > 0;
}

/** Uses a link up. @returns whether it was there to be used: of all who come with it, one is told so */
export async function takeLink(tx: Tx, tokenHash: string, at: Date): Promise<boolean> {
  const { oneTimeLinks } = tx.t;
  const taken = await tx.db
    .update(oneTimeLinks)
    .set({ usedAt: at })
    .where(and(eq(oneTimeLinks.tokenHash, tokenHash), isNull(oneTimeLinks.usedAt)))
    .returning();
  return taken.length > 0;
}

/** Links of the same purpose and person that have not been used end when a new one is issued. */
export async function endLinks(tx: Tx, purpose: OneTimeLink['purpose'], userId: string | null, at: Date): Promise<void> {
  const { t } = tx;
  const person = userId === null ? isNull(t.oneTimeLinks.userId) : eq(t.oneTimeLinks.userId, userId);
  await tx.db
    .update(t.oneTimeLinks)
    .set({ usedAt: at })
    .where(and(eq(t.oneTimeLinks.purpose, purpose), person, isNull(t.oneTimeLinks.usedAt)));
}

/** Ends every link whose time is over. */
export async function endLinksOver(tx: Tx, at: Date): Promise<void> {
  const { oneTimeLinks } = tx.t;
  await tx.db
    .update(oneTimeLinks)
    .set({ usedAt: at })
    .where(and(isNull(oneTimeLinks.usedAt), lt(oneTimeLinks.expiresAt, at)));
}

export function postColumns({ t }: Reader) {
  return { id: t.posts.id, userId: t.posts.userId, unitId: t.posts.unitId, role: t.posts.role };
}

export function toPerson(row: Reader['t']['users']['$inferSelect']): Person {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    isActive: row.isActive,
    hasPassword: row.passwordHash !== null,
    passwordSetAt: row.passwordSetAt,
  };
}
