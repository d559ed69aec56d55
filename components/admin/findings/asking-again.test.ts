import { describe, expect, it } from 'vitest';
import { nextAsk, seenAt } from './asking-again';

const seen = { isSeen: true, isAsking: false };

describe('asking again while submissions are being checked', () => {
  it('asks soon, unless there is nothing to wait for, nobody sees it, or it is being asked', () => {
    const asks = { times: 0, fewest: 4 };
    expect(nextAsk(4, asks, seen)).toBe('ask_soon');
    expect(nextAsk(0, asks, seen)).toBe('nothing');
    expect(nextAsk(4, asks, { isSeen: false, isAsking: false })).toBe('wait');
    expect(nextAsk(4, asks, { isSeen: true, isAsking: true })).toBe('wait');
  });

  it('ends where there are not fewer after a while, and goes on where there are', () => {
    let asks = { times: 0, fewest: 4 };
    while (nextAsk(4, asks, seen) === 'ask_soon' && asks.times < 1000) asks = seenAt({ ...asks, times: asks.times + 1 }, 4);
    expect(asks.times).toBeLessThan(1000);
    expect(nextAsk(4, asks, seen)).toBe('offer');
    expect(nextAsk(3, seenAt(asks, 3), seen)).toBe('ask_soon');
    expect(seenAt({ times: 5, fewest: 3 }, 4)).toEqual({ times: 5, fewest: 3 });
  });
});
