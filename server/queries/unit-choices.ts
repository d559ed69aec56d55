import { everExisted, listUnits, type Reader, type Unit } from '@/db/store';
import { askedWords, isNamedBy } from '@/server/domain/named-by';
import { linesPerPage } from '@/server/domain/paging';
import { type Action, can } from '@/server/domain/permissions';
import { type ChoiceAim, inTreeOrder, type UnitChoices } from '@/server/domain/units';
import type { Actor } from '@/server/views/access';
import { isFiler } from '@/server/views/report-units';

/** By which act a unit may be chosen, and which then can be. */
const aims: Readonly<Record<ChoiceAim, { action: Action; isPossible: (unit: Unit) => boolean }>> = {
  parent: { action: 'unit.manage', isPossible: (unit) => unit.closesOn === null },
  post: { action: 'people.read', isPossible: everExisted },
  closing: { action: 'unit.manage', isPossible: (unit) => isFiler(unit) && unit.closesOn === null },
  adoption: { action: 'report.import', isPossible: () => true },
  announcement: { action: 'announcement.manage', isPossible: (unit) => unit.closesOn === null },
  // A unit that closed is part of its successor's.
  trends: { action: 'report.read', isPossible: (unit) => unit.successorId === null },
};

/** The first of the units that this person may choose, in tree order, whose name holds every word, by characters or initials of pinyin. */
export async function loadUnitChoices(
  reader: Reader,
  actor: Actor,
  { aim, search = '' }: { aim: ChoiceAim; search?: string | undefined },
): Promise<UnitChoices> {
  const { action, isPossible } = aims[aim];
  const all = inTreeOrder(
    (await listUnits(reader)).filter(
      (unit) => isPossible(unit) && can(actor.posts, action, { unitPath: unit.path, status: null }) === 'allowed',
    ),
  );
  const words = askedWords(search);
  const found = words.length === 0 ? all : all.filter(({ unit }) => isNamedBy(unit.name, words));
  const units = found.slice(0, linesPerPage).map(({ unit: { id, name, kind }, depth }) => ({ id, name, kind, depth }));
  return { units, of: found.length, all: all.length };
}
