import { describe, expect, it } from 'vitest';
import { listEvents } from '@/db/store';
import { typeCell } from '../testing/a-district';
import { inADistrict } from '../testing/in-a-district';
import { expectRefused } from '../testing/refusal-of';
import { allEvents, type EventsAsked, loadEventLog } from './audit';

describe('the log that somebody searches', () => {
  const district = inADistrict();
  const read = (asked: Partial<EventsAsked> = {}, page: Partial<Parameters<typeof loadEventLog>[2]> = {}) =>
    loadEventLog(district().store.read, district().auditor.actor, { asked: { ...allEvents, ...asked }, limit: 200, ...page });
  const seqs = async (asked: Partial<EventsAsked>) => (await read(asked, { isFlat: true })).lines.map(({ event }) => event.seq);

  async function typed(): Promise<{ saves: number[]; filingId: string }> {
    const { id } = await district().filing();
    for (const [cell, raw, baseVersion] of [
      ['s3.granted.natural_person', '3', 0],
      ['s3.new_received.natural_person', '4', 0],
      ['s3.granted.natural_person', '5', 1],
    ] as const)
      await typeCell(district().clerk(), id, { cell, raw, baseVersion });
    const events = await listEvents(district().store.read, { objectId: id, kinds: ['figure.saved'], limit: 10 });
    return { saves: events.map(({ seq }) => seq).reverse(), filingId: id };
  }

  it('is nobody’s but an auditor’s, whatever is asked for', async () => {
    const { clerk, admin, reviewer, store } = district();
    for (const { actor } of [clerk(), admin, reviewer])
      for (const asked of [allEvents, { ...allEvents, person: actor.name, object: 'no such thing' }])
        await expectRefused(loadEventLog(store.read, actor, { asked, limit: 10 }), 'not_found');
  });

  it('folds what a clerk fills in, says how many cells and saves that were, and opens to each of them', async () => {
    const { saves } = await typed();
    const [line] = (await read()).lines;
    expect([line?.event.seq, line?.folded?.saves, line?.folded?.cells, line?.folded?.since.seq, line?.opened]).toEqual([
      saves[0],
      3,
      2,
      saves[2],
      null,
    ]);
    const [open] = (await read({}, { open: saves[0] })).lines;
    expect(open?.opened?.map(({ seq }) => seq)).toEqual(saves);
    expect((await read({}, { isFlat: true })).lines.slice(0, 3).map(({ event, folded }) => [event.seq, folded])).toEqual(
      saves.map((seq) => [seq, null]),
    );
  });

  it('finds by person, unit with its parts, object, kind and days', async () => {
    const { saves, filingId } = await typed();
    const { name, username, userId } = district().clerk().actor;
    const [unitId = '', other = ''] = district().unitIds;
    const { rootId, year } = district();
    const figures = { kindPrefix: 'figure.' };
    for (const person of [name, username, userId]) expect(await seqs({ ...figures, person })).toEqual(saves);
    for (const unit of [unitId, rootId]) expect(await seqs({ ...figures, unit })).toEqual(saves);
    expect(await seqs({ ...figures, unit: other })).toEqual([]);
    expect(await seqs({ ...figures, person: 'nobody of this name' })).toEqual([]);
    for (const object of [filingId, `/filings/${filingId}`, `${unitId} ${year}年第一季度`, `${year}Q1`])
      expect(await seqs({ ...figures, object })).toEqual(saves);
    for (const object of [`${unitId} 第二季度`, `${year + 1}Q1`, `${other} ${year}Q1`, '年报', '更正单'])
      expect(await seqs({ ...figures, object })).toEqual([]);
    const day = (await read()).lines[0]?.event.at.slice(0, 10) ?? '';
    expect(await seqs({ ...figures, from: day, to: day })).toEqual(saves);
    expect(await seqs({ ...figures, to: '2001-01-01' })).toEqual([]);
    expect(await seqs({ ...figures, from: '2099-01-01' })).toEqual([]);
  });

  it('finds refusals by who was refused and what they tried it on', async () => {
    const { id: filingId } = await district().filing();
    const { auditor } = district();
    await expectRefused(typeCell(auditor, filingId, { cell: 's3.granted.natural_person', raw: '1' }), 'forbidden');
    const { lines } = await read({ kindPrefix: 'refused', person: auditor.actor.username, object: filingId });
    expect(lines.map(({ event }) => event.kind)).toEqual(['refused']);
  });
});
