import fc from 'fast-check';
import { type FigureBook, numberAt } from '../../figures';
import type { Format } from '../../formats';
import { firstDay, lastDay, nextPeriod, type Quarter, quarters } from '../../periods';
import type { QuarterBooks } from '../roll-up-year';
import { existedBefore, predecessorsIn, takeOver, type UnitLife, type UnitQuarters } from '../take-over';
import { aBook } from './a-book';

export const year = 2026;

/** One column of table 三 as a unit files it. */
export interface Flows {
  received: number;
  answered: number;
}

/** A closing: which of the units then alive goes, and to whom (modulo); an even `to` sets up a new unit. */
interface Closing {
  quarter: Quarter;
  goes: number;
  to: number;
}

export interface ADistrict {
  lives: UnitLife[];
  units: UnitQuarters[];
  /** The books of the quarter after the year: openings as each unit takes them over. */
  openingsAfter: FigureBook[];
}

/** Districts in which units close at the end of random quarters into units that stood, or that begin with the next quarter. */
export function anyDistrict(format: Format): fc.Arbitrary<ADistrict> {
  const quarter = fc.constantFrom(...quarters);
  const flow = fc.record({ received: fc.nat({ max: 50 }), answered: fc.nat({ max: 50 }) });
  return fc
    .record({
      count: fc.integer({ min: 2, max: 5 }),
      closings: fc.array(fc.record({ quarter, goes: fc.nat(), to: fc.nat() }), { maxLength: 5 }),
      flows: fc.infiniteStream(flow),
      first: fc.infiniteStream(fc.nat({ max: 20 })),
    })
    .map(({ count, closings, flows, first }) => {
      const lives = livesOf(count, closings);
      const books = new Map(lives.map((life) => [life.id, [null, null, null, null] as (FigureBook | null)[]]));
      for (const at of quarters)
        for (const life of lives) {
          if (!isAlive(life, at)) continue;
          const opening = openingOf(format, { lives, books, life, quarter: at }) ?? first.next().value;
          const { received, answered: most } = flows.next().value;
          const answered = Math.min(most, opening + received);
          books.get(life.id)?.splice(
            at - 1,
            1,
            aBook({
              's3.carried_in.natural_person': opening,
              's3.new_received.natural_person': received,
              's3.granted.natural_person': answered,
              's3.carried_out.natural_person': opening + received - answered,
            }),
          );
        }
      const next = { year: year + 1, quarter: 1 as const };
      return {
        lives,
        units: lives.map((life): UnitQuarters => {
          const alive = quarters.filter((at) => isAlive(life, at));
          const own = books.get(life.id) ?? [];
          return {
            unit: life.id,
            books: [own[0] ?? null, own[1] ?? null, own[2] ?? null, own[3] ?? null] satisfies QuarterBooks,
            span: { first: alive[0] ?? 1, last: alive.at(-1) ?? 4 },
            successor: life.successorId,
          };
        }),
        openingsAfter: lives
          .filter((life) => life.closesOn === null)
          .map((life) => {
            const own = existedBefore(life, next) ? carried(books.get(life.id)?.[3] ?? null) : null;
            return takeOver(format, own, closingsInto(lives, books, life, next));
          }),
      };
    });
}

function livesOf(count: number, closings: readonly Closing[]): UnitLife[] {
  const lives: UnitLife[] = Array.from({ length: count }, (_, index) => ({
    id: `单位${index + 1}`,
    opensOn: '2020-01-01',
    closesOn: null,
    successorId: null,
  }));
  for (const { quarter, goes, to } of closings.toSorted((a, b) => a.quarter - b.quarter)) {
    const alive = lives.filter((life) => life.closesOn === null && isAlive(life, quarter));
    const mayGo = alive.filter((life) => !lives.some((one) => one.successorId === life.id && one.closesOn === lastDay(year, quarter)));
    const going = mayGo[goes % mayGo.length];
    if (!going) continue;
    const others = alive.filter((life) => life !== going);
    let successor = to % 2 === 0 ? undefined : others[to % others.length];
    if (!successor) {
      const opens = nextPeriod({ year, quarter });
      successor = { id: `单位${lives.length + 1}`, opensOn: firstDay(opens.year, opens.quarter), closesOn: null, successorId: null };
      lives.push(successor);
    }
    going.closesOn = lastDay(year, quarter);
    going.successorId = successor.id;
  }
  return lives;
}

const isAlive = ({ opensOn, closesOn }: UnitLife, quarter: Quarter) =>
  opensOn <= lastDay(year, quarter) && (closesOn === null || closesOn >= firstDay(year, quarter));

type Books = ReadonlyMap<string, readonly (FigureBook | null)[]>;

/** What the unit opens the quarter with; undefined when it begins with the year and anything may be its first opening. */
function openingOf(
  format: Format,
  { lives, books, life, quarter }: { lives: UnitLife[]; books: Books; life: UnitLife; quarter: Quarter },
): number | undefined {
  if (quarter === 1) return undefined;
  const own = existedBefore(life, { year, quarter }) ? carried(books.get(life.id)?.[quarter - 2] ?? null) : null;
  const openings = takeOver(format, own, closingsInto(lives, books, life, { year, quarter }));
  return numberAt(openings, 's3.carried_in.natural_person') ?? 0;
}

function closingsInto(lives: UnitLife[], books: Books, life: UnitLife, period: { year: number; quarter: Quarter }): FigureBook[] {
  return predecessorsIn(lives, life.id, period).map(
    (one) => books.get(one.id)?.[period.quarter === 1 ? 3 : period.quarter - 2] ?? new Map(),
  );
}

function carried(book: FigureBook | null): FigureBook {
  return aBook({ 's3.carried_in.natural_person': numberAt(book ?? new Map(), 's3.carried_out.natural_person') ?? 0 });
}
