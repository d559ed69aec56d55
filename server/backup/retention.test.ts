import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt } from '@/server/domain/periods';
import { type Aged, notKept } from './retention';

const aBackup = (madeAt: Date, reason: Aged['reason'] = 'scheduled'): Aged => ({ name: madeAt.toISOString(), madeAt, reason });
const keptOf = (backups: readonly Aged[]) => {
  const gone = new Set(notKept(backups));
  return backups.filter((backup) => !gone.has(backup));
};
const minutes = 60_000;
const begin = Date.parse('2024-01-01T00:00:00Z');

/** Backups as a schedule makes them: oldest first, now one after the other, now weeks apart. */
const histories = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 15, max: 60_000 })), { minLength: 1, maxLength: 300 })
  .map((gaps) => {
    let at = begin;
    return gaps.map((gap) => {
      at += gap * minutes;
      return aBackup(new Date(at));
    });
  });

describe('which backups are kept', () => {
  it('of three years of one every 15 minutes: 96 + 28 days + 10 months + 2 years = 136', () => {
    const all = Array.from({ length: (3 * 366 - 1) * 96 }, (_, index) => aBackup(new Date(begin + index * 15 * minutes)));
    const kept = keptOf(all);
    // The last 96 touch two of the 30 days; the 30 days touch two of the 12 months; the months touch two of the four years.
    expect(kept.slice(-96)).toEqual(all.slice(-96));
    const others = kept.slice(0, -96).map(({ madeAt }) => dayAt(madeAt));
    expect([others.length, others[0], others.filter((day) => day.endsWith('12-31'))]).toEqual([
      40,
      '2024-12-31',
      ['2024-12-31', '2025-12-31', '2026-12-31'],
    ]);
  });

  it('the newest, the last of every year, and no more than 96 + 30 + 12 and the years', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const kept = keptOf(all);
        const years = [...new Set(all.map(({ madeAt }) => dayAt(madeAt).slice(0, 4)))];
        const lastOf = (year: string) => all.findLast(({ madeAt }) => dayAt(madeAt).startsWith(year));
        expect(kept).toContain(all.at(-1));
        for (const year of years) expect(kept).toContain(lastOf(year));
        expect(kept.length).toBeLessThanOrEqual(96 + 30 + 12 + years.length);
      }),
      { numRuns: 200 },
    );
  });

  it('the last of each of the last 30 days and 12 months that have one', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom({ length: 10, howMany: 30 }, { length: 7, howMany: 12 }), (all, { length, howMany }) => {
        const spanOf = ({ madeAt }: Aged) => dayAt(madeAt).slice(0, length);
        const kept = keptOf(all);
        for (const span of [...new Set(all.map(spanOf))].slice(-howMany))
          expect(kept).toContain(all.findLast((one) => spanOf(one) === span));
      }),
      { numRuns: 200 },
    );
  });

  it('the same whether they are thinned after each backup or once at the end, in any order', () => {
    fc.assert(
      fc.property(histories, (all) => {
        let standing: Aged[] = [];
        for (const backup of all) standing = keptOf([...standing, backup]);
        expect(standing).toEqual(keptOf(all));
        expect(keptOf(standing)).toEqual(standing);
        expect(keptOf([...all].reverse()).reverse()).toEqual(standing);
      }),
      { numRuns: 60 },
    );
  });

  it('the newest of those made before a migration, however many came after', () => {
    const first = aBackup(new Date(begin), 'before_migration');
    const second = aBackup(new Date(begin + 15 * minutes), 'before_migration');
    const after = Array.from({ length: 200 }, (_, index) => aBackup(new Date(begin + (index + 2) * 15 * minutes)));
    const kept = keptOf([first, second, ...after]);
    expect([kept.includes(first), kept.includes(second)]).toEqual([false, true]);
  });
});
