import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { listEvents } from '@/db/store';
import { allEvents } from '@/server/queries/audit';
import { typeCell } from '@/server/testing/a-district';
import { inADistrict } from '@/server/testing/in-a-district';
import { eventsOf } from '@/server/testing/log-of';
import { expectRefused } from '@/server/testing/refusal-of';
import { exportEvents } from './export-events';

describe('the log as a file', () => {
  const district = inADistrict();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

  it('holds every event that is found, newest first, with who held which duty, and that it left is an event', async () => {
    const { auditor, store, unitIds } = district();
    const { id } = await district().filing();
    for (const [raw, baseVersion] of [
      ['3', 0],
      ['=1+1', 1],
    ] as const)
      await typeCell(district().clerk(), id, { cell: 's3.granted.natural_person', raw, baseVersion });
    const asked = { ...allEvents, kindPrefix: 'figure.', person: 'clerk0' };
    const events = (await listEvents(store.read, { objectId: id, kinds: ['figure.saved'], limit: 10 })).reverse();
    let bytes = new Uint8Array();
    const left = await eventsOf(store, async () => {
      ({ bytes } = (await exportEvents(auditor, { asked, kind: 'csv' })) as { bytes: Uint8Array<ArrayBuffer> });
    });
    expect(left).toMatchObject([
      { kind: 'audit.exported', actorId: auditor.actor.userId, payload: { events: 2, kind: 'csv', search: 'figure. clerk0' } },
    ]);
    const [head, ...rows] = parseCsv(text(bytes));
    expect(head).toEqual(['时间', '人员', '岗位', '单位', '期间', '类别', '事项', '序号', '校验码']);
    expect(rows.map((row) => [row[1], row[2], row[5], row[7], row[8]])).toEqual(
      events.map((event) => [event.actorName, '填报员', '数据', String(event.seq), event.hash]),
    );
    expect(rows.map((row) => row[3])).not.toContain(unitIds[0]);
    expect(rows[0]?.[6]).toBe('填写“（一）予以公开，自然人”：3 → =1+1');
  });

  it('is the same list as a workbook', async () => {
    const { bytes } = await exportEvents(district().auditor, { asked: allEvents, kind: 'xlsx' });
    const { sheets } = await readXlsx(bytes);
    const { length } = await listEvents(district().store.read, { limit: 10_000 });
    // Its own event came after it.
    expect(sheets[0]?.rows.length).toBe(length);
  });

  it('is nobody’s but an auditor’s', async () => {
    for (const context of [district().clerk(), district().admin, district().reviewer])
      await expectRefused(exportEvents(context, { asked: allEvents, kind: 'csv' }), 'not_found');
  });
});
