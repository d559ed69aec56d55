import { listPeople, listPosts, listUnits, type Reader } from '@/db/store';
import { can } from '@/server/domain/permissions';
import { holdsRole, type SigningRole, type SigningStep } from '@/server/domain/signing';
import { type Actor, notFound } from '@/server/views/access';
import { signingSteps } from '@/server/views/signing-view';

/** The steps as an administrator sets them, with who holds each post at the top of the tree. */
export interface SigningStepsPage {
  steps: readonly SigningStep[];
  /** Who could sign for the government's own report, by role. */
  holders: Record<SigningRole, readonly string[]>;
}

/** @throws Refused not_found */
export async function loadSigningSteps(reader: Reader, actor: Actor): Promise<SigningStepsPage> {
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  if (!root || can(actor.posts, 'year.manage', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  const steps = await signingSteps(reader);
  const active = new Map((await listPeople(reader)).filter((person) => person.isActive).map((person) => [person.id, person.name]));
  const posts = await listPosts(reader);
  const of = (role: SigningRole) => [
    ...new Set(posts.flatMap((post) => (holdsRole([post], { role }, root.path) ? (active.get(post.userId) ?? []) : []))),
  ];
  return {
    steps,
    holders: { reviewer: of('reviewer'), admin: of('admin'), head: of('head') },
  };
}
