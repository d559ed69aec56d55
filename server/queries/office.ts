import {
  everExisted,
  findUnit,
  findYear,
  listOpeningBalances,
  listPeople,
  listPosts,
  listQuarters,
  listUnits,
  listYears,
  type Person,
  type Post,
  peopleWithIdentity,
  peopleWithSecondFactor,
  type Reader,
  type Unit,
  type Year,
  type YearQuarter,
} from '@/db/store';
import type { PasswordProfile } from '@/server/domain/accounts/password-policy';
import type { SecondFactorPolicy } from '@/server/domain/accounts/second-factor-policy';
import { passwordProfile } from '@/server/views/password-profile';
import { secondFactorPolicy } from '@/server/views/second-factor-policy';

export type { Unit, Year, YearQuarter } from '@/db/store';

import { heldAccounts } from '@/server/auth/guesses';
import { type Figure, printFigure } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells, type Quantity } from '@/server/domain/formats';
import { can } from '@/server/domain/permissions';
import { type Actor, notFound, requirePermission } from '@/server/views/access';
import { type OpenWork, openWorkLeftBy } from '@/server/views/open-work';
import { personNames } from '@/server/views/person-names';
import { firstOpeningsOf } from './first-openings';

/** Units the person may manage, in tree order of the office's list. */
export async function listOfficeUnits(reader: Reader, actor: Actor): Promise<Unit[]> {
  return unitsFor(reader, actor, 'unit.manage');
}

/** Units whose people the person sees. */
export async function listPostUnits(reader: Reader, actor: Actor): Promise<Unit[]> {
  return unitsFor(reader, actor, 'people.read');
}

async function unitsFor(reader: Reader, actor: Actor, action: 'unit.manage' | 'people.read'): Promise<Unit[]> {
  const units = (await listUnits(reader)).filter(
    (unit) => everExisted(unit) && can(actor.posts, action, { unitPath: unit.path, status: null }) === 'allowed',
  );
  if (units.length === 0) throw notFound();
  return units;
}

export interface OfficePerson extends Person {
  /** Until when wrong passwords keep somebody from trying this account, wherever from; null: nobody is kept. */
  heldUntil: string | null;
  /** An identity of the office's provider signs them in. */
  hasIdentity: boolean;
  hasSecondFactor: boolean;
  /** `openWork`: what would be left without a clerk if the post ended. */
  posts: readonly (Post & { unitName: string; openWork: readonly OpenWork[] })[];
}

/** People with a post in a unit the person may manage, and those without any post. */
export async function listOfficePeople(reader: Reader, actor: Actor, now: Date): Promise<OfficePerson[]> {
  const units = await listUnits(reader);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const mayManage = (unitId: string) => {
    const unit = byId.get(unitId);
    return unit !== undefined && can(actor.posts, 'people.read', { unitPath: unit.path, status: null }) === 'allowed';
  };
  if (!units.some((unit) => mayManage(unit.id))) throw notFound();
  const posts = await listPosts(reader);
  const heldBy = new Map<string, Post[]>();
  for (const post of posts) heldBy.set(post.userId, [...(heldBy.get(post.userId) ?? []), post]);
  const left = await openWorkLeftBy(reader, posts);
  const heldUntil = await heldAccounts(reader, now);
  const bound = await peopleWithIdentity(reader);
  const withSecondFactor = await peopleWithSecondFactor(reader);
  return (await listPeople(reader)).flatMap((person): OfficePerson[] => {
    const held = heldBy.get(person.id) ?? [];
    if (held.length > 0 && !held.some((post) => mayManage(post.unitId))) return [];
    return [
      {
        ...person,
        heldUntil: heldUntil(person.username)?.toISOString() ?? null,
        hasIdentity: bound.has(person.id),
        hasSecondFactor: withSecondFactor.has(person.id),
        posts: held.map((post) => ({ ...post, unitName: byId.get(post.unitId)?.name ?? '', openWork: left.get(post.id) ?? [] })),
      },
    ];
  });
}

/** For whoever manages the people of the whole office; null for others, whose page goes without it. */
export async function loadPasswordProfile(reader: Reader, actor: Actor): Promise<PasswordProfile | null> {
  return (await managesAllPeople(reader, actor)) ? passwordProfile(reader) : null;
}

/** For the same people, and null for others. */
export async function loadSecondFactorPolicy(reader: Reader, actor: Actor): Promise<SecondFactorPolicy | null> {
  return (await managesAllPeople(reader, actor)) ? secondFactorPolicy(reader) : null;
}

async function managesAllPeople(reader: Reader, actor: Actor): Promise<boolean> {
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  return root !== undefined && can(actor.posts, 'policy.manage', { unitPath: root.path, status: null }) === 'allowed';
}

export async function loadYears(reader: Reader, actor: Actor): Promise<(Year & { quarters: YearQuarter[] })[]> {
  const root = (await listUnits(reader)).find((unit) => unit.parentId === null);
  if (!root || can(actor.posts, 'board.read', { unitPath: root.path, status: null }) !== 'allowed') throw notFound();
  const years = await listYears(reader);
  return Promise.all(years.map(async (year) => ({ ...year, quarters: await listQuarters(reader, year.year) })));
}

export interface OpeningForm {
  unitId: string;
  unitName: string;
  year: number;
  cells: readonly {
    cell: CellId;
    rowLabel: string;
    columnLabel: string;
    measuredIn: string;
    quantity: Quantity;
    value: string;
    reason: string;
    setBy: string;
    setAt: string | null;
  }[];
  /** What the first quarter takes over where nothing is entered here. */
  inherited: Record<CellId, Figure>;
}

export async function loadOpeningForm(reader: Reader, actor: Actor, of: { unitId: string; year: number }): Promise<OpeningForm> {
  const unit = await findUnit(reader, of.unitId);
  const year = await findYear(reader, of.year);
  if (!unit || !year) throw notFound();
  requirePermission(actor, 'opening.set', { unitPath: unit.path, status: null });
  const format = getFormat(year.format, year.rowVariant);
  const set = new Map((await listOpeningBalances(reader, unit.id, of.year)).map((balance) => [balance.cell, balance]));
  const nameOf = await personNames(reader);
  const [openings = new Map<CellId, Figure>()] = await firstOpeningsOf(reader, year, [unit]);
  return {
    unitId: unit.id,
    unitName: unit.name,
    year: of.year,
    cells: leafCells(format)
      .filter((cell) => cell.addsUp === 'opening')
      .map((cell) => {
        const balance = set.get(cell.id);
        return {
          cell: cell.id,
          rowLabel: cell.rowLabel,
          columnLabel: cell.columnLabel,
          measuredIn: cell.measuredIn,
          quantity: cell.quantity,
          value: balance ? printFigure({ state: 'number', value: balance.value, decimals: balance.decimals }, cell) : '',
          reason: balance?.reason ?? '',
          setBy: nameOf(balance?.setBy ?? null),
          setAt: balance?.setAt.toISOString() ?? null,
        };
      }),
    inherited: Object.fromEntries([...openings].filter(([cell]) => !set.has(cell))),
  };
}
