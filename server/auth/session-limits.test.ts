import { describe, expect, it } from 'vitest';
import { absoluteLimitMs, clockToleranceMs, idleLimitMs, isSessionAlive, touchEveryMs } from './session-limits';

describe('T31: a session', () => {
  const start = new Date('2026-04-08T02:00:00Z');
  const at = (ms: number) => new Date(start.getTime() + ms);
  const session = { createdAt: start, lastSeenAt: start, endedAt: null, isActive: true };

  it('lives half an hour after the last act, to the millisecond', () => {
    expect([isSessionAlive(session, at(idleLimitMs)), isSessionAlive(session, at(idleLimitMs + 1))]).toEqual([true, false]);
  });

  it('lives twelve hours in all, however busy', () => {
    const busy = (now: number) => isSessionAlive({ ...session, lastSeenAt: at(now) }, at(now));
    expect([busy(absoluteLimitMs), busy(absoluteLimitMs + 1)]).toEqual([true, false]);
  });

  it('is over once it was ended or its person was disabled, also when the clock goes back', () => {
    expect(isSessionAlive({ ...session, endedAt: at(1000) }, at(500))).toBe(false);
    expect(isSessionAlive({ ...session, isActive: false }, start)).toBe(false);
  });

  it('T11: is over when it comes from a clock further ahead than clocks are put right by', () => {
    const behind = (ms: number) => isSessionAlive(session, at(-ms));
    expect([behind(clockToleranceMs), behind(clockToleranceMs + 1), behind(24 * 3_600_000)]).toEqual([true, false, false]);
  });

  it('is touched often enough that a person who acts is never idle', () => {
    expect(touchEveryMs).toBeLessThan(idleLimitMs / 10);
  });
});
