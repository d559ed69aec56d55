import {
  everExisted,
  findUnit,
  findYear,
  listOpeningBalances,
  listQuarters,
  listUnits,
  listYears,
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

import { type Figure, printFigure } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells, type Quantity } from '@/server/domain/formats';
import { type Page, pageOf } from '@/server/domain/paging';
import { can } from '@/server/domain/permissions';
import { isFound, searchWords } from '@/server/domain/searched';
import { type Actor, notFound, requirePermission } from '@/server/views/access';
import { personNames } from '@/server/views/person-names';
import { isFiler } from '@/server/views/report-units';
import { firstOpeningsOf } from './first-openings';

/** Units the person may manage, in the order of the office's list. */
export async function listOfficeUnits(reader: Reader, actor: Actor): Promise<Unit[]> {
  return unitsFor(reader, actor, 'unit.manage');
}

/** Where openings can be set: a page of the units, and whether their sum can be compared with the whole. */
export interface OpeningUnits {
  units: readonly { id: string; name: string }[];
  at: Page;
  isWhole: boolean;
  /** On all pages, whatever is looked for. */
  all: number;
}

export async function listOpeningUnits(reader: Reader, actor: Actor, asked: { search?: string; page?: number }): Promise<OpeningUnits> {
  const managed = await unitsFor(reader, actor, 'opening.set');
  const filers = managed.filter(isFiler);
  const words = searchWords(asked.search ?? '');
  const found = pageOf(
    filers.filter((unit) => isFound(words, unit.name)),
    asked.page,
  );
  return {
    units: found.lines.map(({ id, name }) => ({ id, name })),
    at: found.at,
    isWhole: managed.some((unit) => unit.parentId === null),
    all: filers.length,
  };
}

async function unitsFor(reader: Reader, actor: Actor, action: 'unit.manage' | 'opening.set'): Promise<Unit[]> {
  const units = (await listUnits(reader)).filter(
    (unit) => everExisted(unit) && can(actor.posts, action, { unitPath: unit.path, status: null }) === 'allowed',
  );
  if (units.length === 0) throw notFound();
  return units;
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
