import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, type Figure, notApplicable } from '@/server/domain/figures';
import { getFormat, leafCells, withIndicators } from '@/server/domain/formats';
import type { CheckedFiling } from './filing-subject';
import { restZero } from './rest-zero';

const format = getFormat('2021');
const openings = leafCells(format).filter((cell) => cell.addsUp === 'opening');

function filing(typed: Record<string, number | Figure>, opened: Record<string, number> = {}, over = format): CheckedFiling {
  const zero = Object.fromEntries(openings.map((cell) => [cell.id, 0]));
  const figures = { ...zero, ...opened, ...typed };
  return {
    organ: '某局',
    year: 2026,
    quarter: 3,
    powers: [],
    format: over,
    book: new Map(Object.entries(figures).map(([cell, value]) => [cell, typeof value === 'number' ? count(value) : value])),
    openings: new Map(),
    restated: new Set(),
  };
}
const closingIn = (rest: ReturnType<typeof restZero>, cell: string) => rest.closings.find((one) => one.cell === cell)?.value;

test('what nobody filled becomes 0; what is typed, not applicable or unreadable is left', () => {
  const rest = restZero(
    filing({
      's3.new_received.natural_person': 5,
      's3.granted.natural_person': 5,
      's2.licensing_decisions': notApplicable,
      's3.granted.other_org': { state: 'unreadable', raw: '约3' } as Figure,
    }),
  );
  for (const cell of ['s3.new_received.natural_person', 's3.granted.natural_person', 's2.licensing_decisions', 's3.granted.other_org'])
    expect(rest.zeros).not.toContain(cell);
  expect(rest.zeros).toContain('s3.new_received.other_org');
  expect(rest.zeros.some((cell) => format.cells.get(cell)?.addsUp !== 'flow')).toBe(false);
});

describe('a closing is what its balance leaves', () => {
  test('结转: 5 received + 2 carried in − 4 answered leaves 3, and 0 where nothing is open', () => {
    const rest = restZero(
      filing({ 's3.new_received.natural_person': 5, 's3.granted.natural_person': 4 }, { 's3.carried_in.natural_person': 2 }),
    );
    expect(closingIn(rest, 's3.carried_out.natural_person')).toBe(3);
    expect(closingIn(rest, 's3.carried_out.other_org')).toBe(0);
  });

  test('现行有效 and 尚未审结 stay as they opened where nothing happened', () => {
    const rest = restZero(filing({}, { 's2.normative_documents.in_force_opening': 9, 's4.review.pending_opening': 1 }));
    expect(closingIn(rest, 's2.normative_documents.in_force')).toBe(9);
    expect(closingIn(rest, 's4.review.pending')).toBe(1);
  });

  test('without a known opening it is left alone, and so is one that would be below 0', () => {
    const unknown = filing({});
    const rest = restZero({ ...unknown, book: new Map() });
    expect(rest.unknown).toContain('s3.carried_out.natural_person');
    expect(restZero(filing({ 's3.granted.natural_person': 4 })).below).toEqual(['s3.carried_out.natural_person']);
  });

  test('one that is typed is kept, also where it does not balance: the rules say so', () => {
    expect(closingIn(restZero(filing({ 's3.carried_out.natural_person': 7 })), 's3.carried_out.natural_person')).toBeUndefined();
  });
});

test('of one table only its own cells', () => {
  const rest = restZero(filing({}), '4');
  const cells = [...rest.zeros, ...rest.closings.map((one) => one.cell)];
  expect(cells.length).toBeGreaterThan(0);
  expect(new Set(cells.map((cell) => format.cells.get(cell)?.section))).toEqual(new Set(['4']));
});

test('local indicators that happen are filled like the rest', () => {
  const asked = withIndicators(format, [
    { key: 'posts', name: '发布条数', unit: '条', addsUp: 'flow', overUnits: 'sum', exactness: 'exact', definition: '发布的条数。' },
  ]);
  expect(restZero(filing({}, {}, asked)).zeros.some((cell) => asked.cells.get(cell)?.local)).toBe(true);
});

test('whatever is typed, table 三 balances in each column that was left to be filled', () => {
  const columns = ['natural_person', 'commercial_enterprise', 'other_org'];
  const outcomes = leafCells(format)
    .map((cell) => /^s3\.(.+)\.natural_person$/.exec(cell.id)?.[1] ?? '')
    .filter((row) => row !== '' && !['new_received', 'carried_in', 'carried_out'].includes(row));
  const someFigure = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...columns), fc.constantFrom('new_received', ...outcomes), someFigure)),
      fc.nat(9),
      (some, opened) => {
        const typed = Object.fromEntries(
          some.flatMap(([column, row, value]) => (value === undefined ? [] : [[`s3.${row}.${column}`, value]])),
        );
        const rest = restZero(filing(typed, Object.fromEntries(columns.map((column) => [`s3.carried_in.${column}`, opened]))));
        for (const column of columns) {
          const of = (row: string) => typed[`s3.${row}.${column}`] ?? 0;
          const balance = of('new_received') + opened - outcomes.reduce((sum, row) => sum + of(row), 0);
          const cell = `s3.carried_out.${column}`;
          if (balance < 0) expect(rest.below).toContain(cell);
          else expect(closingIn(rest, cell)).toBe(balance);
        }
      },
    ),
  );
});
