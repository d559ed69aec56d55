import { describe, expect, it } from 'vitest';
import { findEdition, findFiling, latestEditionOf, latestEvents } from '@/db/store';
import { sha256Hex } from '@/server/domain/audit';
import { numberAt } from '@/server/domain/figures';
import { aValidReport } from '@/server/domain/testing/a-valid-report';
import { loadEditionSheet } from '@/server/queries/edition-sheet';
import { loadReportPage } from '@/server/queries/report';
import { readEdition } from '@/server/views/edition-content';
import { loadReportStanding } from '@/server/views/own-reports-view';
import { publishReport, settleReport } from '../../rehearsal/settle-report';
import { typeCell } from '../../testing/a-district';
import { inADistrict } from '../../testing/in-a-district';
import { kindsOf } from '../../testing/log-of';
import { expectRefused } from '../../testing/refusal-of';
import { lockQuarter } from '../office/lock-quarter';
import { countersignReportException } from './countersign-report-exception';
import { explainReportFinding } from './explain-report-finding';
import { finaliseReport } from './finalise-report';
import { importEdition } from './import-edition';
import { saveReportText } from './save-report-text';

const granted = 's3.granted.natural_person';
const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '问题与改进。', '6': '无其他事项。' };
const correction = '正文一处用词有误，已改正。';
const reason = () => '该单位本年度机构调整，未能报送，已书面说明。';

describe('a report', () => {
  const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
  const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
  const page = () => loadReportPage(district().store.read, district().admin.actor, key(), null);
  const fileAll = (units: readonly number[]) => district.allApproved({ 's3.new_received.natural_person': 2, [granted]: 2 }, units);

  it('is finalised to edition 1 with its hash, its parts and the names behind them, and locks its filings', async () => {
    await fileAll([0, 1]);
    const { number, hash } = await publishReport(district(), key(), texts, reason);
    const edition = await latestEditionOf(district().store.read, key().unitId, key().year, 'consolidated');
    const content = readEdition(edition?.content ?? '');
    expect([number, edition?.hash, sha256Hex(edition?.content ?? '')]).toEqual([1, hash, hash]);
    expect([numberAt(content.figures, granted), content.parts.length, content.missing]).toEqual([16, 8, []]);
    expect(new Set(content.parts.map((part) => part.approvedBy))).toEqual(new Set([district().reviewer.actor.name]));
    for (const part of content.parts) expect((await findFiling(district().store.read, part.filingId))?.status).toBe('locked');
  });

  it('T24: lets nobody write into a filing it has locked', async () => {
    await fileAll([0, 1]);
    await publishReport(district(), key(), texts, reason);
    await expectRefused(
      typeCell(district().clerk(), (await district().filing()).id, { cell: granted, raw: '3', baseVersion: 1 }),
      'wrong_status',
    );
  });

  it('T15: is finalised once, however often the request comes', async () => {
    await fileAll([0, 1]);
    await publishReport(district(), key(), texts, reason);
    const seenHash = (await page()).hash;
    const kinds = await kindsOf(district().store, async () => {
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => finaliseReport(district().admin, { ...key(), changeId: 'again', seenHash, reason: correction })),
      );
      expect(new Set(answers.map((answer) => answer.number))).toEqual(new Set([2]));
    });
    expect([kinds, (await page()).editions.length]).toEqual([['report.finalised'], 2]);
  });

  it('a further edition asks why it corrects the one before, also when only words changed, and keeps the reason in it and in the log', async () => {
    await fileAll([0, 1]);
    await publishReport(district(), key(), texts, reason);
    expect((await page()).untouchedSince).toBe(1);
    const { version } = (await page()).texts['5'] ?? { version: 0 };
    await saveReportText(district().admin, { ...key(), key: '5', text: '问题与改进措施。', baseVersion: version });
    const { hash: seenHash, untouchedSince } = await page();
    expect(untouchedSince).toBeNull();
    const again = (why?: string) =>
      finaliseReport(district().admin, { ...key(), changeId: 'second', seenHash, ...(why === undefined ? {} : { reason: why }) });
    for (const none of [undefined, '', '  ', '已核实']) await expectRefused(again(none), 'invalid');
    expect((await again(correction)).number).toBe(2);
    const { editions, untouchedSince: since } = await page();
    expect([editions[0]?.corrects, since]).toMatchObject([{ edition: 1, reason: correction, slips: [] }, 2]);
    const sheet = await loadEditionSheet(district().store.read, district().admin.actor, { ...key(), edition: 2 });
    expect(sheet.corrects?.reason).toBe(correction);
    const [logged] = await latestEvents(district().store.read, { kindPrefix: 'report.finalised', limit: 1 });
    expect(logged?.reason).toBe(correction);
  });

  it('T16: is refused when something changed since it was shown', async () => {
    await fileAll([0, 1]);
    const refused = await expectRefused(
      finaliseReport(district().admin, { ...key(), changeId: 'c', seenHash: '0'.repeat(64) }),
      'conflict',
    );
    expect(refused.details).toEqual({ hash: (await page()).hash });
  });

  it('A2: is not finalised while a unit is missing, unless an exception for it is signed by two people', async () => {
    await fileAll([0]);
    const before = await page();
    expect(before.missing).toEqual([{ quarters: [1, 2, 3, 4], count: 1, first: ['示例区2局'] }]);
    await expectRefused(finaliseReport(district().admin, { ...key(), changeId: 'c', seenHash: before.hash }), 'obstacles');
    const found = before.obstacles.find((obstacle) => obstacle.kind === 'must_fix');
    const finding = found?.kind === 'must_fix' ? found.finding : null;
    const { id } = await explainReportFinding(district().admin, {
      ...key(),
      rule: finding?.rule ?? '',
      boundTo: finding?.boundTo ?? '',
      text: reason(),
    });
    await expectRefused(countersignReportException(district().admin, { ...key(), exceptionId: id }), 'own_work');
    await countersignReportException(district().reviewer, { ...key(), exceptionId: id });
    await publishReport(district(), key(), texts, reason);
    const edition = await latestEditionOf(district().store.read, key().unitId, key().year, 'consolidated');
    const content = readEdition(edition?.content ?? '');
    expect(content.missing).toHaveLength(1);
    expect(content.explanations).toContainEqual(
      expect.objectContaining({
        kind: 'exception',
        rule: finding?.rule,
        writtenBy: district().admin.actor.name,
        countersignedBy: district().reviewer.actor.name,
      }),
    );
  });

  it('A2: is not finalised, nor counted as ready, while one of its chapters has no words; the preamble may be left out', async () => {
    await fileAll([0, 1]);
    const { preamble: _, ...chapters } = texts;
    await settleReport(district(), key(), { ...chapters, 5: '……' }, reason);
    const { obstacles, hash } = await page();
    expect(obstacles).toEqual([{ kind: 'empty_chapter', key: '5' }]);
    const { admin, store } = district();
    const refused = await expectRefused(finaliseReport(admin, { ...key(), changeId: 'empty', seenHash: hash }), 'obstacles');
    expect(refused.details).toEqual({ obstacles });
    const standing = await loadReportStanding(store.read, admin.actor, key(), null);
    expect([standing.isReady, standing.obstacles, standing.unwritten]).toEqual([false, 1, ['5']]);
    await saveReportText(admin, { ...key(), key: '5', text: '问题与改进。', baseVersion: 1 });
    const { number } = await finaliseReport(admin, { ...key(), changeId: 'written', seenHash: (await page()).hash });
    expect(number).toBe(1);
  });

  it('of one’s own organ is that of the office’s filings alone', async () => {
    await fileAll([0, 1]);
    const own = await loadReportPage(district().store.read, district().admin.actor, { ...key(), scope: 'own_organ' }, null);
    expect([own.figures[granted], own.unitCount]).toEqual([{ state: 'number', value: 8, decimals: 0 }, 1]);
  });

  it('is not touched by an import: the adopted edition gets the next number', async () => {
    await fileAll([0, 1]);
    await publishReport(district(), key(), texts, reason);
    const { format, content } = aValidReport(3);
    const imported = await importEdition(district().admin, {
      unitId: key().unitId,
      content: { ...content, year: key().year },
      format,
      file: 'a.json',
    });
    const { editions } = await page();
    expect([imported.number, editions.map((edition) => edition.origin)]).toEqual([2, ['imported', 'assembled']]);
  });
});

