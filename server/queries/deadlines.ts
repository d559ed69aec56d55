import { findUnits, listFilings, listQuarters, listWaitingContributions, listYears, type Reader } from '@/db/store';
import { isOver } from '@/server/domain/deadlines';
import { periodWords } from '@/server/domain/notices';
import { type Day, dayAt, firstDay, lastDay, type Quarter } from '@/server/domain/periods';
import { can, type Role } from '@/server/domain/permissions';
import { isSent } from '@/server/domain/workflow';
import type { Actor } from '@/server/views/access';
import { isFiler } from '@/server/views/report-units';

/** A day by which something is to be done. */
export interface Deadline {
  /** The same for the same thing for ever: a calendar that has it already moves it. */
  key: string;
  day: Day;
  what: string;
}

const ofUnit: readonly Role[] = ['clerk', 'head'];

/**
 * A person's days: what their units have not sent, the quarters of this year and the next that are still to be opened for them, the material that they are
 * asked for; and for the office, until when units have time. What is over and done is left out.
 */
export async function listDeadlines(reader: Reader, actor: Actor, now: Date): Promise<Deadline[]> {
  const today = dayAt(now);
  const unitIds = [...new Set(actor.posts.filter((post) => ofUnit.includes(post.role)).map((post) => post.unitId))];
  const ahead = await quartersAhead(reader, today);
  return [...(await ofUnits(reader, unitIds, ahead)), ...(await materialOf(reader, actor)), ...ofOffice(actor, ahead)].sort((a, b) =>
    a.day === b.day ? (a.key < b.key ? -1 : 1) : a.day < b.day ? -1 : 1,
  );
}

interface Ahead {
  year: number;
  quarter: Quarter;
  dueOn: Day;
  isOpen: boolean;
}

async function quartersAhead(reader: Reader, today: Day): Promise<Ahead[]> {
  const ahead: Ahead[] = [];
  for (const { year } of await listYears(reader))
    for (const { quarter, dueOn, openedAt } of await listQuarters(reader, year))
      if (!isOver(dueOn, today)) ahead.push({ year, quarter: quarter as Quarter, dueOn, isOpen: openedAt !== null });
  return ahead;
}

async function ofUnits(reader: Reader, unitIds: readonly string[], ahead: readonly Ahead[]): Promise<Deadline[]> {
  if (unitIds.length === 0) return [];
  const filings = await listFilings(reader, { unitIds });
  const known = new Set(filings.map(({ unitId, year, quarter }) => keyOf(unitId, year, quarter)));
  const unsent = filings.filter(({ status }) => !isSent(status));
  const units = await findUnits(reader, unitIds);
  return [
    ...unsent.map(({ unitId, unitName, year, quarter, dueOn }) => ({
      ...{ key: keyOf(unitId, year, quarter), day: dueOn },
      what: `${unitName} ${inWords(year, quarter)}数据报送截止`,
    })),
    ...[...units.values()].filter(isFiler).flatMap((unit) =>
      ahead
        .filter(({ year, quarter }) => unit.opensOn <= lastDay(year, quarter) && (unit.closesOn ?? '9999') >= firstDay(year, quarter))
        .filter(({ year, quarter }) => !known.has(keyOf(unit.id, year, quarter)))
        .map(({ year, quarter, dueOn, isOpen }) => ({
          ...{ key: keyOf(unit.id, year, quarter), day: dueOn },
          // A unit that came after the quarter was opened has no filing in it until it is opened once more.
          what: `${unit.name} ${inWords(year, quarter)}数据报送截止${isOpen ? '' : '（尚未开放）'}`,
        })),
    ),
  ];
}

async function materialOf(reader: Reader, actor: Actor): Promise<Deadline[]> {
  const requests = await listWaitingContributions(reader);
  const units = await findUnits(reader, [...new Set(requests.map(({ unitId }) => unitId))]);
  return requests.flatMap(({ id, unitId, year, dueOn }) => {
    const unit = units.get(unitId);
    if (!unit || can(actor.posts, 'contribution.answer', { unitPath: unit.path, status: null }) !== 'allowed') return [];
    return [{ key: `material-${id}`, day: dueOn, what: `${unit.name} ${year} 年年报素材答复截止` }];
  });
}

function ofOffice({ posts }: Actor, ahead: readonly Ahead[]): Deadline[] {
  if (!posts.some(({ role }) => role === 'reviewer' || role === 'admin')) return [];
  return ahead.map(({ year, quarter, dueOn }) => ({
    ...{ key: `quarter-${year}Q${quarter}`, day: dueOn },
    what: `${inWords(year, quarter)}各单位数据报送截止`,
  }));
}

function keyOf(unitId: string, year: number, quarter: number): string {
  return `due-${unitId}-${year}Q${quarter}`;
}

function inWords(year: number, quarter: number): string {
  return periodWords(`${year}Q${quarter}`).zh;
}
