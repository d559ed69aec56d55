import { describe, expect, it } from 'vitest';
import { dayAt, daysBetween, firstDay, isQuarter, isQuarterEnd, lastDay, nextPeriod, periodOf, quarters, usualDueDay } from './quarter';

describe('a quarter', () => {
  it('lasts from its first to its last day, the four of them a whole year without a gap', () => {
    expect(quarters.map((quarter) => [firstDay(2024, quarter), lastDay(2024, quarter)])).toEqual([
      ['2024-01-01', '2024-03-31'],
      ['2024-04-01', '2024-06-30'],
      ['2024-07-01', '2024-09-30'],
      ['2024-10-01', '2024-12-31'],
    ]);
    for (const quarter of [1, 2, 3] as const)
      expect(daysBetween(lastDay(2024, quarter), firstDay(2024, quarter === 1 ? 2 : quarter === 2 ? 3 : 4))).toBe(1);
  });

  it('is due on the 15th of the month after it, the fourth in January', () => {
    expect(quarters.map((quarter) => usualDueDay(2026, quarter))).toEqual(['2026-04-15', '2026-07-15', '2026-10-15', '2027-01-15']);
  });

  it('is one of four', () => {
    expect([0, 1, 2.5, 4, 5].map(isQuarter)).toEqual([false, true, false, true, false]);
  });
});

describe('a day', () => {
  it('is the day in Shanghai: it turns at 16:00 UTC', () => {
    expect([dayAt(new Date('2026-12-31T15:59:59Z')), dayAt(new Date('2026-12-31T16:00:00Z'))]).toEqual(['2026-12-31', '2027-01-01']);
  });

  it('is so many days from another: 15 to the deadline, −1 the day after it, a leap day counted', () => {
    expect([
      daysBetween('2026-03-31', '2026-04-15'),
      daysBetween('2026-04-16', '2026-04-15'),
      daysBetween('2024-02-28', '2024-03-01'),
    ]).toEqual([15, -1, 2]);
  });

  it('is found from any day in it, has a next one, and ends on one day', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((day) => periodOf(day).quarter)).toEqual([1, 1, 2, 4]);
    expect(nextPeriod({ year: 2026, quarter: 2 })).toEqual({ year: 2026, quarter: 3 });
    expect(nextPeriod({ year: 2026, quarter: 4 })).toEqual({ year: 2027, quarter: 1 });
    expect(['2026-06-30', '2026-06-29', '2026-12-31', '2026-05-31'].map(isQuarterEnd)).toEqual([true, false, true, false]);
  });
});
