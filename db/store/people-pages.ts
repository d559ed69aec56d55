import { and, asc, eq, exists, inArray, isNull, like, ne, not, or, type SQL } from 'drizzle-orm';
import type { Role, UnitPath } from '@/server/domain/permissions';
import { isFound } from '@/server/domain/searched';
import { type Person, type Post, postColumns, toPerson } from './people';
import type { Reader } from './store';
import { pathText } from './units';

/** A part of the tree in which somebody sees people. */
export interface SeenUnits {
  path: UnitPath;
  own: boolean;
  below: boolean;
}

/** Which people are listed. */
export interface PeopleAsked {
  /** Those with a post in these units, and those without any; null: everybody. */
  seen: readonly SeenUnits[] | null;
  /** Every one of these is in the person's name, the name they sign in by, a unit of theirs, or what their post is called. */
  words: readonly { word: string; roles: readonly Role[] }[];
  onlyActive?: boolean;
  limit: number;
  offset: number;
}

/** A page of people by the name they sign in by, and how many there are on all pages. */
export async function pageOfPeople(reader: Reader, asked: PeopleAsked): Promise<{ people: Person[]; of: number }> {
  const { users } = reader.t;
  const where = and(
    ...(asked.onlyActive ? [eq(users.isActive, true)] : []),
    ...(asked.seen ? [or(not(holds(reader)), holds(reader, ...asked.seen.map((units) => isIn(reader, units))))] : []),
  );
  if (asked.words.length > 0) {
    const ids = await idsNamedBy(reader, where, asked.words);
    const onPage = inArray(users.id, ids.slice(asked.offset, asked.offset + asked.limit));
    const rows = await reader.db.select().from(users).where(onPage).orderBy(asc(users.username));
    return { people: rows.map(toPerson), of: ids.length };
  }
  const rows = await reader.db.select().from(users).where(where).orderBy(asc(users.username)).limit(asked.limit).offset(asked.offset);
  return { people: rows.map(toPerson), of: await reader.db.$count(users, where) };
}

/** Posts that some people hold now. */
export async function postsOfPeople(reader: Reader, userIds: readonly string[]): Promise<Post[]> {
  if (userIds.length === 0) return [];
  const { posts } = reader.t;
  return reader.db
    .select(postColumns(reader))
    .from(posts)
    .where(and(inArray(posts.userId, [...userIds]), isNull(posts.endedAt)))
    .orderBy(asc(posts.startedAt), asc(posts.id));
}

/** Whether a person holds a post, in one of some places where they are named. */
function holds({ db, t: { posts, units, users } }: Reader, ...places: readonly (SQL | undefined)[]): SQL {
  return exists(
    db
      .select({ id: posts.id })
      .from(posts)
      .innerJoin(units, eq(units.id, posts.unitId))
      .where(and(eq(posts.userId, users.id), isNull(posts.endedAt), ...(places.length > 0 ? [or(...places)] : []))),
  );
}

function isIn({ t: { units } }: Reader, { path, own, below }: SeenUnits): SQL | undefined {
  const isOwn = eq(units.id, path.at(-1) ?? '');
  const isUnder = like(units.path, `${pathText(path)}%`);
  if (own && below) return isUnder;
  return own ? isOwn : and(isUnder, ne(units.id, path.at(-1) ?? ''));
}

/** Compared here and not in the question: of full-width letters and capitals beyond ASCII neither database knows what `isFound` does. */
async function idsNamedBy(
  { db, t: { posts, units, users } }: Reader,
  where: SQL | undefined,
  words: PeopleAsked['words'],
): Promise<string[]> {
  const rows = await db
    .select({ id: users.id, name: users.name, username: users.username, role: posts.role, unitName: units.name })
    .from(users)
    .leftJoin(posts, and(eq(posts.userId, users.id), isNull(posts.endedAt)))
    .leftJoin(units, eq(units.id, posts.unitId))
    .where(where)
    .orderBy(asc(users.username));
  const people = new Map<string, typeof rows>();
  for (const row of rows) people.set(row.id, [...(people.get(row.id) ?? []), row]);
  const isNamed = (held: typeof rows) =>
    words.every(({ word, roles }) =>
      held.some(
        ({ name, username, role, unitName }) =>
          [name, username, unitName ?? ''].some((text) => isFound([word], text)) || (role !== null && roles.includes(role)),
      ),
    );
  return [...people].filter(([, held]) => isNamed(held)).map(([id]) => id);
}
