import {
  insertFiling,
  insertUnit,
  lastUnitSort,
  listFilings,
  listPosts,
  listQuarters,
  listUnits,
  listYears,
  type Post,
  endPost as storeEndPost,
  type Unit,
  updateUnit,
} from '@/db/store';
import { isOneOfThree } from '@/server/domain/duties';
import { powers } from '@/server/domain/formats';
import { type Day, firstDay, isQuarter } from '@/server/domain/periods';
import { takeOverPeriod } from '@/server/domain/roll-up';
import type { UnitKind } from '@/server/domain/units';
import { Refused } from '@/server/errors';
import { notFound, requirePermission } from '@/server/views/access';
import { isOfficeDivided } from '@/server/views/acting-posts';
import { closingSentence } from '@/server/views/closing-sentence';
import { loadClosingView } from '@/server/views/closing-view';
import { type CommandContext, type CommandTx, runCommand } from '../command';
import { lapseActsAskedBy } from '../duty/asker-stands';
import { byTheThree } from '../duty/three-guards';
import { filingLock } from '../filing/filing-access';
import { addPostOrAsk } from './posts';
import { requireUnitDay } from './unit-day';
import { requireUnitName } from './unit-name';

/** What becomes of the units: an existing unit takes them over, or a new one under a name of its own, or nobody does. */
export type Into = { unitId: string } | { name: string; kind: Exclude<UnitKind, 'government'> } | null;

/**
 * Closes units on a day: a merger when there are several, a renaming when one is succeeded by a new unit. Balances follow by
 * themselves; people get the same posts in the successor, and leave those of a unit in which nothing is unfinished. Quarters
 * after the day are nobody's any more. All of it is one act.
 *
 * @returns the successor's id
 * @throws Refused not_found, forbidden, invalid (with every refusal in the details; a day that cannot be meant)
 */
export async function closeUnits(
  context: CommandContext,
  input: { unitIds: readonly string[]; closesOn: Day; into: Into },
): Promise<{ successorId: string | null }> {
  return runCommand(context, 'unit.manage', async (tx) => {
    await tx.lock('units');
    await lockFilings(tx, input);
    const into = input.into === null ? null : 'unitId' in input.into ? { unitId: input.into.unitId } : 'new';
    const view = await loadClosingView(tx, { unitIds: input.unitIds, closesOn: input.closesOn, into });
    for (const unit of [...view.units, ...(view.successor ? [view.successor] : [])]) {
      tx.about({ type: 'unit', id: unit.id, unitId: unit.id, period: null });
      requirePermission(context.actor, 'unit.manage', { unitPath: unit.path, status: null });
    }
    requireUnitDay(context, input.closesOn);
    const [first] = view.refusals;
    if (first) throw new Refused('invalid', closingSentence(first), { refusals: view.refusals.map(closingSentence) });
    const successor =
      input.into && 'name' in input.into
        ? await succeed(tx, context, { units: view.units, into: input.into, closesOn: input.closesOn })
        : view.successor;
    for (const unit of view.units) {
      await updateUnit(tx, unit.id, { closesOn: input.closesOn, successorId: successor?.id ?? null });
      tx.record(
        'unit.closed',
        { closesOn: input.closesOn, successorId: successor?.id ?? null, before: null },
        { object: { type: 'unit', id: unit.id, unitId: unit.id, period: null } },
      );
    }
    if (successor) {
      if (view.successor === null) await openQuarters(tx, context, successor);
      const unfinished = new Set(view.unfinished.map((filing) => filing.unitId));
      await handOverPosts(tx, context, { units: view.units, successor, unfinished });
    }
    return { successorId: successor?.id ?? null };
  });
}

/** Filings that the decision looks at: nobody writes into them or submits them meanwhile. */
async function lockFilings(tx: CommandTx, { unitIds, into }: { unitIds: readonly string[]; into: Into }): Promise<void> {
  const all = into && 'unitId' in into ? [...unitIds, into.unitId] : [...unitIds];
  const filings = await listFilings(tx, { unitIds: all });
  for (const id of filings.map((filing) => filing.id).sort()) await tx.lock(filingLock(id));
}

/** The new unit: where the first of them stood, with all they may do. */
async function succeed(
  tx: CommandTx,
  context: CommandContext,
  { units, into: { name, kind }, closesOn }: { units: readonly Unit[]; into: { name: string; kind: UnitKind }; closesOn: Day },
): Promise<Unit> {
  const [first] = units;
  if (!first) throw notFound();
  const id = context.newId();
  const opens = takeOverPeriod(closesOn);
  const unit: Unit = {
    id,
    parentId: first.parentId,
    path: [...first.path.slice(0, -1), id],
    name: requireUnitName(name, first.parentId, await listUnits(tx)),
    kind,
    powers: powers.filter((power) => units.some((one) => one.powers.includes(power))),
    sort: (await lastUnitSort(tx)) + 1,
    opensOn: firstDay(opens.year, opens.quarter),
    closesOn: null,
    successorId: null,
    needsSignOff: units.some((one) => one.needsSignOff),
  };
  await insertUnit(tx, unit);
  const { name: named, parentId, opensOn, powers: held } = unit;
  tx.record(
    'unit.created',
    { name: named, parentId, kind, opensOn, powers: held },
    { object: { type: 'unit', id, unitId: id, period: null } },
  );
  return unit;
}

/** The quarters that were opened before the unit was known of. */
async function openQuarters(tx: CommandTx, context: CommandContext, unit: Unit): Promise<void> {
  for (const { year } of await listYears(tx))
    for (const { quarter, openedAt } of await listQuarters(tx, year))
      if (openedAt && isQuarter(quarter) && firstDay(year, quarter) >= unit.opensOn)
        await insertFiling(tx, { id: context.newId(), unitId: unit.id, year, quarter, at: context.now() });
}

/**
 * Whoever had a post in a closing unit has it in the successor; the old one ends unless something there is unfinished. A post of whoever closes the
 * units waits for another administrator, as one they would give to themselves.
 */
async function handOverPosts(
  tx: CommandTx,
  context: CommandContext,
  { units, successor, unfinished }: { units: readonly Unit[]; successor: Unit; unfinished: ReadonlySet<string> },
): Promise<void> {
  const posts = await listPosts(tx);
  const isDivided = await isOfficeDivided(tx);
  const closing = new Set(units.map((unit) => unit.id));
  const isHeld = (post: Post, among: readonly Post[]) =>
    among.some((one) => one.unitId === successor.id && one.userId === post.userId && one.role === post.role);
  const given: Post[] = [];
  if (isDivided && posts.some((post) => closing.has(post.unitId) && isOneOfThree(post.role))) throw byTheThree();
  for (const post of posts.filter((one) => closing.has(one.unitId))) {
    tx.about({ type: 'person', id: post.userId, unitId: successor.id, period: null });
    if (!isHeld(post, [...posts, ...given])) {
      const moved = { userId: post.userId, unitId: successor.id, role: post.role };
      const isLeft = isDivided && post.userId === context.actor.userId;
      if (!isLeft && !(await addPostOrAsk(tx, context, moved))) given.push({ ...post, unitId: successor.id });
    }
    if (unfinished.has(post.unitId)) continue;
    await storeEndPost(tx, post.id, context.now());
    tx.record(
      'post.ended',
      { postId: post.id, userId: post.userId, role: post.role, unitId: post.unitId },
      { object: { type: 'person', id: post.userId, unitId: post.unitId, period: null } },
    );
    await lapseActsAskedBy(tx, context, post.userId);
  }
}
