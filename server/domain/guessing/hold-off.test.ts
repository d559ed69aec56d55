import { describe, expect, it } from 'vitest';
import { byAccount, bySource, type GuessCount, type GuessRule, heldUntil, withOneMore } from './hold-off';

const start = new Date('2026-11-30T01:00:00.000Z');
const minute = 60_000;
const inMs = (ms: number) => new Date(start.getTime() + ms);

/** Somebody tries every so often for so long; the moments at which a try was looked at, in milliseconds from the start. */
function looked(rule: GuessRule, everyMs: number, forMs: number): number[] {
  let count: GuessCount | null = null;
  const moments: number[] = [];
  for (let at = 0; at <= forMs; at += everyMs) {
    if (heldUntil(rule, count, inMs(at))) continue;
    count = withOneMore(rule, count, inMs(at));
    moments.push(at);
  }
  return moments;
}

/** The most tries in any stretch of this length. */
const most = (moments: readonly number[], stretchMs: number) =>
  Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + stretchMs).length));

describe('an account from one source', () => {
  it('five tries, then waits of 15, 30 and 60 minutes, and 60 from there on', () => {
    const moments = looked(bySource, 1000, 4 * 60 * minute);
    expect(moments.slice(0, 5)).toEqual([0, 1000, 2000, 3000, 4000]);
    const waits = moments.slice(5).map((at, index) => at - (moments[index + 4] ?? 0));
    expect(waits.map((ms) => ms / minute)).toEqual([15, 30, 60, 60, 60]);
  });

  it.each([1, 7, 60, 200, 301, 899, 901])('T30: at most 5 in any quarter of an hour, tried every %d s for two days', (seconds) => {
    expect(most(looked(bySource, seconds * 1000, 48 * 60 * minute), 15 * minute)).toBeLessThanOrEqual(5);
  });

  it('four wrong tries are forgotten a quarter of an hour after the last', () => {
    let count: GuessCount | null = null;
    for (let tries = 1; tries <= 4; tries += 1) count = withOneMore(bySource, count, start);
    expect(withOneMore(bySource, count, inMs(15 * minute - 1)).tries).toBe(5);
    expect(withOneMore(bySource, count, inMs(15 * minute)).tries).toBe(1);
  });

  it('a count that led to a wait is remembered for a day', () => {
    let count: GuessCount | null = null;
    for (let tries = 1; tries <= 5; tries += 1) count = withOneMore(bySource, count, start);
    expect(heldUntil(bySource, count, start)).toEqual(inMs(15 * minute));
    expect(heldUntil(bySource, count, inMs(15 * minute))).toBeNull();
    expect(withOneMore(bySource, count, inMs(24 * 60 * minute - 1))).toMatchObject({ tries: 6 });
    expect(withOneMore(bySource, count, inMs(24 * 60 * minute))).toMatchObject({ tries: 1, heldUntil: null });
  });
});

describe('an account from everywhere', () => {
  it('ten tries, then waits of 1, 2, 4, 8 and 15 minutes', () => {
    const moments = looked(byAccount, 1000, 60 * minute);
    const waits = moments.slice(10).map((at, index) => at - (moments[index + 9] ?? 0));
    expect(waits.map((ms) => ms / minute)).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it.each([1, 60, 400, 3601])('T30: at most 16 in any hour and 110 in any day, tried every %d s for three days', (seconds) => {
    const moments = looked(byAccount, seconds * 1000, 72 * 60 * minute);
    expect(most(moments, 60 * minute)).toBeLessThanOrEqual(16);
    expect(most(moments, 24 * 60 * minute)).toBeLessThanOrEqual(110);
  });
});

it('a try whose clock is a little behind that of the one before it is held off all the same: it waited for its turn, or is another machine’s', () => {
  for (const [rule, free] of [
    [bySource, 5],
    [byAccount, 10],
  ] as const) {
    let count: GuessCount | null = null;
    for (let tries = 1; tries <= free; tries += 1) count = withOneMore(rule, count, start);
    for (const behindMs of [1, 1000, minute]) expect(heldUntil(rule, count, inMs(-behindMs))).toEqual(count?.heldUntil);
  }
});

it('T11: a clock that was set back a day holds nobody off for a day', () => {
  let count: GuessCount | null = null;
  for (let tries = 1; tries <= 5; tries += 1) count = withOneMore(bySource, count, start);
  const dayBefore = inMs(-24 * 60 * minute);
  expect(heldUntil(bySource, count, dayBefore)).toBeNull();
  expect(heldUntil(bySource, withOneMore(bySource, count, dayBefore), dayBefore)).toEqual(new Date(dayBefore.getTime() + 30 * minute));
});