describe('an adopted edition', () => {
  const district = inADistrict();

  it('brings its year with it, keeps unknown cells unknown, and is refused to a reviewer', async () => {
    const { format, content } = aValidReport(5);
    const figures = new Map([...content.figures].filter(([cell]) => cell !== granted));
    const input = { unitId: district().rootId, content: { ...content, figures }, format, file: '2023.docx' };
    await expectRefused(importEdition(district().reviewer, input), 'forbidden');
    expect(await kindsOf(district().store, () => importEdition(district().admin, input))).toEqual(['year.created', 'report.imported']);
    const edition = await latestEditionOf(district().store.read, district().rootId, content.year, 'consolidated');
    expect(readEdition(edition?.content ?? '').figures).toEqual(figures);
    expect((await findEdition(district().store.read, edition?.reportId ?? '', 1))?.origin).toBe('imported');
  });
});

describe('closing a quarter', () => {
  const district = inADistrict();

  it('locks what is approved, and is refused while a unit is not', async () => {
    await district().approve();
    await expectRefused(lockQuarter(district().admin, { year: district().year, quarter: 1 }), 'wrong_status');
    await district().approve({}, { unit: 1 });
    expect(await kindsOf(district().store, () => lockQuarter(district().admin, { year: district().year, quarter: 1 }))).toEqual([
      'filing.locked',
      'filing.locked',
    ]);
    expect((await district().filing()).status).toBe('locked');
  });

  it('is refused for a quarter that does not exist or was never opened', async () => {
    await expectRefused(lockQuarter(district().admin, { year: 2050, quarter: 1 }), 'not_found');
    await expectRefused(lockQuarter(district().admin, { year: district().year, quarter: 4 }), 'wrong_status');
  });
});
