import { describe, expect, it } from 'vitest';
import { type ClosingUnit, closingRefusals, quartersAfter } from './close-unit';

const unit: ClosingUnit = {
  id: '甲',
  name: '甲局',
  isGovernment: false,
  opensOn: '2020-01-01',
  closesOn: null,
  below: [],
  takesOver: [],
  filings: [],
  balances: 0,
};
const heir = { ...unit, id: '乙', name: '乙局' };
const day = '2026-06-30';
const filing = (quarter: 1 | 2 | 3, more = {}) => ({ year: 2026, quarter, isTouched: false, isInHand: true, ...more });
const kinds = (one: Partial<ClosingUnit>, successor: Parameters<typeof closingRefusals>[2] = heir, on = day) =>
  closingRefusals([{ ...unit, ...one }], on, successor).map(({ kind }) => kind);

describe('closing units', () => {
  it('is possible at the end of a quarter, into a unit that stands, a new one, or nobody', () => {
    for (const successor of [heir, 'new', null] as const) expect(kinds({}, successor)).toEqual([]);
    expect(kinds({ filings: [filing(1, { isTouched: true }), filing(2, { isTouched: true, isInHand: false }), filing(3)] })).toEqual([]);
  });

  it('names the two nearest quarter ends for any other day', () => {
    expect(closingRefusals([unit], '2026-05-15', heir)).toEqual([{ kind: 'not_a_quarter_end', before: '2026-03-31', after: '2026-06-30' }]);
    expect(closingRefusals([unit], '2026-01-15', heir)).toMatchObject([{ before: '2025-12-31', after: '2026-03-31' }]);
    expect(closingRefusals([], day, heir)).toEqual([{ kind: 'no_units' }]);
  });

  it.each<[string, Partial<ClosingUnit>]>([
    ['government', { isGovernment: true }],
    ['closed_already', { closesOn: '2026-03-31' }],
    ['not_open_yet', { opensOn: '2026-07-01' }],
    ['has_units_below', { below: ['甲局一分局'] }],
    ['takes_over_later', { takesOver: [{ name: '丙局', closesOn: '2026-06-30' }] }],
    ['later_quarters_filled', { filings: [filing(3, { isTouched: true })] }],
  ])('is refused: %s', (kind, one) => {
    expect(kinds(one)).toEqual([kind]);
  });

  it('needs a successor for what the last quarter left open', () => {
    expect(kinds({ balances: 2 }, null)).toEqual(['leaves_balances']);
    expect(kinds({ balances: 2 })).toEqual([]);
  });

  it('allows what was taken over before: the quarter in between opened with it', () => {
    expect(kinds({ takesOver: [{ name: '丙局', closesOn: '2026-03-31' }] })).toEqual([]);
  });

  it.each<[string, object]>([
    ['succeeds_itself', { id: '甲' }],
    ['successor_is_government', { isGovernment: true }],
    ['successor_closed', { closesOn: '2026-06-30' }],
    ['successor_not_open_yet', { opensOn: '2026-10-01' }],
    ['successor_submitted', { filings: [filing(3, { isInHand: false })] }],
  ])('is refused into a successor that cannot take over: %s', (kind, more) => {
    expect(kinds({}, { ...heir, ...more })).toEqual([kind]);
  });

  it('never goes round in a circle: 乙 is to close into 甲 later, so 甲 does not close into 乙 before', () => {
    expect(kinds({ takesOver: [{ name: '乙局', closesOn: '2026-12-31' }] }, { ...heir, closesOn: '2026-12-31' })).toEqual([
      'takes_over_later',
    ]);
  });

  it('leaves the quarters up to the last one to the closed unit', () => {
    expect(
      quartersAfter([filing(1), filing(2), filing(3), { ...filing(1), year: 2027 }], day).map((one) => [one.year, one.quarter]),
    ).toEqual([
      [2026, 3],
      [2027, 1],
    ]);
  });
});
