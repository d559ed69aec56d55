import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random';
import { blockOf, type FoundEvent, foldBlock, foldEvents } from './fold-events';

/** Three people, three filings, a day every forty events, on both sides of a block's end; the newest first. */
function aLog(seed: number): FoundEvent[] {
  const random = seededRandom(seed);
  const events: FoundEvent[] = [];
  let at = Date.parse('2026-11-29T02:00:00Z');
  for (let seq = foldBlock - 150; seq < foldBlock + 150; seq += 1) {
    at += random.chance(0.03) ? 86_400_000 : 1_000;
    // What a search leaves out.
    if (random.chance(0.1)) continue;
    events.unshift({
      ...{ seq, at, isSave: random.chance(0.9) },
      ...{ actorId: random.pick(['甲', '乙', '丙', null]), objectId: random.pick(['一季度', '二季度', '三季度']) },
    });
  }
  return events;
}

const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const seeds = [...Array(60).keys()];

describe('folded events', () => {
  it('are each in one line, none is lost or told twice, and lines stand where their newest event does', () => {
    for (const seed of seeds) {
      const events = aLog(seed);
      const lines = foldEvents(events);
      expect(lines.reduce((sum, line) => sum + line.events.length, 0)).toBe(events.length);
      expect(new Set(lines.flatMap((line) => line.events))).toEqual(new Set(events));
      const newest = lines.map((line) => line.events[0].seq);
      expect(newest).toEqual([...newest].sort((a, b) => b - a));
      for (const { events: own } of lines) expect(own.map(({ seq }) => seq)).toEqual(own.map(({ seq }) => seq).sort((a, b) => b - a));
    }
  });

  it('are saves of one person in one filing on one day, and nothing else happened to that filing meanwhile', () => {
    let folded = 0;
    for (const seed of seeds) {
      const events = aLog(seed);
      for (const { events: own } of foldEvents(events)) {
        if (own.length === 1) continue;
        folded += 1;
        expect(new Set(own.map(({ actorId, objectId, at, seq }) => [actorId, objectId, dayOf(at), blockOf(seq)].join())).size).toBe(1);
        const [newest, oldest] = [own[0].seq, own.at(-1)?.seq ?? 0];
        const between = events.filter(({ seq, objectId }) => seq < newest && seq > oldest && objectId === own[0].objectId);
        expect([own[0].isSave, between.filter((event) => !own.includes(event))]).toEqual([true, []]);
      }
    }
    expect(folded).toBeGreaterThan(500);
  });

  it('are as long as they can be: two lines of one person in one filing have a day or something else between them', () => {
    for (const seed of seeds) {
      const events = aLog(seed);
      const lines = foldEvents(events).filter(({ events: [first] }) => first.isSave && first.actorId !== null);
      for (const [index, { events: own }] of lines.entries()) {
        const before = lines.slice(index + 1).find(({ events: [first] }) => first.objectId === own[0].objectId);
        const [oldest, newest] = [own.at(-1), before?.events[0]];
        if (!oldest || !newest || newest.actorId !== oldest.actorId) continue;
        const between = events.filter(({ seq }) => seq < oldest.seq && seq > newest.seq);
        const isParted =
          between.some(({ objectId }) => objectId === oldest.objectId) ||
          blockOf(oldest.seq) !== blockOf(newest.seq) ||
          new Set([oldest, ...between, newest].map(({ at }) => dayOf(at))).size > 1;
        expect(isParted).toBe(true);
      }
    }
  });

  it('are the same whichever whole blocks are folded together', () => {
    for (const seed of seeds) {
      const events = aLog(seed);
      const blocks = [...new Set(events.map(({ seq }) => blockOf(seq)))];
      expect(blocks.flatMap((block) => foldEvents(events.filter(({ seq }) => blockOf(seq) === block)))).toEqual(foldEvents(events));
    }
  });

  it('of nobody who is known are not folded: two who are not signed in may be two', () => {
    const save = { at: 0, isSave: true, actorId: null, objectId: 'f' };
    expect(
      foldEvents([
        { ...save, seq: 2 },
        { ...save, seq: 1 },
      ]),
    ).toHaveLength(2);
  });
});
