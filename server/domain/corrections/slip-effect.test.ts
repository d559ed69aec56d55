import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Figure, figureAt, printFigure } from '../figures';
import { type CellId, getCell, getFormat } from '../formats';
import { applySlip } from './apply-slip';
import type { Slip, SlipChange } from './slip';
import { boundContents, isAcceptable, mayDecideSlip, movedSince, slipEffect, unanswered } from './slip-effect';
import { bookOf, type UnitBooks } from './standing-quarter';
import { anySlip, aQuarter, aUnit, aYear, valueIn } from './testing/a-unit';

const format = getFormat('2021');
const received = 's3.new_received.natural_person';
const granted = 's3.granted.natural_person';
const carriedOut = 's3.carried_out.natural_person';
const carriedIn = 's3.carried_in.natural_person';
const slip = (...changes: SlipChange[]): Slip => ({ year: 2026, changes });
const to = (quarter: number, cell: CellId, raw: string): SlipChange => ({ quarter, cell, raw });
const told = (figure: Figure | undefined) => (figure?.state === 'number' ? figure.value : (figure?.state ?? null));
const yearCells = (unit: UnitBooks, of: Slip) =>
  Object.fromEntries((slipEffect(unit, of, null).years[0]?.cells ?? []).map((one) => [one.cell, [told(one.before), told(one.after)]]));

/** One request more was received and granted: what a late correction mostly is. */
const late = slip(to(1, received, '1'), to(1, granted, '1'));
const quietYear = () => aUnit([1, 2, 3, 4].map((quarter) => aQuarter({ quarter })));

