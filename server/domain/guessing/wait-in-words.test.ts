import { expect, it } from 'vitest';
import { secondsUntil, waitInWords } from './wait-in-words';

it.each([
  [1, '1 秒', '1 second'],
  [59, '59 秒', '59 seconds'],
  [60, '1 分钟', '1 minute'],
  [61, '2 分钟', '2 minutes'],
  [900, '15 分钟', '15 minutes'],
])('%d s is said as %s', (seconds, zh, en) => {
  expect(waitInWords(seconds)).toEqual({ zh, en });
});

it('a wait is rounded up, and is a second at least', () => {
  const now = new Date('2026-11-30T01:00:00.000Z');
  const inMs = (ms: number) => new Date(now.getTime() + ms);
  expect([inMs(1), inMs(1000), inMs(1001), inMs(0)].map((moment) => secondsUntil(moment, now))).toEqual([1, 1, 2, 1]);
});
