import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { latestEditionOf } from '@/db/store';
import { quarters } from '@/server/domain/periods';
import { loadReportPage } from '@/server/queries/report';
import { listOwnReports, loadReportStanding } from '@/server/views/own-reports-view';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { packOwnReports } from '../export/export-own-reports';
import { exportReport } from '../export/export-report';
import { explainReportFinding } from './explain-report-finding';
import { finaliseMany } from './finalise-many';
import { saveReportText } from './save-report-text';

const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' } as const;

describe('A2: every unit’s own report in one act', () => {
  const district = inADistrict({ units: 3, openQuarters: [1, 2, 3, 4] });
  const key = (unit: number) => ({ unitId: district().unitIds[unit] ?? '', year: district().year, scope: 'own_organ' as const });
  const standing = (unit: number) => loadReportStanding(district().store.read, district().admin.actor, key(unit), null);
  const explainAll = async (unit: number) => {
    const { admin, store } = district();
    for (const one of (await loadReportPage(store.read, admin.actor, key(unit), null)).obstacles)
      if (one.kind === 'confirm')
        await explainReportFinding(admin, {
          ...key(unit),
          rule: one.finding.rule,
          boundTo: one.finding.boundTo,
          text: '本单位体量小，已逐项核对并登记。',
        });
  };
  /** Two units with all they need; the third lacks its fourth quarter. */
  const nearlyAll = async () => {
    for (const unit of [0, 1, 2])
      for (const quarter of quarters) if (unit < 2 || quarter < 4) await district().approve({}, { unit, quarter });
    for (const unit of [0, 1, 2])
      for (const text of ['preamble', '1', '5', '6'] as const)
        await saveReportText(district().admin, { ...key(unit), key: text, text: texts[text], baseVersion: 0 });
    for (const unit of [0, 1]) await explainAll(unit);
  };
  const pack = async (state: 'draft' | 'edition') => {
    const chunks: Uint8Array[] = [];
    const progress: string[] = [];
    const kinds = ['xlsx', 'json'] as const;
    for await (const chunk of packOwnReports(district().admin, { year: district().year, state, kinds }, ({ done, of }) =>
      progress.push(`${done}/${of}`),
    ))
      chunks.push(chunk);
    const files = unzipSync(Buffer.concat(chunks));
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as {
      files: { organ: string; name: string; bytes: number; sha256: string }[];
      left: { organ: string; why: string }[];
    };
    return { files, manifest, progress };
  };

  it('is assembled unit by unit: ready, or what is in the way', async () => {
    await nearlyAll();
    const own = await listOwnReports(district().store.read, district().admin.actor, district().year);
    expect(own.map((one) => [one.organ, one.edition])).toEqual([0, 1, 2].map((index) => [`示例区${index + 1}局`, null]));
    const [ready, , late] = [await standing(0), await standing(1), await standing(2)];
    expect([ready.obstacles, ready.isFinal, late.missingQuarters, late.ways.not_filled > 0]).toEqual([0, false, [4], true]);
    await saveReportText(district().admin, { ...key(1), key: '6', text: '', baseVersion: 1 });
    const { isReady, unwritten, hash } = await standing(1);
    expect([ready.isReady, isReady, unwritten]).toEqual([true, false, ['6']]);
    const asked = { changeId: 'unwritten', year: district().year, items: [{ unitId: key(1).unitId, seenHash: hash }] };
    expect((await finaliseMany(district().admin, asked)).map((one) => one.outcome)).toEqual(['refused']);
    expect(await listOwnReports(district().store.read, district().clerk(1).actor, district().year)).toHaveLength(1);
  });

  it('finalises all that are ready as they were shown; one that changed meanwhile is left and named, and nothing is made twice', async () => {
    await nearlyAll();
    const items = await Promise.all([0, 1, 2].map(async (unit) => ({ unitId: key(unit).unitId, seenHash: (await standing(unit)).hash })));
    await saveReportText(district().admin, { ...key(1), key: '6', text: '另有一项。', baseVersion: 1 });
    const asked = { changeId: 'all', year: district().year, items };
    const kinds = await kindsOf(district().store, async () => {
      const answers = await finaliseMany(district().admin, asked);
      expect(answers.map((one) => one.outcome)).toEqual(['finalised', 'refused', 'refused']);
      expect((await finaliseMany(district().admin, asked))[0]).toEqual(answers[0]);
    });
    expect(kinds.filter((kind) => kind === 'report.finalised')).toHaveLength(1);
    expect((await standing(0)).isFinal).toBe(true);
    expect(await latestEditionOf(district().store.read, key(1).unitId, district().year, 'own_organ')).toBeNull();
    expect((await finaliseMany(district().reviewer, asked)).map((one) => one.outcome)).toEqual(['refused', 'refused', 'refused']);
  });

  it('leaves in one zip: a folder for each that is ready, the bytes of a single download, hashes, and who was left and why', async () => {
    await nearlyAll();
    const { files, manifest, progress } = await pack('draft');
    expect(progress).toEqual(['0/3', '1/3', '2/3', '3/3']);
    expect(manifest.left.map((one) => one.organ)).toEqual(['示例区3局']);
    expect(manifest.files.map((one) => one.name.split('/')[0])).toEqual(['示例区1局', '示例区1局', '示例区2局', '示例区2局']);
    for (const { name, sha256, bytes } of manifest.files) {
      const content = files[name];
      expect([
        content?.byteLength,
        createHash('sha256')
          .update(content ?? '')
          .digest('hex'),
      ]).toEqual([bytes, sha256]);
    }
    const single = await exportReport(district().admin, { ...key(0), edition: 'draft', kind: 'xlsx' });
    expect(Buffer.from(files[`示例区1局/${single.name}`] ?? []).equals(Buffer.from(single.bytes))).toBe(true);
    expect((await pack('edition')).manifest.left).toHaveLength(3);
  });

  it('lets others be served between two units', async () => {
    await nearlyAll();
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 0);
    await pack('draft');
    clearInterval(count);
    expect(turns).toBeGreaterThan(2);
  });
});
