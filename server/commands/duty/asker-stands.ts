import { findPerson, listOpenActs, type PendingAct, postsOf, type Reader } from '@/db/store';
import { isOfTheThree } from '@/server/domain/duties';
import { Refused } from '@/server/errors';
import { actingPosts, consolePost } from '@/server/views/acting-posts';
import { mayOnAll, pathsOf, unitsAround } from '@/server/views/second-person';
import { requireRoot, threeDutiesOf } from '@/server/views/three-duties';
import type { CommandContext, CommandTx } from '../command';
import { lapseActs } from './asked-act';

/** Whether who asked can sign in and still holds what they asked as: else somebody would be confirmed who was put out. The console always does. */
export async function isAskerStanding(reader: Reader, act: PendingAct): Promise<boolean> {
  if (act.askedBy === consolePost) return true;
  if (!(await findPerson(reader, act.askedBy))?.isActive) return false;
  if (isOfTheThree(act.kind)) {
    return act.askedAs === null || (await threeDutiesOf(reader, act.askedBy)).some((duty) => duty === act.askedAs);
  }
  const posts = await actingPosts(reader, await postsOf(reader, act.askedBy));
  if (act.kind === 'own_post') return mayOnAll(posts, 'duty.manage', await pathsOf(reader, [act.unitId ?? '']));
  const units = await unitsAround(reader, act.userId ?? '', (await requireRoot(reader)).id);
  return mayOnAll(posts, 'people.manage', await pathsOf(reader, units));
}

/** @throws Refused wrong_status */
export async function requireAskerStanding(reader: Reader, act: PendingAct): Promise<void> {
  if (await isAskerStanding(reader, act)) return;
  throw new Refused('wrong_status', {
    zh: '提出的人已停用，或不再有提出时的岗位，不能确认。可以退回。',
    en: 'Who asked is disabled, or no longer holds what they asked as, so this cannot be confirmed. Decline it.',
  });
}

/** Somebody was disabled, or a post of theirs has ended: what they asked for and may not any more ends with it. */
export async function lapseActsAskedBy(tx: CommandTx, context: Pick<CommandContext, 'now'>, userId: string): Promise<void> {
  const theirs = (await listOpenActs(tx)).filter((act) => act.askedBy === userId);
  const over = new Set<string>();
  for (const act of theirs) if (!(await isAskerStanding(tx, act))) over.add(act.id);
  if (over.size > 0) await lapseActs(tx, context, (act) => over.has(act.id));
}
