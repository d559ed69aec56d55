import fc from 'fast-check';
import { count, type Figure, notFilled, printFigure } from '../../figures';
import { type CellId, getCell, getFormat, leafCells } from '../../formats';
import { splitReport } from '../../rehearsal';
import { aRandomReport } from '../../rehearsal/testing/a-random-report';
import { wholeYear } from '../../roll-up';
import type { Slip } from '../slip';
import { bookOf, type StandingQuarter, type UnitBooks } from '../standing-quarter';

const format = getFormat('2021');
const powers = ['regulations', 'licensing', 'penalty', 'coercion', 'fees'] as const;

/** A quarter in which nothing happened but what is named; locked, and counted as it stands. */
export function aQuarter(
  given: Partial<StandingQuarter> & { quarter: number; figures?: Record<CellId, number> } = { quarter: 1 },
): StandingQuarter {
  const { figures = {}, ...more } = given;
  const all = new Map<CellId, Figure>(leafCells(format).map((cell) => [cell.id, count(figures[cell.id] ?? 0)]));
  return standing(all, { year: 2026, ...more });
}

/** A unit whose locked quarters are these. */
export function aUnit(quarters: readonly StandingQuarter[]): UnitBooks {
  return { quarters, spans: Object.fromEntries(quarters.map(({ year }) => [year, wholeYear])), successor: null };
}

/** A whole year of a unit in which every rule holds: what a published report may have come from. */
export function aYear(seed: number): UnitBooks {
  const { units } = splitReport({ format, content: aRandomReport(format, seed, { scope: 'own_organ' }), seed });
  return aUnit((units[0]?.quarters ?? []).map((book, index) => standing(book, { year: 2026, quarter: index + 1 })));
}

function standing(all: ReadonlyMap<CellId, Figure>, of: Partial<StandingQuarter> & { year: number; quarter: number }): StandingQuarter {
  const [openings, typed] = [true, false].map((isOpening) =>
    [...all].filter(([cell]) => (getCell(format, cell).addsUp === 'opening') === isOpening),
  ) as [[CellId, Figure][], [CellId, Figure][]];
  return {
    filingId: `filing ${of.year} ${of.quarter}`,
    organ: '示例区财政局',
    unitPath: ['district', 'finance'],
    takenOverBy: [],
    status: 'locked',
    format: '2021',
    rowVariant: 'other_three',
    indicators: [],
    powers,
    raw: Object.fromEntries(typed.map(([cell, figure]) => [cell, printFigure(figure, getCell(format, cell))])),
    stored: Object.fromEntries(typed),
    declared: [],
    openings: Object.fromEntries(openings),
    fixedOpenings: [],
    restated: [],
    counted: Object.fromEntries(all),
    explanations: [],
    past: { quarters: [], values: {}, peers: {} },
    endsUnsucceeded: false,
    hash: `hash ${of.year} ${of.quarter}`,
    ...of,
  };
}

/** Changes of any typed cells in any quarters, small and large. */
export const anySlip: fc.Arbitrary<Slip> = fc
  .uniqueArray(
    fc.record({
      quarter: fc.integer({ min: 1, max: 4 }),
      cell: fc.constantFrom(
        ...leafCells(format)
          .filter((cell) => cell.addsUp !== 'opening' && cell.quantity === 'count')
          .map((cell) => cell.id),
      ),
      raw: fc.nat({ max: 5000 }).map(String),
    }),
    { minLength: 1, maxLength: 12, selector: ({ quarter, cell }) => `${quarter} ${cell}` },
  )
  .map((changes) => ({ year: 2026, changes }));

/** What the unit's cell says as a number; null when it is not one. */
export function valueIn(figures: Readonly<Record<CellId, Figure>> | null, cell: CellId): number | null {
  const figure = bookOf(figures ?? {}).get(cell) ?? notFilled;
  return figure.state === 'number' ? figure.value : null;
}
