import { findAnnouncements, listSuccessorIds, type Post, postsIn, type Reader, type StoredNotice, type Unit } from '@/db/store';
import { announcementOf, kindsOfNotice, type NoticeKind } from '@/server/domain/notices';
import { can, type HeldPost, type Role, type UnitPath } from '@/server/domain/permissions';
import { isSpokenTo } from './people-spoken-to';

/** Somebody who is told something, and by which post. */
export interface Receiver {
  userId: string;
  role: Role;
  unitId: string;
}

/**
 * Who is to be told this of a unit: whoever may do there now what it asks for, once each. Who has no way in any more is told nothing.
 *
 * @param role by this post only, whatever others they hold
 */
export async function receiversOf(
  reader: Reader,
  unit: Pick<Unit, 'path' | 'successorId'>,
  { kind, role }: { kind: NoticeKind; role?: Role | undefined },
): Promise<Receiver[]> {
  const takenOverBy = await listSuccessorIds(reader, unit);
  const posts = await postsIn(reader, [...unit.path, ...takenOverBy]);
  const wanted = role === undefined ? posts : posts.filter((post) => post.role === role);
  return toldAmong(wanted, { unitPath: unit.path, takenOverBy }, kind);
}

/** Posts that were read, by the unit they are in. */
export type PostsByUnit = ReadonlyMap<string, readonly Post[]>;

export async function postsByUnit(reader: Reader, unitIds: readonly string[]): Promise<PostsByUnit> {
  const units = new Map<string, Post[]>();
  for (const post of await postsIn(reader, unitIds)) {
    const own = units.get(post.unitId);
    if (own) own.push(post);
    else units.set(post.unitId, [post]);
  }
  return units;
}

/** The same where the posts are known: of many units each is asked for its own and those above it, not for those of all. */
export function receiversAmong(
  posts: PostsByUnit,
  { unitPath, takenOverBy = [] }: { unitPath: UnitPath; takenOverBy?: readonly string[] },
  kind: NoticeKind,
): Receiver[] {
  const near = [...unitPath, ...takenOverBy].flatMap((unitId) => posts.get(unitId) ?? []);
  return toldAmong(near, { unitPath, takenOverBy }, kind);
}

function toldAmong(posts: readonly Post[], of: { unitPath: UnitPath; takenOverBy: readonly string[] }, kind: NoticeKind): Receiver[] {
  const receivers = new Map<string, Receiver>();
  for (const post of posts)
    if (!receivers.has(post.userId) && isTold([post], kind, of))
      receivers.set(post.userId, { userId: post.userId, role: post.role, unitId: post.unitId });
  return [...receivers.values()];
}

/** Of what somebody was told, what is theirs to know of by the posts they hold now. */
export async function stillTold(reader: Reader, posts: readonly HeldPost[], notices: readonly StoredNotice[]): Promise<StoredNotice[]> {
  const told: StoredNotice[] = [];
  const successors = new Map<string, readonly string[]>();
  const announced = await findAnnouncements(
    reader,
    notices.flatMap(({ about }) => announcementOf(about) ?? []),
  );
  for (const notice of notices) {
    const announcement = announced.get(announcementOf(notice.about) ?? '');
    if (announcement && !isSpokenTo(posts, announcement)) continue;
    const takenOverBy = successors.get(notice.unitId) ?? (await listSuccessorIds(reader, notice));
    successors.set(notice.unitId, takenOverBy);
    if (isTold(posts, notice.kind, { unitPath: notice.unitPath, takenOverBy })) told.push(notice);
  }
  return told;
}

function isTold(posts: readonly HeldPost[], kind: NoticeKind, of: { unitPath: UnitPath; takenOverBy: readonly string[] }): boolean {
  const { act, roles } = kindsOfNotice[kind];
  return (
    can(
      posts.filter((post) => roles.includes(post.role)),
      act,
      { ...of, status: null },
    ) === 'allowed'
  );
}
