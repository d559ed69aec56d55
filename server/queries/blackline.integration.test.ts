import { expect, it } from 'vitest';
import { saveCellRemark } from '@/server/commands/report/save-cell-remark';
import { saveReportText } from '@/server/commands/report/save-report-text';
import { publishReport } from '../rehearsal/settle-report';
import { inADistrict } from '../testing/in-a-district';
import { expectRefused } from '../testing/refusal-of';
import { loadBlackline } from './blackline';

const texts = { preamble: '示例年报。', '1': '一、总体情况。', '5': '全年培训3场。', '6': '无其他事项。' };
const district = inADistrict({ openQuarters: [1, 2, 3, 4] });
const key = () => ({ unitId: district().rootId, year: district().year, scope: 'consolidated' as const });
const publish = async () => {
  await district.allApproved({});
  await publishReport(district(), key(), texts, () => '该单位本年度机构调整，未能报送，已书面说明。');
};

it('A8: an edition against the draft shows what was written since, and nothing else', async () => {
  await publish();
  const compare = () => loadBlackline(district().store.read, district().admin.actor, { ...key(), from: 1, to: null }, null);
  expect((await compare()).texts.every((text) => text.isSame)).toBe(true);
  await saveReportText(district().admin, { ...key(), key: '5', text: '全年培训4场。', baseVersion: 2 });
  const { cells, texts: compared } = await compare();
  expect(cells).toEqual([]);
  expect(compared.filter((text) => !text.isSame)).toEqual([
    {
      key: '5',
      isSame: false,
      paragraphs: [
        {
          change: 'changed',
          parts: [
            { change: 'same', text: '全年培训' },
            { change: 'removed', text: '3' },
            { change: 'added', text: '4' },
            { change: 'same', text: '场。' },
          ],
        },
      ],
    },
  ]);
});

it('A8: a note below a table and a remark behind a figure are told as well, in an edition and in the draft', async () => {
  await publish();
  await saveReportText(district().admin, { ...key(), key: 't3', text: '以受理日期统计。', baseVersion: 0 });
  await saveCellRemark(district().admin, { ...key(), cell: 's3.granted.total', text: '含主动公开后告知的', baseVersion: 0 });
  const { cells, texts } = await loadBlackline(district().store.read, district().admin.actor, { ...key(), from: 1, to: null }, null);
  expect(cells.map(({ cell, before, after }) => [cell, before, after])).toEqual([['s3.granted.total', '0', '0（含主动公开后告知的）']]);
  expect(texts.filter(({ isSame }) => !isSame).map(({ key: of, paragraphs }) => [of, paragraphs])).toEqual([
    ['t3', [{ change: 'added', parts: [{ change: 'added', text: '以受理日期统计。' }] }]],
  ]);
});

it('is not known to who may not read the report, and tells nothing of an edition that does not exist', async () => {
  await publish();
  const asked = { ...key(), from: 1, to: null };
  await expectRefused(loadBlackline(district().store.read, district().clerk().actor, asked, null), 'not_found');
  await expectRefused(loadBlackline(district().store.read, district().admin.actor, { ...asked, to: 7 }, null), 'invalid');
});
