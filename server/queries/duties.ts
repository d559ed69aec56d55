import { findPendingAct, findUnit, listOpenActs, type PendingAct, type Person, type Reader } from '@/db/store';
import type { ThreeDuty } from '@/server/domain/duties';
import { can } from '@/server/domain/permissions';
import { Refused } from '@/server/errors';
import type { Actor } from '@/server/views/access';
import { isOfficeDivided } from '@/server/views/acting-posts';
import { requireDecider } from '@/server/views/deciders';
import { personNames } from '@/server/views/person-names';
import { allHolders, requireRoot } from '@/server/views/three-duties';
import { whoCanSignIn } from '@/server/views/who-can-sign-in';

export interface DutiesPage {
  rootId: string;
  isDivided: boolean;
  /** May make the three three people. */
  mayDivide: boolean;
  /** Is one of the three. */
  mayAsk: boolean;
  /** Who holds each of the three in the whole office, with the post. */
  holders: Record<ThreeDuty, readonly { userId: string; name: string; username: string }[]> | null;
  /** Whom a duty might be given to: who can sign in. */
  people: readonly { id: string; name: string; username: string }[];
  acts: readonly WaitingAct[];
}

export interface WaitingAct {
  id: string;
  kind: PendingAct['kind'];
  askedBy: string;
  askedAt: string;
  endsAt: string;
  userName: string;
  role: PendingAct['role'];
  unitName: string;
  reason: string;
  isOwn: boolean;
  mayDecide: boolean;
}

/** What waits for a second person, and who the three are. Null for whoever has no part in it. */
export async function loadDuties(reader: Reader, actor: Actor, now: Date): Promise<DutiesPage | null> {
  const root = await requireRoot(reader);
  const may = (action: Parameters<typeof can>[1]) => can(actor.posts, action, { unitPath: root.path, status: null }) === 'allowed';
  const isDivided = await isOfficeDivided(reader);
  const nameOf = await personNames(reader);
  const acts: WaitingAct[] = [];
  for (const act of await listOpenActs(reader)) {
    if (act.endsAt <= now) continue;
    const isOwn = act.askedBy === actor.userId;
    const mayDecide = await mayDecideOn(reader, actor, act);
    if (!isOwn && !mayDecide && !may('three_roles.ask') && !may('audit.read')) continue;
    acts.push({
      ...{ id: act.id, kind: act.kind, role: act.role, reason: act.reason, isOwn, mayDecide },
      ...{ askedBy: nameOf(act.askedBy), askedAt: act.askedAt.toISOString(), endsAt: act.endsAt.toISOString() },
      userName: act.userId === null ? '' : nameOf(act.userId),
      unitName: act.unitId === null ? '' : ((await findUnit(reader, act.unitId))?.name ?? ''),
    });
  }
  const [mayDivide, mayAsk] = [may('three_roles.divide'), isDivided && may('three_roles.ask')];
  const isAdmin = actor.posts.some((post) => post.role === 'admin');
  if (!mayDivide && !mayAsk && !isAdmin && !may('audit.read') && acts.length === 0) return null;
  const people = mayDivide || mayAsk ? await whoCanSignIn(reader) : [];
  return {
    rootId: root.id,
    ...{ isDivided, mayDivide, mayAsk, acts },
    holders: isDivided ? await allHolders(reader, root.id).then(named) : null,
    people: people.map(({ id, name, username }) => ({ id, name, username })),
  };
}

function named({ system_admin, security_admin, auditor }: Awaited<ReturnType<typeof allHolders>>): NonNullable<DutiesPage['holders']> {
  const namesOf = (people: readonly Person[]) => people.map(({ id, name, username }) => ({ userId: id, name, username }));
  return { system_admin: namesOf(system_admin), security_admin: namesOf(security_admin), auditor: namesOf(auditor) };
}

/** Whether it is this person's to confirm what waits, or was; to decline it, also who asked. Of whom a password is asked, so not by what becomes of it meanwhile. */
export async function mayDecide(reader: Reader, actor: Actor, id: string, mayBeAsker: boolean): Promise<boolean> {
  const act = await findPendingAct(reader, id);
  if (!act) return false;
  return (mayBeAsker && act.askedBy === actor.userId) || mayDecideOn(reader, actor, act);
}

async function mayDecideOn(reader: Reader, actor: Actor, act: PendingAct): Promise<boolean> {
  try {
    await requireDecider(reader, actor, act);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
