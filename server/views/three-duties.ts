import { listPeople, listPosts, type Person, postsOf, type Reader, rootUnit, type Unit } from '@/db/store';
import { isOneOfThree, type ThreeDuty, threeDuties } from '@/server/domain/duties';
import { notFound } from './access';

/** The unit at the top, in which the three hold their duties. */
export async function requireRoot(reader: Reader): Promise<Unit> {
  const root = await rootUnit(reader);
  if (!root) throw notFound();
  return root;
}

/** Which of the three duties somebody holds in the whole office. */
export async function threeDutiesOf(reader: Reader, userId: string): Promise<ThreeDuty[]> {
  const root = await requireRoot(reader);
  return (await postsOf(reader, userId))
    .filter((post) => post.unitId === root.id)
    .flatMap(({ role }) => (isOneOfThree(role) ? [role] : []));
}

/** Does somebody hold one of the three anywhere, also while they are disabled? Their posts come back with them. */
export async function holdsOneOfThree(reader: Reader, userId: string): Promise<boolean> {
  return (await postsOf(reader, userId)).some((post) => isOneOfThree(post.role));
}

/** Who holds one of the three in the whole office and can sign in. */
export async function holdersOf(reader: Reader, rootId: string, duty: ThreeDuty): Promise<Person[]> {
  const held = new Set((await listPosts(reader)).filter((post) => post.unitId === rootId && post.role === duty).map((post) => post.userId));
  return (await listPeople(reader)).filter((person) => person.isActive && held.has(person.id));
}

/** Everybody who holds one of the three, by duty. */
export async function allHolders(reader: Reader, rootId: string): Promise<Record<ThreeDuty, Person[]>> {
  const entries = await Promise.all(threeDuties.map(async (duty) => [duty, await holdersOf(reader, rootId, duty)] as const));
  return Object.fromEntries(entries) as Record<ThreeDuty, Person[]>;
}
