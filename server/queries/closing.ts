import { listPeople, listPosts, type Post, type Reader } from '@/db/store';
import { type CellId, cellName, getFormat } from '@/server/domain/formats';
import { type Period, periodOf } from '@/server/domain/periods';
import { can, type Role } from '@/server/domain/permissions';
import { takeOverPeriod } from '@/server/domain/roll-up';
import type { Sentence } from '@/server/domain/sentence';
import { type Actor, requirePermission } from '@/server/views/access';
import { closingSentence } from '@/server/views/closing-sentence';
import { type Closing, loadClosingView } from '@/server/views/closing-view';

/** What a closing would move, before anybody does it. */
export interface ClosingPreview {
  last: Period;
  first: Period;
  units: readonly { unitId: string; name: string; unfinished: readonly Period[]; vanishing: readonly Period[] }[];
  successor: string | null;
  people: readonly { name: string; username: string; role: Role; unitId: string; isActive: boolean }[];
  /** The figures are not for this person: where 三员 are three people, the system administrator closes units and sees none. */
  hidesFigures: boolean;
  /** Balances above 0, by opening cell: what each unit leaves, what the successor carries over itself, and what it opens with. */
  balances: readonly {
    cell: CellId;
    name: string;
    measuredIn: string;
    parts: readonly (number | null)[];
    own: number | null;
    sum: number;
  }[];
  refusals: readonly Sentence[];
}

/** @throws Refused not_found, forbidden */
export async function loadClosingPreview(reader: Reader, actor: Actor, closing: Closing): Promise<ClosingPreview> {
  const view = await loadClosingView(reader, closing);
  const all = [...view.units, ...(view.successor ? [view.successor] : [])];
  for (const unit of all) requirePermission(actor, 'unit.manage', { unitPath: unit.path, status: null });
  const hidesFigures = all.some((unit) => can(actor.posts, 'filing.read', { unitPath: unit.path, status: null }) !== 'allowed');
  const ofUnit = (filings: typeof view.unfinished, unitId: string) =>
    filings.filter((filing) => filing.unitId === unitId).map(({ year, quarter }) => ({ year, quarter: quarter as Period['quarter'] }));
  const people = new Map((await listPeople(reader)).map((person) => [person.id, person]));
  return {
    last: periodOf(closing.closesOn),
    first: takeOverPeriod(closing.closesOn),
    units: view.units.map((unit) => ({
      unitId: unit.id,
      name: unit.name,
      unfinished: ofUnit(view.unfinished, unit.id),
      vanishing: ofUnit(view.vanishing, unit.id),
    })),
    successor: view.successor?.name ?? null,
    people: inOrderOf(view.units, await listPosts(reader)).flatMap((post) => {
      const person = people.get(post.userId);
      if (!person) return [];
      return [{ name: person.name, username: person.username, role: post.role, unitId: post.unitId, isActive: person.isActive }];
    }),
    hidesFigures,
    balances: hidesFigures ? [] : balancesOf(view),
    refusals: view.refusals.map(closingSentence),
  };
}

function inOrderOf(units: readonly { id: string }[], posts: readonly Post[]): readonly Post[] {
  return units.flatMap((unit) => posts.filter((post) => post.unitId === unit.id));
}

function balancesOf({ units, successor, balances }: Awaited<ReturnType<typeof loadClosingView>>): ClosingPreview['balances'] {
  const cells = new Map(
    (['2021', '2019'] as const).flatMap((id) => [...getFormat(id).cells.values()].map((cell) => [cell.id, cell] as const)),
  );
  const known = new Set([...balances.values()].flatMap((book) => [...book.keys()]));
  return [...cells.values()].flatMap((cell) => {
    if (!known.has(cell.id)) return [];
    const parts = units.map((unit) => balances.get(unit.id)?.get(cell.id) ?? null);
    if (parts.every((part) => !part)) return [];
    const own = successor ? (balances.get(successor.id)?.get(cell.id) ?? null) : null;
    const sum = [...parts, own].reduce<number>((total, part) => total + (part ?? 0), 0);
    return [{ cell: cell.id, name: cellName(cell), measuredIn: cell.measuredIn, parts, own, sum }];
  });
}
