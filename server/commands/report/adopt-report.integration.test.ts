import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { latestEditionOf, latestEvents } from '@/db/store';
import { parseReportJson, toReportJson } from '@/server/domain/reading';
import { publishedReports } from '@/server/domain/testing/published-reports';
import { readEdition } from '@/server/views/edition-content';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { adoptReport } from './adopt-report';

const reason = '已在政府网站公布，采用以便核对期初数。';

describe('a published report', () => {
  const district = inADistrict();
  const read = parseReportJson(JSON.stringify(publishedReports.pingtan2022));
  if (!read.ok) throw new Error('a published report is readable');
  const report = read.value;
  const json = (more: object = {}) => JSON.stringify({ ...toReportJson(report), ...more });
  const adopt = (more: Partial<Parameters<typeof adoptReport>[1]> = {}) =>
    adoptReport(district().admin, {
      ...{ changeId: randomUUID(), unitId: district().rootId, year: report.content.year, file: 'a.json', json: json() },
      ...{ reason, isSameOrgan: true, ...more },
    });

  it('is adopted as it was printed, once, with the person, the file and the reason', async () => {
    const first = await adopt({ changeId: 'once' });
    expect(await adopt({ changeId: 'once' })).toEqual(first);
    await expectRefused(adopt(), 'invalid');
    const { year, scope, figures } = report.content;
    const edition = await latestEditionOf(district().store.read, district().rootId, year, scope);
    expect([edition?.number, edition?.origin]).toEqual([1, 'imported']);
    expect(readEdition(edition?.content ?? '').figures).toEqual(figures);
    const [event] = await latestEvents(district().store.read, { kindPrefix: 'report.imported', limit: 1 });
    expect([event?.reason, event?.actorName, event?.payload]).toEqual([
      reason,
      district().admin.actor.name,
      expect.objectContaining({ file: 'a.json' }),
    ]);
  });

  it('names in the log the rows of which nothing was read; a report read whole has none to name', async () => {
    const { figures } = toReportJson(report);
    const without = (prefix: string) => Object.fromEntries(Object.entries(figures).filter(([cell]) => !cell.startsWith(prefix)));
    await adopt({ json: json({ figures: without('s3.carried_out.') }) });
    const logged = async () => (await latestEvents(district().store.read, { kindPrefix: 'report.imported', limit: 1 }))[0]?.payload;
    expect(await logged()).toMatchObject({ damage: [expect.stringMatching(/^.*申请.*：共 \d+ 行，到第 \d+ 行为止，其后没有读到。$/)] });
    await adopt({ json: json({ figures: without('s4.') }) });
    expect(await logged()).toMatchObject({ damage: [expect.stringContaining('整张表没有读到')] });
    await adopt({ json: json({ organ: `${report.content.organ}（办公室）` }) });
    expect(await logged()).not.toHaveProperty('damage');
  });

  it('of the wrong year, scope or organ, unreadable, or without a reason is refused and nothing is stored', async () => {
    const cases = [
      { year: report.content.year + 1 },
      { unitId: district().unitIds[1] ?? '', json: json({ scope: 'consolidated' }) },
      { isSameOrgan: false, json: json({ organ: '某某市林业和草原局' }) },
      { json: '{' },
      { json: json({ figures: { 's3.no.such': 1 } }) },
      { reason: '已核实' },
    ];
    const kinds = await kindsOf(district().store, async () => {
      for (const one of cases) await expectRefused(adopt(one), 'invalid');
    });
    expect(new Set(kinds)).toEqual(new Set(['refused']));
  });

  it('T35: that is hostile is refused quickly: nesting, special keys, a key twice, megabytes of brackets', async () => {
    const started = process.cpuUsage();
    const hostile = [
      '['.repeat(200_000),
      `{"kind":"annual-report","__proto__":{"polluted":1},"figures":{"__proto__":1}}`,
      json().replace('"kind"', '"kind":1,"kind"'),
      `{"kind":"annual-report","figures":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
    ];
    for (const one of hostile) await expectRefused(adopt({ json: one }), 'invalid');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    // The processor's time: a busy machine takes longer and does no more.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000);
  });
});
