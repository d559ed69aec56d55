import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import type { Period, Quarter } from './quarter';
import { answerDayProblem, dueDayProblem, hasEnded, isExpectedYear, nextYear, unitDayProblem, usualYear } from './sense';

/** Days counted by the calendar of the runtime, not by the text of the day. */
const dayNumber = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000;
const dayText = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
/** The day before the first day of the quarter that follows. */
const endNumber = ({ year, quarter }: Period) => dayNumber(year, quarter * 3 + 1, 1) - 1;

const anyTimes = Array.from({ length: 3000 }, (_, seed) => {
  const random = seededRandom(seed);
  const period = { year: random.integer(2015, 2035), quarter: random.integer(1, 4) as Quarter };
  const near = random.chance(0.5);
  const today = near ? endNumber(period) + random.integer(-3, 3) : dayNumber(random.integer(2015, 2036), random.integer(1, 12), 15);
  const dueOn = random.chance(0.5)
    ? endNumber(period) + random.integer(-3, 800)
    : dayNumber(random.integer(2000, 2110), random.integer(1, 12), 9);
  return { period, today, dueOn };
});

describe('a period', () => {
  it('has ended from the day after its last day: 2026Q4 is running on 31 December and over on 1 January', () => {
    const fourth = { year: 2026, quarter: 4 } as const;
    expect(['2026-11-30', '2026-12-31', '2027-01-01'].map((day) => hasEnded(fourth, day))).toEqual([false, false, true]);
    const wrong = anyTimes.filter(({ period, today }) => hasEnded(period, dayText(today)) !== today > endNumber(period));
    expect(wrong).toEqual([]);
  });
});

describe('a due day', () => {
  it('is not before the quarter ends: 2020-01-01 for 2026Q4 cannot be meant, 2026-12-31 can', () => {
    const due = (day: string) => dueDayProblem({ year: 2026, quarter: 4 }, day, '2026-11-30');
    expect(['2020-01-01', '2026-12-30', '2026-12-31', '2027-01-15'].map(due)).toEqual(['before_end', 'before_end', null, null]);
  });

  it('is not absurdly far: by the end of the year that follows, or within a year of today', () => {
    const due = (day: string, today = '2026-11-30') => dueDayProblem({ year: 2026, quarter: 1 }, day, today);
    expect([due('2027-12-31'), due('2028-01-01'), due('2099-04-15')]).toEqual([null, 'too_far', 'too_far']);
    expect([due('2031-03-01', '2030-06-01'), due('2031-07-01', '2030-06-01')]).toEqual([null, 'too_far']);
  });

  it('is judged alike by a calendar that counts days, 3,000 times', () => {
    const slow = ({ period, today, dueOn }: (typeof anyTimes)[number]) => {
      if (dueOn < endNumber(period)) return 'before_end';
      return dueOn > Math.max(dayNumber(period.year + 1, 12, 31), today + 366) ? 'too_far' : null;
    };
    const wrong = anyTimes.filter((one) => dueDayProblem(one.period, dayText(one.dueOn), dayText(one.today)) !== slow(one));
    expect(wrong).toEqual([]);
  });
});

describe('a day for an answer', () => {
  it('is not over, not before the year it is about, and not absurdly far', () => {
    const by = (day: string, year = 2026, today = '2026-11-30') => answerDayProblem(year, day, today);
    expect([by('2026-11-29'), by('2026-11-30'), by('2027-12-31'), by('2028-01-01'), by('2099-01-10')]).toEqual([
      'over',
      null,
      null,
      'too_far',
      'too_far',
    ]);
    expect([by('2027-12-31', 2028), by('2028-01-01', 2028), by('2027-11-30', 2020), by('2027-12-02', 2020)]).toEqual([
      'before_year',
      null,
      null,
      'too_far',
    ]);
  });

  it('is judged alike by a calendar that counts days, 3,000 times', () => {
    const slow = ({ period: { year }, today, dueOn }: (typeof anyTimes)[number]) => {
      if (dueOn < today) return 'over';
      if (dueOn < dayNumber(year, 1, 1)) return 'before_year';
      return dueOn > Math.max(dayNumber(year + 1, 12, 31), today + 366) ? 'too_far' : null;
    };
    const wrong = anyTimes.filter((one) => answerDayProblem(one.period.year, dayText(one.dueOn), dayText(one.today)) !== slow(one));
    expect(wrong).toEqual([]);
  });
});

describe('a day on which a unit opens or closes', () => {
  it('lies neither before there was any nor after the end of next year', () => {
    const on = (day: string) => unitDayProblem(day, '2026-11-30');
    expect(['0202-05-01', '1949-09-30', '1949-10-01', '2027-12-31', '2028-01-01', '2062-01-01'].map(on)).toEqual([
      'too_early',
      'too_early',
      null,
      null,
      'too_far',
      'too_far',
    ]);
  });
});

describe('the year that is meant', () => {
  it('is the newest that has begun: a year typed by slip is nobody’s default', () => {
    expect(usualYear([2099, 2062, 2026, 2025], '2026-11-30')).toBe(2026);
    expect(usualYear([2027, 2026], '2026-12-31')).toBe(2026);
    expect(usualYear([2027, 2026], '2027-01-01')).toBe(2027);
    expect([usualYear([2031, 2040], '2026-11-30'), usualYear([], '2026-11-30')]).toEqual([2031, null]);
  });

  it('is followed by the one after it, whatever lies further ahead', () => {
    expect([nextYear([2026, 2099], '2026-11-30'), nextYear([2027, 2026], '2026-11-30'), nextYear([], '2026-11-30')]).toEqual([
      2027, 2028, 2026,
    ]);
  });

  it('is asked back when it is not the one after the last, or lies ahead of next year', () => {
    const asked = (years: number[], year: number) => isExpectedYear(years, year, '2026-11-30');
    expect([asked([2026], 2027), asked([2024], 2025), asked([], 2025), asked([], 2026), asked([], 2027)]).toEqual(Array(5).fill(true));
    expect([
      asked([2026], 2028),
      asked([2026], 2062),
      asked([2026], 2025),
      asked([2099, 2026], 2100),
      asked([2026, 2027], 2028),
      asked([], 2024),
    ]).toEqual(Array(6).fill(false));
  });

  it('is never one that has not begun while one has, in 3,000 sets of years', () => {
    const wrong = anyTimes.filter((_, seed) => {
      const random = seededRandom(seed);
      const years = [...new Set(Array.from({ length: random.integer(1, 5) }, () => random.integer(2015, 2099)))];
      const now = random.integer(2015, 2040);
      const usual = usualYear(years, `${now}-06-01`) ?? 0;
      const begun = years.filter((year) => year <= now);
      return begun.length > 0 ? begun.some((year) => year > usual) || usual > now : years.some((year) => year < usual);
    });
    expect(wrong).toEqual([]);
  });
});
