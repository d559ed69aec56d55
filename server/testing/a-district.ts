import { randomUUID } from 'node:crypto';
import { type Filing, insertPost, insertUnit, type Store } from '@/db/store';
import { vaultOf } from '@/server/auth/vault';
import type { CommandContext } from '@/server/commands/command';
import { saveFigures } from '@/server/commands/filing/save-figures';
import { createYear } from '@/server/commands/office/create-year';
import { openQuarter } from '@/server/commands/office/open-quarter';
import { setOpenings } from '@/server/commands/office/set-openings';
import { count, type Figure } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells, type Power } from '@/server/domain/formats';
import type { Quarter } from '@/server/domain/periods';
import type { Role } from '@/server/domain/permissions';
import type { Actor } from '@/server/views/access';
import { approveQuarter, filingOf, settleFindings, submitQuarter, typeQuarter } from '../rehearsal/file-quarter';
import { addPlayer, contextOf } from '../rehearsal/players';

export interface District {
  store: Store;
  year: number;
  /** Moves the clock that every act of the district reads. */
  setClock: (moment: string) => void;
  /** The government at the root; the office's people have their posts in it. */
  rootId: string;
  unitIds: readonly string[];
  admin: CommandContext;
  reviewer: CommandContext;
  secondReviewer: CommandContext;
  auditor: CommandContext;
  /** The clerk of the n-th unit, from 0. */
  clerk: (unit?: number) => CommandContext;
  filing: (unit?: number, quarter?: Quarter) => Promise<Filing>;
  /** Somebody with one more post, as the next request would see them. */
  withPost: (context: CommandContext, role: Role, unitId: string) => Promise<CommandContext>;
  /** Types a quarter: every leaf 0 but those that are named. */
  type: (figures?: Record<CellId, number>, of?: { unit?: number; quarter?: Quarter }) => Promise<Filing>;
  /** Types a quarter, explains its findings and submits it; before its end with a reason. */
  submit: (figures?: Record<CellId, number>, of?: { unit?: number; quarter?: Quarter }) => Promise<Submitted>;
  /** The same, approved by the reviewer. */
  approve: (figures?: Record<CellId, number>, of?: { unit?: number; quarter?: Quarter }) => Promise<Submitted>;
}

export interface Submitted {
  filing: Filing;
  number: number;
  hash: string;
}

/** What the server's own secret would open. */
const vault = vaultOf('the secret of a district that is made up');

const theReason = '系统切换时遗留数据，已逐项登记说明。';

/** What a test may want otherwise. All of it is plain data: districts asked for in the same words are the same. */
export interface DistrictWanted {
  units?: number;
  powers?: readonly Power[];
  year?: number;
  openQuarters?: readonly Quarter[];
  /** `unknown`: nobody has set opening balances. */
  openings?: 'zero' | 'unknown';
}

/** A district as it stands in a database, and in every copy of that database. */
export interface FoundedDistrict {
  year: number;
  rootId: string;
  unitIds: readonly string[];
  people: Record<'admin' | 'reviewer' | 'secondReviewer' | 'auditor', Actor>;
  clerks: readonly Actor[];
}

/**
 * A district with its year under way: two departments without special powers, a clerk in each, the office's people, the
 * first quarter open, every opening 0. Name only what matters.
 */
export async function aDistrict(store: Store, wanted?: DistrictWanted): Promise<District> {
  return districtIn(store, await foundDistrict(store, wanted));
}

