import { describe, expect, it } from 'vitest';
import { askedEvents, type EventsShown, eventsAddress } from './events-address';

const usual = askedEvents({});
const shown: EventsShown = {
  asked: { kindPrefix: 'slip.', person: '顾念真', unit: '教育局', object: '2026 第二季度', from: '2026-01-01', to: '2026-11-30' },
  ...{ size: 200, isFlat: true, before: 1, open: 12 },
};
const said = (address: string) => askedEvents(Object.fromEntries(new URL(address, 'http://a').searchParams));

describe('the address of a part of the log', () => {
  it('says what is shown, and leaves out what is as usual', () => {
    expect(eventsAddress(usual)).toBe('/audit');
    expect(said(eventsAddress(shown))).toEqual(shown);
  });

  it('asks nothing that makes no sense', () => {
    const nonsense = {
      kind: '__proto__',
      from: '2026-02-30',
      to: 'today',
      before: '-1',
      open: '0',
      size: '1000',
      flat: '1',
      person: ['a'],
    };
    expect(askedEvents(nonsense as Record<string, string | string[]>)).toEqual(usual);
  });
});