describe('the effect of a slip', () => {
  it('is the cells before and after, and the year with its totals', () => {
    const effect = slipEffect(quietYear(), late, null);
    expect(effect.quarters.map((one) => [one.quarter.quarter, one.isNamed, one.cells.map((cell) => cell.cell)])).toEqual([
      [1, true, [received, granted]],
    ]);
    expect(yearCells(quietYear(), late)).toEqual({
      [received]: [0, 1],
      's3.new_received.total': [0, 1],
      [granted]: [0, 1],
      's3.granted.total': [0, 1],
      's3.result_total.natural_person': [0, 1],
      's3.result_total.total': [0, 1],
    });
    expect(isAcceptable(effect)).toBe(true);
  });

  it('lets the opening of the next quarter follow, and that quarter has to satisfy its rules too', () => {
    const carried = slip(to(1, received, '1'), to(1, carriedOut, '1'));
    const effect = slipEffect(quietYear(), carried, null);
    expect(effect.quarters.map((one) => [one.quarter.quarter, one.isNamed])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(told(effect.quarters[1]?.after.get(carriedIn))).toBe(1);
    expect(effect.quarters[1]?.obstacles.map((obstacle) => obstacle.kind)).toContain('must_fix');
    expect(isAcceptable(effect)).toBe(false);
    const whole = slip(...carried.changes, to(2, granted, '1'));
    expect(isAcceptable(slipEffect(quietYear(), whole, null))).toBe(true);
    expect(yearCells(quietYear(), whole)[carriedIn]).toBeUndefined();
  });

  it('goes on in the successor of a closed unit: what it took over besides stays, its own later quarters follow, and a line may name it', () => {
    const heir = { organ: '示例区综合局' };
    const unit = {
      ...aUnit([aQuarter({ quarter: 1 }), aQuarter({ quarter: 2 })]),
      successor: aUnit([aQuarter({ ...heir, quarter: 3, figures: { [carriedIn]: 4, [granted]: 4 } }), aQuarter({ ...heir, quarter: 4 })]),
    };
    const open = slipEffect(unit, slip(to(2, received, '1'), to(2, carriedOut, '1')), null);
    expect(open.quarters.map((one) => [one.quarter.quarter, one.successor])).toEqual([
      [2, null],
      [3, '示例区综合局'],
    ]);
    expect(told(open.quarters[1]?.after.get(carriedIn))).toBe(5);
    expect(open.quarters[1]?.obstacles.map((obstacle) => obstacle.kind)).toContain('must_fix');
    expect(Object.keys(boundContents(open))).toEqual(['2026Q2', '2026Q3']);
    const whole = slip(to(2, received, '1'), to(2, carriedOut, '1'), to(3, granted, '5'));
    expect(isAcceptable(slipEffect(unit, whole, null))).toBe(true);
  });

  it('does not leave balances to nobody: the last quarter of a unit without a successor closes with 0', () => {
    const unit = aUnit([aQuarter({ quarter: 2, endsUnsucceeded: true })]);
    const effect = slipEffect(unit, slip(to(2, received, '1'), to(2, carriedOut, '1')), null);
    expect(effect.quarters[0]?.obstacles).toEqual([{ kind: 'left_to_nobody', cells: [carriedOut] }]);
    expect(isAcceptable(slipEffect(unit, slip(to(2, received, '1'), to(2, granted, '1')), null))).toBe(true);
  });

  it('reaches over New Year: the first quarter of the next year opens with the corrected closing and may be corrected as its fifth', () => {
    const unit = aUnit([aQuarter({ quarter: 4 }), aQuarter({ quarter: 1, year: 2027 })]);
    const effect = slipEffect(unit, slip(to(4, received, '1'), to(4, carriedOut, '1'), to(5, granted, '1')), null);
    expect(isAcceptable(effect)).toBe(true);
    expect(effect.years.map((one) => [one.year, one.cells.some((cell) => cell.cell === carriedIn)])).toEqual([
      [2026, false],
      [2027, true],
    ]);
  });

  it('leaves an opening alone that was restated or set by the office, and shifts one that took over more than this unit', () => {
    const carried = slip(to(1, received, '2'), to(1, carriedOut, '2'));
    const fixed = aUnit([aQuarter({ quarter: 1 }), aQuarter({ quarter: 2, fixedOpenings: [carriedIn], restated: [carriedIn] })]);
    expect(slipEffect(fixed, carried, null).quarters).toHaveLength(1);
    const merged = aUnit([aQuarter({ quarter: 1 }), aQuarter({ quarter: 2, figures: { [carriedIn]: 5 } })]);
    expect(told(slipEffect(merged, carried, null).quarters[1]?.after.get(carriedIn))).toBe(7);
  });

  it('an open quarter only follows: its own submission will be checked, and the year does not count it', () => {
    const unit = aUnit([aQuarter({ quarter: 1 }), aQuarter({ quarter: 2, status: 'open', counted: null })]);
    const effect = slipEffect(unit, slip(to(1, received, '1'), to(1, carriedOut, '1')), null);
    expect(effect.quarters.map((one) => [one.quarter.quarter, one.isSettled, one.obstacles.length])).toEqual([
      [1, true, 0],
      [2, false, 0],
    ]);
    expect(isAcceptable(effect)).toBe(true);
    expect(Object.keys(boundContents(effect))).toEqual(['2026Q1']);
  });

  it('ends 本期无 with the zeros it stood for, so that nothing becomes blank', () => {
    const declared = aQuarter({ quarter: 1, declared: ['3'], stored: {}, raw: {}, openings: aQuarter().openings });
    const zeros = Object.fromEntries(Object.entries(aQuarter().stored).filter(([cell]) => !cell.startsWith('s3.')));
    const unit = aUnit([{ ...declared, stored: zeros }]);
    const [one] = slipEffect(unit, late, null).quarters;
    expect([one?.lapsed, told(one?.after.get(received)), told(one?.after.get('s3.granted.commercial_enterprise')), one?.obstacles]).toEqual(
      [['3'], 1, 0, []],
    );
  });

  it('names what cannot stand in a slip', () => {
    const unit = aUnit([aQuarter({ quarter: 1 }), aQuarter({ quarter: 2, status: 'approved' })]);
    const problems = (...changes: SlipChange[]) => slipEffect(unit, slip(...changes), null).problems.map((one) => one.problem);
    expect(problems(to(3, received, '1'))).toEqual(['no_quarter']);
    expect(problems(to(2, received, '1'))).toEqual(['not_locked']);
    expect(problems(to(1, 's9.nothing', '1'))).toEqual(['no_cell']);
    expect(problems(to(1, 's3.granted.total', '1'))).toEqual(['not_typed']);
    expect(problems(to(1, carriedIn, '1'))).toEqual(['not_typed']);
    expect(problems(to(1, received, '约3'))).toEqual(['unreadable']);
    expect(problems(to(1, received, ''))).toEqual(['unreadable']);
    expect(problems(to(1, received, '０'))).toEqual(['same']);
    expect(problems(to(1, received, '1'), to(1, received, '2'))).toEqual(['twice', 'twice']);
    expect(problems(...late.changes)).toEqual([]);
  });

  it('a blank is 不适用 where the unit has no such power, and stays one in the year', () => {
    const cell = 's2.penalty_decisions';
    const unit = aUnit([aQuarter({ quarter: 1, powers: [], figures: { [cell]: 3 } })]);
    const effect = slipEffect(unit, slip(to(1, cell, '')), null);
    expect([effect.problems, effect.quarters[0]?.cells]).toEqual([[], [{ cell, before: count(3), after: { state: 'not_applicable' } }]]);
  });

  it('a signed exception that is bound to the same values still covers its finding', () => {
    const odd = { [received]: 1 };
    const broken = slipEffect(aUnit([aQuarter({ quarter: 1, figures: odd })]), slip(to(1, 's2.licensing_decisions', '7')), null);
    const finding = broken.quarters[0]?.obstacles.flatMap((one) => (one.kind === 'must_fix' ? [one.finding] : []))[0];
    if (!finding) throw new Error('a request without an answer must be a finding');
    const exception = { id: 'e', kind: 'exception' as const, text: '系统切换', writtenBy: 'a', countersignedBy: 'b' };
    const explained = aQuarter({
      quarter: 1,
      figures: odd,
      explanations: [{ ...exception, rule: finding.rule, boundTo: finding.boundTo }],
    });
    expect(isAcceptable(slipEffect(aUnit([explained]), slip(to(1, 's2.licensing_decisions', '7')), null))).toBe(true);
    expect(isAcceptable(slipEffect(aUnit([explained]), slip(to(1, received, '2')), null))).toBe(false);
  });

  it('is decided by somebody who neither wrote nor signed it', () => {
    expect([mayDecideSlip('admin', new Set(['clerk'])), mayDecideSlip('clerk', new Set(['clerk']))]).toEqual([true, false]);
  });
});

describe('what a signature is bound to', () => {
  const seen = boundContents(slipEffect(quietYear(), late, null));
  const movedIn = (unit: UnitBooks) => movedSince(seen, unit, slipEffect(unit, late, null)).map((one) => one.quarter);

  it('stands while the touched quarters are what they were, whatever happens elsewhere', () => {
    const [first, ...rest] = quietYear().quarters;
    if (!first) throw new Error('a year has a first quarter');
    expect(movedIn(quietYear())).toEqual([]);
    expect(movedIn(aUnit([first, ...rest.map((one) => ({ ...one, hash: 'another' }))]))).toEqual([]);
    expect(movedIn(aUnit([{ ...first, hash: 'another' }, ...rest]))).toEqual([1]);
  });

  it('is gone when the slip touches a quarter that was not signed for', () => {
    const carried = slip(to(1, received, '1'), to(1, carriedOut, '1'));
    const early = aUnit([aQuarter({ quarter: 1 }), aQuarter({ quarter: 2, status: 'open', counted: null })]);
    const signed = boundContents(slipEffect(early, carried, null));
    expect(movedSince(signed, quietYear(), slipEffect(quietYear(), carried, null)).map((one) => one.quarter)).toEqual([2]);
  });
});

describe('over any year and any slip', () => {
  const seeds = fc.integer({ min: 1, max: 40 });

  it('the year moves by what the slip moved: flows by their differences, closings by that of the last quarter, openings by the first', () => {
    fc.assert(
      fc.property(seeds, anySlip, (seed, any) => {
        const unit = aYear(seed);
        const { years, quarters } = slipEffect(unit, any, null);
        const moved = new Map((years[0]?.cells ?? []).map((one) => [one.cell, Number(told(one.after)) - Number(told(one.before))]));
        for (const cell of format.cells.values()) {
          if (cell.addsUp === 'computed' || cell.quantity !== 'count') continue;
          const counts = (quarter: number) =>
            cell.addsUp === 'flow' || (cell.addsUp === 'closing' && quarter === 4) || (cell.addsUp === 'opening' && quarter === 1);
          const expected = any.changes
            .filter((change) => change.cell === cell.id && counts(change.quarter))
            .reduce((sum, { quarter, raw }) => {
              const now = unit.quarters[quarter - 1];
              return sum + Number(raw) - (valueIn(now?.counted ?? null, cell.id) ?? 0);
            }, 0);
          expect([cell.id, moved.get(cell.id) ?? 0]).toEqual([cell.id, expected]);
        }
        for (const one of quarters) expect(one.cells.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('every opening is then what the quarter before closes with, and a quarter that is neither named nor follows is as it was', () => {
    fc.assert(
      fc.property(seeds, anySlip, (seed, any) => {
        const unit = aYear(seed);
        const corrected = applySlip(unit, any);
        corrected.forEach((one, index) => {
          const previous = corrected[index - 1];
          for (const cell of format.cells.values())
            if (previous && cell.opensFrom) expect(one.after.get(cell.id)).toEqual(previous.after.get(cell.opensFrom));
        });
        const touched = new Set(slipEffect(unit, any, null).quarters.map((one) => one.quarter));
        for (const one of corrected) if (!touched.has(one.quarter)) expect(one.after).toEqual(one.before);
      }),
      { numRuns: 40 },
    );
  });

  it('a slip and then the slip back leaves the unit as it was', () => {
    fc.assert(
      fc.property(seeds, anySlip, (seed, any) => {
        const unit = aYear(seed);
        const back = slip(
          ...any.changes.map(({ quarter, cell }) => {
            const figure = figureAt(bookOf(unit.quarters[quarter - 1]?.stored ?? {}), cell);
            return to(quarter, cell, printFigure(figure, getCell(format, cell)));
          }),
        );
        const after = inForce(unit, any);
        expect(applySlip(after, back).map((one) => one.after)).toEqual(applySlip(unit, slip()).map((one) => one.before));
        const there = slipEffect(unit, any, null).years[0]?.cells ?? [];
        const home = slipEffect(after, back, null).years[0]?.cells ?? [];
        expect(home.map((one) => [one.cell, one.after, one.before])).toEqual(there.map((one) => [one.cell, one.before, one.after]));
      }),
      { numRuns: 40 },
    );
  });
});

/** The unit once a slip has been accepted. */
function inForce(unit: UnitBooks, of: Slip): UnitBooks {
  return {
    ...unit,
    quarters: applySlip(unit, of).map(({ quarter, after, openings }) => ({
      ...quarter,
      stored: Object.fromEntries([...after].filter(([cell]) => getCell(format, cell).addsUp !== 'opening')),
      openings: Object.fromEntries(openings),
      counted: Object.fromEntries(after),
    })),
  };
}

describe('what the rules ask of a slip', () => {
  const licences = 's2.licensing_decisions';
  const past = (values: readonly number[], year: number) => ({
    quarters: values.map((_, at) => ({ year, quarter: at + 1 })),
    values: { [licences]: values },
    peers: {},
  });
  const jump = (unit: UnitBooks, of: Slip) =>
    unanswered(slipEffect(unit, of, null)).map(({ quarter, finding }) => [quarter.quarter, finding.rule]);

  it('is what they ask of a filing, about the figures that it changes', () => {
    const unit = aUnit([aQuarter({ quarter: 1, figures: { [licences]: 218 }, past: past([218, 190, 260, 205], 2025) })]);
    expect(jump(unit, slip(to(1, licences, '99999')))).toEqual([[1, 'q-jump']]);
    expect(jump(unit, slip(to(1, licences, '221')))).toEqual([]);
    expect(jump(unit, slip(to(1, received, '1'), to(1, granted, '1')))).toEqual([]);
  });

  it('is not asked of an open quarter, which is asked when it is submitted', () => {
    const unit = aUnit([
      aQuarter({ quarter: 1 }),
      aQuarter({ quarter: 2, status: 'open', counted: null, figures: { [licences]: 99_999 }, past: past([218, 190, 260, 205], 2025) }),
    ]);
    expect(jump(unit, slip(to(1, licences, '3')))).toEqual([]);
  });

  it('compares with the quarters before as the slip leaves them', () => {
    const wrong = [218, 190, 260, 205].map((value) => value * 100);
    const year = wrong.map((value, at) => aQuarter({ quarter: at + 1, figures: { [licences]: value } }));
    const after = aQuarter({ year: 2027, quarter: 1, figures: { [licences]: 21_000 }, past: past(wrong, 2026) });
    const mended = wrong.map((value, at) => to(at + 1, licences, String(value / 100)));
    expect(jump(aUnit([...year, after]), slip(to(5, licences, '210')))).toEqual([[1, 'q-jump']]);
    expect(jump(aUnit([...year, after]), slip(...mended, to(5, licences, '210')))).toEqual([]);
  });
});