export async function foundDistrict(store: Store, wanted: DistrictWanted = {}): Promise<FoundedDistrict> {
  const { units = 2, powers = [], year = 2026, openQuarters = [1], openings = 'zero' } = wanted;
  const clock = () => firstMoment(year);
  const rootId = randomUUID();
  const unitIds = Array.from({ length: units }, () => randomUUID());
  const base = { powers, opensOn: '2020-01-01', closesOn: null };
  await store.tx(async (tx) => {
    await insertUnit(tx, { ...base, id: rootId, parentId: null, path: [rootId], name: '示例区人民政府', kind: 'government', sort: 0 });
    for (const [index, id] of unitIds.entries())
      await insertUnit(tx, {
        ...base,
        id,
        parentId: rootId,
        path: [rootId, id],
        name: `示例区${index + 1}局`,
        kind: index === 0 ? 'office' : 'department',
        sort: index + 1,
      });
  });
  const join = (username: string, role: Role, unitId = rootId) =>
    addPlayer(store, { username, name: `${role} ${username}`, role, unitId }, clock);
  const admin = await join('admin', 'admin');
  const people = {
    admin: admin.actor,
    reviewer: (await join('reviewer', 'reviewer')).actor,
    secondReviewer: (await join('reviewer2', 'reviewer')).actor,
    auditor: (await join('auditor', 'auditor')).actor,
  };
  const clerks: Actor[] = [];
  for (const [index, unitId] of unitIds.entries()) clerks.push((await join(`clerk${index}`, 'clerk', unitId)).actor);
  await createYear(admin, { year });
  if (openings === 'zero')
    for (const unitId of unitIds)
      await setOpenings(admin, {
        unitId,
        year,
        reason: '上年度已发布年报所列期末数',
        values: leafCells(getFormat('2021'))
          .filter((cell) => cell.addsUp === 'opening')
          .map((cell) => ({ cell: cell.id, raw: '0' })),
      });
  for (const quarter of openQuarters) await openQuarter(admin, { year, quarter });
  return { year, rootId, unitIds, people, clerks };
}

/** The people of a founded district at work in a store that holds it. */
export function districtIn(store: Store, { year, rootId, unitIds, people, clerks }: FoundedDistrict): District {
  let now = firstMoment(year);
  const at = (actor: Actor): CommandContext => ({ ...contextOf(store, actor, () => now), vault });
  const admin = at(people.admin);
  const reviewer = at(people.reviewer);
  const clerk = (unit = 0): CommandContext => {
    const found = clerks[unit];
    if (!found) throw new Error(`the district has no unit ${unit}`);
    return at(found);
  };
  const format = getFormat('2021');
  const filing = (unit = 0, quarter: Quarter = 1) => filingOf(admin, unitIds[unit] ?? '', year, quarter);
  const type: District['type'] = async (figures = {}, { unit = 0, quarter = 1 } = {}) => {
    const found = await filing(unit, quarter);
    const book = new Map<CellId, Figure>(leafCells(format).map((cell) => [cell.id, count(figures[cell.id] ?? 0)]));
    await typeQuarter(clerk(unit), found, book);
    return found;
  };
  const submit: District['submit'] = async (figures, of = {}) => {
    const found = await type(figures, of);
    await settleFindings(clerk(of.unit), reviewer, found.id, () => theReason);
    return { filing: found, ...(await submitQuarter(clerk(of.unit), found.id, theReason)) };
  };
  return {
    store,
    year,
    rootId,
    unitIds,
    admin,
    reviewer,
    secondReviewer: at(people.secondReviewer),
    auditor: at(people.auditor),
    clerk,
    filing,
    type,
    submit,
    setClock(moment) {
      now = new Date(moment);
    },
    async withPost(context, role, unitId) {
      const post = { id: randomUUID(), userId: context.actor.userId, role, unitId };
      await store.tx((tx) => insertPost(tx, { ...post, startedAt: now }));
      return { ...context, actor: { ...context.actor, posts: [...context.actor.posts, post] } };
    },
    async approve(figures, of) {
      const submitted = await submit(figures, of);
      await approveQuarter(reviewer, submitted.filing.id, submitted);
      return submitted;
    },
  };
}

const firstMoment = (year: number) => new Date(`${year}-04-08T02:00:00Z`);

/** One cell typed on top of what the person last saw. */
export async function typeCell(
  clerk: CommandContext,
  filingId: string,
  { cell, raw, baseVersion = 0 }: { cell: CellId; raw: string; baseVersion?: number },
) {
  const [saved] = await saveFigures(clerk, { filingId, changes: [{ changeId: clerk.newId(), cell, raw, baseVersion }] });
  if (!saved) throw new Error('a save of one cell has one result');
  return saved;
}
