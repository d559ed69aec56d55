import {
  type Announcement,
  findAnnouncement,
  findUnits,
  forgetDismissals,
  insertAnnouncement,
  dismissAnnouncement as storeDismissal,
  updateAnnouncement,
} from '@/db/store';
import { type AnnouncedFacts, contentHash } from '@/server/domain/audit';
import { dayAt, lastDayProblem } from '@/server/domain/periods';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { isSpokenTo } from '@/server/views/people-spoken-to';
import { requireRoot } from '@/server/views/three-duties';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { findAnswer, keepAnswer } from '../done-change';

/** Longest announcement, in characters: it stands on top of everybody's page. */
export const maxAnnouncement = 300;

/**
 * Tells all or some until a day. Whom it reaches is found in their inbox too, and by mail where they want it: that there is one, never what it says.
 *
 * @param input.changeId of one writing of it: a repeat of the same words gets the answer of the first
 * @returns its id
 * @throws Refused not_found, forbidden, invalid (no words, too many, nobody spoken to, a day that is over; other words under the same number)
 */
export async function publishAnnouncement(
  context: CommandContext,
  { changeId, ...input }: AnnouncedFacts & { changeId: string },
): Promise<{ id: string }> {
  return runCommand(context, 'announcement.manage', async (tx) => {
    await requireAnnouncer(tx, context);
    const asked = { changeId, about: `announce ${contentHash(input)}` };
    const done = await findAnswer<{ id: string }>(tx, context, asked);
    if (done) return done;
    const facts = await requireSound(tx, context, input);
    const id = context.newId();
    await insertAnnouncement(tx, { id, ...facts, writtenBy: context.actor.userId, writtenAt: context.now() });
    tx.record('announcement.published', { id, ...facts });
    await keepAnswer(tx, context, asked, { id }, { days: 30 });
    return { id };
  });
}

/**
 * Says it otherwise, to others, or until another day. Whoever has put it away sees it again when its words are others.
 *
 * @param input.seen what stood there when the change was made
 * @throws Refused not_found, forbidden, invalid, conflict (changed or withdrawn meanwhile)
 */
export async function changeAnnouncement(
  context: CommandContext,
  input: { id: string; facts: AnnouncedFacts; seen: AnnouncedFacts },
): Promise<void> {
  await runCommand(context, 'announcement.manage', async (tx) => {
    await requireAnnouncer(tx, context);
    const stored = await requireStanding(tx, input.id);
    const before = factsOf(stored);
    const after = await requireSound(tx, context, input.facts);
    if (isSame(before, after)) return;
    if (!isSame(before, input.seen)) throw changedMeanwhile();
    await updateAnnouncement(tx, input.id, after);
    if (before.text !== after.text) await forgetDismissals(tx, input.id);
    tx.record('announcement.changed', { id: input.id, before, after });
  });
}

/** Nobody is shown it any more. One that was withdrawn already is so. @throws Refused not_found, forbidden */
export async function withdrawAnnouncement(context: CommandContext, input: { id: string }): Promise<void> {
  await runCommand(context, 'announcement.manage', async (tx) => {
    await requireAnnouncer(tx, context);
    if ((await requireAnnouncement(tx, input.id)).withdrawnAt !== null) return;
    await updateAnnouncement(tx, input.id, { withdrawnAt: context.now() });
    tx.record('announcement.withdrawn', { id: input.id });
  });
}

/**
 * Puts an announcement out of the own sight. One that is not the actor's, or that says something else than was seen, changes nothing. Nobody else sees it,
 * so no event tells of it.
 */
export async function dismissAnnouncement(context: CommandContext, input: { id: string; seen: string }): Promise<void> {
  const { userId, posts } = context.actor;
  await runCommand(context, { act: 'announcement.dismiss', only: `announcements:${userId}` }, async (tx) => {
    const announcement = await findAnnouncement(tx, input.id);
    if (announcement?.text === input.seen && isSpokenTo(posts, announcement)) await storeDismissal(tx, announcement.id, userId);
  });
}

async function requireAnnouncer(tx: CommandTx, { actor }: CommandContext): Promise<void> {
  const root = await requireRoot(tx);
  tx.about({ type: 'unit', id: root.id, unitId: root.id, period: null });
  requirePermission(actor, 'announcement.manage', { unitPath: root.path, status: null });
}

async function requireAnnouncement(tx: CommandTx, id: string): Promise<Announcement> {
  await tx.lock(`announcement:${id}`);
  const stored = await findAnnouncement(tx, id);
  if (!stored) throw notFound();
  return stored;
}

async function requireStanding(tx: CommandTx, id: string): Promise<Announcement> {
  const stored = await requireAnnouncement(tx, id);
  if (stored.withdrawnAt !== null) throw changedMeanwhile();
  return stored;
}

/** What the audience does not need is left out of it. */
async function requireSound(
  tx: CommandTx,
  context: CommandContext,
  { text, audience, unitIds, role, endsOn }: AnnouncedFacts,
): Promise<AnnouncedFacts> {
  const words = text.trim();
  if (words === '' || [...words].length > maxAnnouncement)
    throw new Refused('invalid', {
      zh: `公告要有内容，最多 ${maxAnnouncement} 个字。`,
      en: `An announcement has words, ${maxAnnouncement} characters at most.`,
    });
  const problem = lastDayProblem(endsOn, dayAt(context.now()));
  if (problem !== null)
    throw new Refused(
      'invalid',
      problem === 'over'
        ? { zh: `截止日期 ${endsOn} 已经过去了，请另选一天。`, en: `The last day, ${endsOn}, is over; choose another.` }
        : { zh: `截止日期 ${endsOn} 太远，像是年份填错了。请另选一天。`, en: `The last day, ${endsOn}, is too far away; choose another.` },
    );
  const to = [...new Set(audience === 'units' ? unitIds : [])];
  if ((audience === 'units' && (await findUnits(tx, to)).size !== to.length) || (audience === 'units' && to.length === 0))
    throw new Refused('invalid', { zh: '请选择至少一个单位。', en: 'Choose one unit at least.' });
  if (audience === 'role' && role === null) throw new Refused('invalid', { zh: '请选择岗位。', en: 'Choose a post.' });
  return { text: words, audience, unitIds: to, role: audience === 'role' ? role : null, endsOn };
}

export function factsOf({ text, audience, unitIds, role, endsOn }: Announcement): AnnouncedFacts {
  return { text, audience, unitIds, role, endsOn };
}

function isSame(one: AnnouncedFacts, other: AnnouncedFacts): boolean {
  const signs = ({ text, audience, unitIds, role, endsOn }: AnnouncedFacts) =>
    JSON.stringify([text, audience, [...unitIds].sort(), role, endsOn]);
  return signs(one) === signs(other);
}

function changedMeanwhile(): Refused {
  return new Refused('conflict', {
    zh: '这条公告刚刚被改过或撤回了，没有办理。请刷新后查看，再决定。',
    en: 'Somebody has just changed or withdrawn this announcement, so nothing was done. Reload, look and decide again.',
  });
}
