import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Figure, type FigureBook, figureAt, notApplicable } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import { addFigures, type QuarterBooks, rollUpUnits, rollUpYear } from '@/server/domain/roll-up';
import { anyYear } from '@/server/domain/roll-up/testing/a-book';
import {
  checkedBooksOf,
  findFilingOf,
  listCheckedFigures,
  type Reader,
  readCheckedCells,
  removeCheckedFigures,
  replaceCheckedFigures,
  type Store,
  sumByUnit,
  sumCheckedFigures,
} from '../../store';
import { aFiling, aUnit } from '../rows';

const format = getFormat('2021');
/** A cell every approved filing knows, as all printed ones are. */
const alwaysKnown = 's3.granted.natural_person';

/** Books as an approval leaves them: whatever else is not known, the printed cells are. */
const approvedYear = anyYear(format, { withUnknown: true }).map(
  (books) =>
    books.map((book) => new Map([...(book ?? []), [alwaysKnown, { state: 'number', value: 1, decimals: 0 }]])) as unknown as QuarterBooks,
);

const fewCells = leafCells(format)
  .slice(0, 12)
  .map((cell) => cell.id);
const anyFigure: fc.Arbitrary<Figure> = fc.oneof(
  fc.record({ state: fc.constant('number' as const), value: fc.integer({ min: -1000, max: 10 ** 12 }), decimals: fc.nat({ max: 6 }) }),
  fc.constant(notApplicable),
);
const anyFew = fc.array(fc.tuple(fc.constantFrom(...fewCells, 'x.training'), anyFigure), { maxLength: 12 });
const place = { unit: fc.nat({ max: 2 }), quarter: fc.integer({ min: 1, max: 4 }) };
const nothing: QuarterBooks = [null, null, null, null];

/** What may happen to a quarter's approved figures. A correction says some cells anew and leaves the others as they stand. */
const anyAct = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('approve' as const), ...place, book: anyFew.map((figures) => new Map(figures)) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('correct' as const), ...place, changes: anyFew }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unlock' as const), ...place }) },
);

/** The same on so few places that what was approved is often unlocked again. */
const anActOnFewPlaces = fc
  .oneof({ weight: 2, arbitrary: anyAct }, { weight: 1, arbitrary: fc.record({ kind: fc.constant('unlock' as const), ...place }) })
  .map((act) => ({ ...act, unit: act.unit % 2, quarter: 1 + (act.quarter % 2) }));

/** Cell by cell, book by book; a cell that one book does not know is not summed. */
function plainSum(books: readonly FigureBook[]): Map<CellId, Figure> {
  const sum = new Map<CellId, Figure>();
  for (const cell of new Set(books.flatMap((book) => [...book.keys()]))) {
    const figure = addFigures(books.map((book) => figureAt(book, cell)));
    if (figure.state !== 'not_filled') sum.set(cell, figure);
  }
  return sum;
}

