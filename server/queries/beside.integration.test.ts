import { describe, expect, it } from 'vitest';
import { declareNothing } from '@/server/commands/filing/declare-nothing';
import { returnFiling } from '@/server/commands/filing/return-filing';
import { count } from '@/server/domain/figures';
import { type CellId, getFormat, leafCells } from '@/server/domain/formats';
import { settleFindings, submitQuarter, typeQuarter } from '@/server/rehearsal/file-quarter';
import { inADistrict } from '@/server/testing/in-a-district';
import { quarterWorkbookFile } from '@/server/work/jobs/quarter-workbook';
import { loadFilingForm } from './filing-form';

const upheld = 's4.review.upheld';
const licensing = 's2.licensing_decisions';

describe('last quarter beside a figure', () => {
  const district = inADistrict({ openQuarters: [1, 2] });
  const second = () => district().filing(0, 2);
  const beside = async () => (await loadFilingForm(district().store.read, district().clerk().actor, (await second()).id, null)).beside;
  const inWorkbook = async () => (await quarterWorkbookFile.load(district().store.read, { filingId: (await second()).id })).lastQuarter;

  it('is what was submitted, with 本期无 and 不适用, as in the workbook; a draft is none, and neither is what is with its unit again', async () => {
    const filing = await district().filing();
    const left = (cell: { id: CellId; section: string }) => cell.section === '4' || cell.id === licensing;
    const typed = leafCells(getFormat('2021')).flatMap((cell) => (left(cell) ? [] : [[cell.id, count(0)] as const]));
    await typeQuarter(district().clerk(), filing, new Map(typed));
    await declareNothing(district().clerk(), { filingId: filing.id, section: '4', declare: true });
    expect((await beside()).lastQuarter).toEqual({});
    await settleFindings(district().clerk(), district().reviewer, filing.id, () => '遗留数据，已逐项登记说明。');
    await submitQuarter(district().clerk(), filing.id, '系统切换，提前报送。');
    const { lastQuarter, sameQuarterLastYear } = await beside();
    expect([lastQuarter[upheld], lastQuarter[licensing]]).toEqual([count(0), { state: 'not_applicable' }]);
    const book = await inWorkbook();
    for (const { id } of leafCells(getFormat('2021'))) expect([id, lastQuarter[id]]).toEqual([id, book.get(id)]);
    expect(sameQuarterLastYear).toEqual({});
    const remarks = [{ anchor: 'text', text: '请补充材料。' }];
    await returnFiling(district().reviewer, { filingId: filing.id, submissionNumber: 1, reason: '与台账不符，请核对。', remarks });
    expect((await beside()).lastQuarter).toEqual({});
  });
});
