import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ChainedEvent, EventFacts } from '@/server/domain/audit';
import { blockOf, foldBlock, foldEvents } from '@/server/domain/event-log';
import { seededRandom } from '@/server/domain/seeded-random';
import { cellsOfLines, type EventSearch, eventsBySeq, findEventLines, listEvents, recordEvents, type Store } from '../../store';
import { anEvent, someDay } from '../rows';

/** What is looked for in the log is what going through all of it would give, on either engine. */
export function eventSearchContract(store: () => Store): void {
  const random = seededRandom(16);
  const [people, filings, units] = [4, 3, 3].map((count) => Array.from({ length: count }, (): string => randomUUID()));
  const cells = ['s3.granted.natural_person', 's3.denied.natural_person', 's4.review.upheld'];

  function someEvents(count: number): EventFacts[] {
    let at = someDay.getTime();
    return Array.from({ length: count }, () => {
      at += random.chance(0.02) ? 86_400_000 : 1_000;
      const index = random.integer(0, 2);
      const about = { actorId: random.pick(people ?? []), objectId: filings?.[index] ?? '', unitId: units?.[index] ?? null };
      const event = anEvent({ ...about, at: new Date(at).toISOString(), period: `2026Q${index + 1}` });
      if (random.chance(0.9)) return { ...event, payload: { ...event.payload, cell: random.pick(cells) } };
      const number = random.integer(1, 12);
      return random.chance(0.5)
        ? ({
            ...event,
            kind: 'slip.withdrawn',
            objectType: 'unit',
            objectId: about.unitId,
            period: '2026',
            payload: { number },
          } as EventFacts)
        : ({ ...event, kind: 'filing.locked', payload: { number } } as EventFacts);
    });
  }

  const found = (event: ChainedEvent) => ({
    ...{ seq: event.seq, at: Date.parse(event.at), isSave: event.kind === 'figure.saved' },
    ...{ actorId: event.actorId, objectId: event.objectId },
  });
  const seqsOf = (lines: readonly { events: readonly { seq: number }[] }[]) => lines.map(({ events }) => events.map(({ seq }) => seq));

  async function allPages(search: EventSearch, limit: number, isFlat = false) {
    const lines: number[][] = [];
    for (let before: number | undefined; ; ) {
      const page = await findEventLines(store().read, search, { limit, isFlat, ...(before ? { before } : {}) });
      expect(page.lines.length).toBeLessThanOrEqual(limit);
      lines.push(...seqsOf(page.lines));
      if (page.rest === null) return lines;
      before = page.rest;
    }
  }

  it('finds what each search asks for and nothing else, folded the same whatever the size of a page', async () => {
    await store().tx((tx) => recordEvents(tx, someEvents(700)));
    const events = (await listEvents(store().read, { limit: 100_000 })).reverse();
    const [some, many] = [
      new Set(people?.slice(0, 2)),
      new Set([...(people ?? []).slice(1), ...Array.from({ length: 200 }, () => randomUUID())]),
    ];
    const [from, to] = [new Date(someDay.getTime() + 86_400_000 * 3), new Date(someDay.getTime() + 86_400_000 * 9)];
    const one = { objectIds: new Set([filings?.[1] ?? '']), unitIds: new Set<string>() };
    const other = { objectIds: new Set<string>(), unitIds: new Set([units?.[1] ?? '']) };
    const searches: [EventSearch, (event: ChainedEvent) => boolean][] = [
      [{}, () => true],
      [{ kinds: ['slip.withdrawn', 'filing.locked'] }, ({ kind }) => kind === 'slip.withdrawn' || kind === 'filing.locked'],
      [{ actorIds: some }, ({ actorId }) => some.has(actorId ?? '')],
      [{ actorIds: many }, ({ actorId }) => many.has(actorId ?? '')],
      [{ actorIds: new Set() }, () => false],
      [{ from, to }, ({ at }) => new Date(at) >= from && new Date(at) < to],
      [
        { unitIds: other.unitIds, kinds: ['figure.saved'] },
        ({ unitId, kind }) => other.unitIds.has(unitId ?? '') && kind === 'figure.saved',
      ],
      [{ year: 2026, quarter: 2 }, ({ period }) => period === '2026Q2'],
      [{ objectType: 'unit', year: 2026 }, ({ objectType, period }) => objectType === 'unit' && (period ?? '').startsWith('2026')],
      [
        { objects: [one, other], from },
        ({ objectId, unitId, at }) => one.objectIds.has(objectId) && other.unitIds.has(unitId ?? '') && new Date(at) >= from,
      ],
      [{ objects: [other] }, ({ unitId }) => other.unitIds.has(unitId ?? '')],
      [
        { kinds: ['slip.withdrawn'], number: 1 },
        ({ kind, payload }) => kind === 'slip.withdrawn' && (payload as { number: number }).number === 1,
      ],
    ];
    for (const [index, [search, fits]] of searches.entries()) {
      const fitting = events.filter(fits).map(found);
      for (const limit of index < 2 ? [3, 50] : [50])
        expect([index, await allPages(search, limit)]).toEqual([index, seqsOf(foldEvents(fitting))]);
      expect([index, (await allPages(search, 200, true)).flat()]).toEqual([index, fitting.map(({ seq }) => seq)]);
    }
  });

  it('begins anywhere: a page from any number on shows the lines that stand below it, whole', async () => {
    const all = await allPages({}, 200);
    const newest = all[0]?.[0] ?? 0;
    for (const before of [newest, newest - 1, newest - 37, newest - 301, 1]) {
      const { lines } = await findEventLines(store().read, {}, { before, limit: 20 });
      expect(seqsOf(lines)).toEqual(all.filter(([first]) => (first ?? 0) < before).slice(0, 20));
    }
  });

  it('counts the cells of a line, and reads events by their numbers', async () => {
    const { lines } = await findEventLines(store().read, { kinds: ['figure.saved'] }, { limit: 30 });
    const counted = await cellsOfLines(store().read, lines);
    for (const [index, { events }] of lines.entries()) {
      const read = await eventsBySeq(
        store().read,
        events.map(({ seq }) => seq),
      );
      expect(read.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq));
      expect(counted[index]).toBe(new Set(read.map(({ payload }) => (payload as { cell: string }).cell)).size);
    }
  });

  it('goes on through whole blocks, however little is found in them', async () => {
    await store().tx((tx) => recordEvents(tx, someEvents(foldBlock)));
    const events = (await listEvents(store().read, { limit: 100_000 })).reverse();
    const first = events.findLast(({ kind }) => kind === 'filing.locked');
    const rare: EventSearch = { kinds: ['filing.locked'], to: new Date(new Date(first?.at ?? '').getTime() + 1) };
    expect(blockOf(first?.seq ?? 0)).toBeLessThan(blockOf(events[0]?.seq ?? 0));
    const fitting = events.filter(({ kind, at }) => kind === 'filing.locked' && at <= (first?.at ?? ''));
    expect((await allPages(rare, 50)).flat()).toEqual(fitting.map(({ seq }) => seq));
    expect(await allPages({}, 200)).toEqual(seqsOf(foldEvents(events.map(found))));
  });
}