/** The roll-up through packed rows is the pure one, only faster. */
export function rollUpTwinContract(store: () => Store): void {
  let year = 3000;

  /** A year of its own for these units, every quarter approved whose book is given. */
  async function approve(units: readonly QuarterBooks[]): Promise<string[]> {
    year += 1;
    const ids: string[] = [];
    for (const books of units) {
      const { id: unitId } = await aUnit(store());
      ids.push(unitId);
      for (const [index, book] of books.entries()) {
        const of = { unitId, year, quarter: index + 1 };
        const filingId = await aFiling(store(), of);
        if (book) await store().tx((tx) => replaceCheckedFigures(tx, { filingId, ...of, submissionNumber: 1 }, book));
      }
    }
    return ids;
  }

  const asQuarters = (books: ReadonlyMap<number, FigureBook>): QuarterBooks =>
    [1, 2, 3, 4].map((quarter) => books.get(quarter) ?? null) as unknown as QuarterBooks;
  const pure = (units: readonly QuarterBooks[]) =>
    rollUpUnits(
      format,
      units.map((books, index) => ({ unit: String(index), figures: rollUpYear(format, books).figures })),
    ).figures;

  it('sums packed rows as the roll-up of every unit’s year does, for any approved books', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(approvedYear, { minLength: 1, maxLength: 4 }), async (units) => {
        const ids = await approve(units);
        const sums = rollUpYear(format, asQuarters(await sumCheckedFigures(store().read, year, ids))).figures;
        expect(rollUpUnits(format, [{ unit: 'all', figures: sums }]).figures).toEqual(pure(units));
      }),
      { numRuns: store().engine === 'sqlite' ? 8 : 3, endOnFailure: true },
    );
  });

  it('sums a part of the units as if the others were not there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(approvedYear, { minLength: 2, maxLength: 3 }), async (units) => {
        const ids = await approve(units);
        const part = await sumCheckedFigures(store().read, year, ids.slice(1));
        expect(rollUpYear(format, asQuarters(part)).figures).toEqual(pure(units.slice(1)));
      }),
      { numRuns: store().engine === 'sqlite' ? 3 : 1, endOnFailure: true },
    );
  });

  it('sums some of the cells as it sums them among all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(approvedYear, { minLength: 1, maxLength: 3 }), async (units) => {
        const ids = await approve(units);
        const cells = ['s3.carried_in.natural_person', 's3.new_received.other_org', 's2.admin_fees'];
        const all = await sumCheckedFigures(store().read, year, ids);
        const some = await sumCheckedFigures(store().read, year, ids, cells);
        for (const [quarter, book] of all) expect(some.get(quarter)).toEqual(new Map([...book].filter(([cell]) => cells.includes(cell))));
        const read = await readCheckedCells(store().read, year, cells, ids);
        expect(read.sumOf(ids)).toEqual(some);
        expect(read.sumOf(ids.slice(1))).toEqual(await sumCheckedFigures(store().read, year, ids.slice(1), cells));
        expect(read.figures).toEqual(await listCheckedFigures(store().read, year, cells, ids));
      }),
      { numRuns: store().engine === 'sqlite' ? 5 : 2, endOnFailure: true },
    );
  });

  it('stays the plainest addition through any approvals, corrections and unlockings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 25 }), async (acts) => {
        const ids = await approve([nothing, nothing, nothing]);
        const model = ids.map(() => new Map<number, FigureBook>());
        for (const [index, act] of acts.entries()) {
          const of = { unitId: ids[act.unit] ?? '', year, quarter: act.quarter };
          const filingId = (await findFilingOf(store().read, of.unitId, year, act.quarter))?.id ?? '';
          const own = model[act.unit];
          const before = own?.get(act.quarter);
          const book =
            act.kind === 'correct' ? before && new Map([...before, ...act.changes]) : act.kind === 'approve' ? act.book : undefined;
          if (act.kind === 'correct' && !before) continue;
          if (book) own?.set(act.quarter, book);
          else own?.delete(act.quarter);
          await store().tx((tx) =>
            book ? replaceCheckedFigures(tx, { ...of, filingId, submissionNumber: index + 1 }, book) : removeCheckedFigures(tx, filingId),
          );
        }
        const sums = await sumCheckedFigures(store().read, year, ids);
        for (const quarter of [1, 2, 3, 4])
          expect(sums.get(quarter) ?? new Map()).toEqual(plainSum(model.flatMap((own) => own.get(quarter) ?? [])));
      }),
      { numRuns: store().engine === 'sqlite' ? 25 : 4, endOnFailure: true },
    );
  });

  it('is read anew after whatever was approved, unlocked, or taken back in the middle, and kept as long as nothing was', async () => {
    const isTakenBack = new Error('taken back');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anActOnFewPlaces, fc.constantFrom('done', 'done', 'taken back')), { minLength: 8, maxLength: 20 }),
        async (acts) => {
          const ids = await approve([nothing, nothing, nothing]);
          let model = new Map<string, FigureBook>();
          // Of all units, and of so many that they are not named.
          const many = [...ids, ...Array.from({ length: 200 }, (_, number) => `nobody-${number}`)];
          const isAsIn = async (reader: Reader, books: ReadonlyMap<string, FigureBook>) => {
            for (const units of [null, many]) {
              const sums = await sumCheckedFigures(reader, year, units);
              for (const quarter of [1, 2, 3, 4])
                expect(sums.get(quarter) ?? new Map()).toEqual(
                  plainSum([...books].flatMap(([place, book]) => (place.endsWith(` ${quarter}`) ? [book] : []))),
                );
            }
            const { figures } = await readCheckedCells(reader, year, fewCells, many);
            const expected = [...books].flatMap(([place, book]) =>
              [...book].flatMap(([cell, figure]) => (fewCells.includes(cell) ? [[place, cell, figure]] : [])),
            );
            expect(
              new Set(figures.map(({ unitId, quarter, cell, figure }) => JSON.stringify([`${unitId} ${quarter}`, cell, figure]))),
            ).toEqual(new Set(expected.map((one) => JSON.stringify(one))));
          };
          for (const [index, [act, how]] of acts.entries()) {
            const of = { unitId: ids[act.unit] ?? '', year, quarter: act.quarter };
            const place = `${of.unitId} ${of.quarter}`;
            const filingId = (await findFilingOf(store().read, of.unitId, year, act.quarter))?.id ?? '';
            const before = model.get(place);
            const book = act.kind === 'correct' ? new Map([...(before ?? []), ...act.changes]) : act.kind === 'approve' ? act.book : null;
            const next = new Map(model);
            if (book) next.set(place, book);
            else next.delete(place);
            const doing = store().tx(async (tx) => {
              if (book) await replaceCheckedFigures(tx, { ...of, filingId, submissionNumber: index + 1 }, book);
              else await removeCheckedFigures(tx, filingId);
              await isAsIn(tx, next);
              if (how === 'taken back') throw isTakenBack;
            });
            await doing.catch((error) => (error === isTakenBack ? undefined : Promise.reject(error)));
            if (how === 'done') model = next;
            await isAsIn(store().read, model);
          }
        },
      ),
      { numRuns: store().engine === 'sqlite' ? 12 : 3, endOnFailure: true },
    );
  });

  it('sums some cells of each unit by itself', async () => {
    const number = (value: number) => ({ state: 'number', value, decimals: 0 }) as const;
    const first = new Map([
      [alwaysKnown, number(2)],
      ['s3.denied_state_secret.natural_person', number(3)],
    ]);
    const [one, two] = await approve([
      [first, new Map([[alwaysKnown, number(4)]]), null, null],
      [null, first, null, null],
    ]);
    const sums = await sumByUnit(store().read, year, [...first.keys()]);
    expect(sums.toSorted((a, b) => b.value - a.value || (a.unitId === one ? -1 : 1))).toEqual([
      { unitId: one, quarter: 1, value: 5, known: 2 },
      { unitId: two, quarter: 2, value: 5, known: 2 },
      { unitId: one, quarter: 2, value: 4, known: 1 },
    ]);
  });

  it('gives a unit’s own books back quarter by quarter, a quarter that is not approved being absent', async () => {
    await fc.assert(
      fc.asyncProperty(approvedYear, async ([first, second, , fourth]) => {
        const [id = ''] = await approve([[first, second, null, fourth]]);
        const own = asQuarters(await checkedBooksOf(store().read, id, year));
        const rolledUp = rollUpYear(format, own);
        expect(rolledUp).toEqual(rollUpYear(format, [first, second, null, fourth]));
        expect(rolledUp.missingQuarters).toEqual([3]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
}
