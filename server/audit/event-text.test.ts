import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ChainedEvent, canonicalJson } from '@/server/domain/audit';
import { eventText } from './event-text';

/** Whole characters of any kind: half a pair has no form in canonical JSON. */
const text = fc.string({ unit: 'binary' });
const maybe = fc.option(text);
const anEvent = fc.record({
  ...{ actorId: maybe, actorName: text, at: text, ip: maybe, kind: text, objectId: text, objectType: text, period: maybe },
  ...{ prev: text, reason: maybe, requestId: text, seq: fc.oneof(fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true })) },
  ...{ sessionHash: maybe, unitId: maybe, hash: text },
  payload: fc.dictionary(text, fc.jsonValue({ stringUnit: 'grapheme' })),
});

it('is what the core says of the same event, whatever stands in it', () => {
  fc.assert(
    fc.property(anEvent, fc.dictionary(text, text, { maxKeys: 1 }), (event, more) => {
      const { hash: _, ...rest } = { ...more, ...event };
      expect(eventText({ ...more, ...event } as unknown as ChainedEvent)).toBe(canonicalJson(rest));
    }),
    { numRuns: 500 },
  );
});
