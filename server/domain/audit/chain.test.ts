import { describe, expect, it } from 'vitest';
import { type ChainedEvent, chainEvent, chainVerifier, genesisHash } from './chain';
import { canonicalJson, contentHash } from './content-hash';

/** A chain of so many events, as the log holds them. */
function aChain(length: number): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1)
    events.push(
      chainEvent(
        {
          kind: 'figure.saved',
          payload: { cell: 's3.granted.natural_person', before: null, after: String(seq), version: seq },
          at: '2026-04-08T02:00:00.000Z',
          actorId: 'u',
          actorName: '张三',
          unitId: null,
          objectType: 'filing',
          objectId: 'f',
          period: '2026Q1',
          reason: null,
          requestId: 'a-test',
          sessionHash: null,
          ip: null,
        },
        seq,
        events.at(-1)?.hash ?? genesisHash,
      ),
    );
  return events;
}

function firstFault(events: readonly ChainedEvent[]) {
  const chain = chainVerifier();
  for (const event of events) {
    const fault = chain.add(event);
    if (fault) return fault;
  }
  return null;
}

describe('T44: a chain of 120 events', () => {
  const events = aChain(120);

  it('holds together, and ends in the hash of its last event', () => {
    const chain = chainVerifier();
    expect(events.map((event) => chain.add(event)).every((fault) => fault === null)).toBe(true);
    expect(chain.head()).toEqual({ seq: 120, hash: events.at(-1)?.hash });
  });

  it('shows an edit of any field of any event, at that event', () => {
    for (const [index, event] of events.entries()) {
      const edits: Partial<ChainedEvent>[] = [
        { payload: { cell: 's3.granted.natural_person', before: null, after: '999', version: event.seq } },
        { actorName: '李四' },
        { at: '2026-04-08T02:00:00.001Z' },
        { period: null },
        { reason: '' },
        { hash: contentHash('another') },
      ];
      const edit = edits[index % edits.length];
      expect(firstFault(events.with(index, { ...event, ...edit }))).toEqual({ seq: event.seq, fault: 'changed' });
    }
  });

  it('shows a deleted event by the gap, and one swapped with its neighbour', () => {
    for (let index = 0; index < events.length - 1; index += 1) {
      expect(firstFault(events.toSpliced(index, 1))).toEqual({ seq: index + 2, fault: 'gap' });
      const [one, two] = [events[index], events[index + 1]];
      if (one && two)
        expect(firstFault(events.with(index, { ...two, seq: one.seq }).with(index + 1, { ...one, seq: two.seq }))?.seq).toBe(one.seq);
    }
  });

  it('shows an inserted event, also when it is chained to the one before', () => {
    for (let index = 1; index < events.length - 1; index += 1) {
      const before = events[index - 1];
      if (!before) continue;
      const { seq: _seq, prev: _prev, hash: _hash, ...facts } = before;
      const forged = chainEvent({ ...facts, actorName: '不在场的人' }, before.seq + 1, before.hash);
      expect(firstFault(events.toSpliced(index, 0, forged))?.seq).toBe(before.seq + 1);
    }
  });

  it('does not show a cut tail by itself: that is what a head kept elsewhere is for', () => {
    const cut = events.slice(0, 100);
    expect(firstFault(cut)).toBeNull();
    expect(cut.some((event) => event.hash === events.at(-1)?.hash)).toBe(false);
  });
});

/** Every row of 10,000 where it is asked for (`NIANBAO_TRUST=full`), of fewer otherwise. */
const long = process.env.NIANBAO_TRUST === 'full' ? 10_000 : 2_000;

describe(`T44: a chain of ${long} events`, () => {
  const events = aChain(long);

  /** What is found from just before a place on: up to there the chain is as it was, and so is the verifier. */
  function faultAround(index: number, tampered: readonly ChainedEvent[]) {
    const before = events[index - 1];
    const chain = chainVerifier(before ? { seq: before.seq, hash: before.hash } : undefined);
    for (const event of tampered) {
      const fault = chain.add(event);
      if (fault) return fault;
    }
    return null;
  }

  it('shows an edit, a deletion, an insertion and a swap at every single event', () => {
    const missed: string[] = [];
    for (const [index, event] of events.entries()) {
      const [next, afterNext] = [events[index + 1], events[index + 2]];
      if (!next || !afterNext) break;
      const { seq, prev: _prev, hash: _hash, ...facts } = event;
      const forged = chainEvent({ ...facts, actorName: '不在场的人' }, seq + 1, event.hash);
      const found = {
        edit: faultAround(index, [{ ...event, actorName: '李四' }, next]),
        'edit with a hash of its own': faultAround(index, [chainEvent({ ...facts, actorName: '李四' }, seq, event.prev), next]),
        deletion: faultAround(index, [next]),
        insertion: faultAround(index, [event, forged, next]),
        swap: faultAround(index, [{ ...next, seq }, { ...event, seq: next.seq }, afterNext]),
      };
      for (const [what, fault] of Object.entries(found)) if (!fault) missed.push(`${what} at ${seq}`);
    }
    expect(missed).toEqual([]);
  });
});

describe('a content hash', () => {
  it('is that of the value, whatever the order of its keys', () => {
    expect(contentHash({ b: [1, { y: null, x: '年' }], a: 2 })).toBe(contentHash({ a: 2, b: [1, { x: '年', y: null }] }));
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' }));
  });

  it('is known to other languages: SHA-256 of RFC 8785 JSON', () => {
    expect(canonicalJson({ 年: 1, a: '€' })).toBe('{"a":"€","年":1}');
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('is refused to what JSON cannot hold', () => {
    expect(() => canonicalJson(undefined)).toThrow('no JSON form');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow();
  });
});
