import {
  findUnit,
  latestEvents,
  listEvents,
  listFilings,
  listPosts,
  listPredecessors,
  postsOf,
  endPost as storeEndPost,
  type Unit,
  updateUnit,
} from '@/db/store';
import type { ChainedEvent, EventPayloads } from '@/server/domain/audit';
import { dutyConflict, isOneOfThree } from '@/server/domain/duties';
import { isQuarter } from '@/server/domain/periods';
import { type Role, roles } from '@/server/domain/permissions';
import { quartersAfter } from '@/server/domain/workflow';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { isOfficeDivided } from '@/server/views/acting-posts';
import { isTouched } from '@/server/views/closing-view';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { lapseActsAskedBy } from '../duty/asker-stands';
import { filingLock } from '../filing/filing-access';
import { addPostOrAsk } from './posts';

/**
 * Takes a closing back while nothing has happened since: posts return, and quarters after the day are the unit's again. A unit
 * that was set up to succeed it and has nobody left to succeed never was.
 *
 * @throws Refused not_found, forbidden, invalid (it is not closed), wrong_status (the successor has worked since)
 */
export async function reopenUnit(context: CommandContext, input: { unitId: string }): Promise<void> {
  await runCommand(context, 'unit.manage', async (tx) => {
    await tx.lock('units');
    const unit = await findUnit(tx, input.unitId);
    if (!unit) throw notFound();
    tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: null });
    requirePermission(context.actor, 'unit.manage', { unitPath: unit.path, status: null });
    if (unit.closesOn === null)
      throw new Refused('invalid', { zh: `“${unit.name}”没有撤并，不需要撤销。`, en: `"${unit.name}" is not closed.` });
    const successor = unit.successorId === null ? null : await findUnit(tx, unit.successorId);
    if (successor) await requireUntouched(tx, unit, successor);
    await updateUnit(tx, unit.id, { closesOn: null, successorId: null });
    tx.record('unit.changed', {
      before: { closesOn: unit.closesOn, successorId: unit.successorId },
      after: { closesOn: null, successorId: null },
    });
    if (!successor) return;
    await returnPosts(tx, context, unit, successor);
    await voidUnit(tx, context, unit, successor);
  });
}

/** Once the successor has filed with what it took over, both stay as they are: its figures stand on them. */
async function requireUntouched(tx: CommandTx, unit: Unit, successor: Unit): Promise<void> {
  const filings = await listFilings(tx, { unitIds: [successor.id] });
  for (const id of filings.map((filing) => filing.id).sort()) await tx.lock(filingLock(id));
  const periods = filings.map(
    (filing) => ({ year: filing.year, quarter: isQuarter(filing.quarter) ? filing.quarter : 4, filing }) as const,
  );
  for (const { year, quarter, filing } of quartersAfter(periods, unit.closesOn ?? ''))
    if (await isTouched(tx, filing))
      throw new Refused('wrong_status', {
        zh: `“${successor.name}”已经在 ${year} 年第 ${quarter} 季度填报，其期初数包含“${unit.name}”转入的件数，不能再撤销。确需撤销，请先由该单位清空这一季度。`,
        en: `"${successor.name}" has worked on Q${quarter} ${year}, which opens with what "${unit.name}" left; the closing cannot be taken back. If it must be, have the unit clear that quarter first.`,
      });
}

/**
 * Posts that moved with the closing move back: the events of its transaction say which. Where 三员 are three people, what is given by two of them or by
 * nobody to themselves is left out.
 */
async function returnPosts(tx: CommandTx, context: CommandContext, unit: Unit, successor: Unit): Promise<void> {
  const [closed] = await latestEvents(tx, { objectType: 'unit', objectId: unit.id, kindPrefix: 'unit.closed', limit: 1 });
  if (!closed) return;
  const moved = (await listEvents(tx, { after: closed.seq, kindPrefix: 'post.', limit: 1000 })).filter(
    (event) => event.requestId === closed.requestId,
  );
  const isDivided = await isOfficeDivided(tx);
  const rolesOf = (held: readonly { role: Role }[]) => held.map((one) => one.role);
  for (const { payload } of moved.filter(isOf('post.ended'))) {
    if (payload.unitId !== unit.id) continue;
    tx.about({ type: 'person', id: payload.userId, unitId: unit.id, period: null });
    const held = await postsOf(tx, payload.userId);
    const post = { userId: payload.userId, unitId: unit.id, role: roleOf(payload.role) };
    const isHeld = held.some((one) => one.unitId === post.unitId && one.role === post.role);
    const isBarred =
      isDivided && (post.userId === context.actor.userId || isOneOfThree(post.role) || dutyConflict(rolesOf(held), post.role) !== null);
    if (!isHeld && !isBarred) await addPostOrAsk(tx, context, post);
  }
  for (const { payload } of moved.filter(isOf('post.given'))) {
    const held = await postsOf(tx, payload.userId);
    const post = held.find((one) => one.unitId === successor.id && one.role === payload.role);
    if (!post || !held.some((one) => one.unitId === unit.id && one.role === payload.role)) continue;
    await storeEndPost(tx, post.id, context.now());
    const object = { type: 'person', id: post.userId, unitId: successor.id, period: null } as const;
    tx.record('post.ended', { postId: post.id, userId: post.userId, role: post.role, unitId: post.unitId }, { object });
    await lapseActsAskedBy(tx, context, post.userId);
  }
}

function isOf<K extends 'post.given' | 'post.ended'>(kind: K) {
  return (event: ChainedEvent): event is ChainedEvent & { payload: EventPayloads[K] } => event.kind === kind;
}

function roleOf(text: string): Role {
  const role = roles.find((one) => one === text);
  if (!role) throw new Error(`the log names a role there is not: ${text}`);
  return role;
}

/** A unit set up for the closing that is taken back: it ends before it began, and so existed in no quarter. */
async function voidUnit(tx: CommandTx, context: CommandContext, unit: Unit, successor: Unit): Promise<void> {
  const [created] = await latestEvents(tx, { objectType: 'unit', objectId: successor.id, kindPrefix: 'unit.created', limit: 1 });
  const [closed] = await latestEvents(tx, { objectType: 'unit', objectId: unit.id, kindPrefix: 'unit.closed', limit: 1 });
  if (!created || created.requestId !== closed?.requestId || unit.closesOn === null) return;
  if ((await listPredecessors(tx, [successor.id])).length > 0) return;
  await updateUnit(tx, successor.id, { closesOn: unit.closesOn });
  const object = { type: 'unit', id: successor.id, unitId: successor.id, period: null } as const;
  tx.record('unit.closed', { closesOn: unit.closesOn, successorId: null, before: null }, { object });
  for (const post of (await listPosts(tx)).filter((one) => one.unitId === successor.id)) {
    await storeEndPost(tx, post.id, context.now());
    tx.record(
      'post.ended',
      { postId: post.id, userId: post.userId, role: post.role, unitId: post.unitId },
      { object: { type: 'person', id: post.userId, unitId: successor.id, period: null } },
    );
    await lapseActsAskedBy(tx, context, post.userId);
  }
}
