import { describe, expect, it } from 'vitest';
import type { QueueItem } from '@/server/queries/review-queue';
import { shown } from '../testing/shown';
import { BulkApproval, withAll } from './bulk-approval';
import { QueueTable } from './queue-table';

const clean: QueueItem = {
  filingId: 'schools',
  unitName: '区教育局',
  year: 2026,
  quarter: 2,
  status: 'submitted',
  submissionNumber: 1,
  submittedBy: '张敏',
  submittedAt: '2026-07-03T02:00:00.000Z',
  isEarly: false,
  explained: 0,
  exceptions: 0,
  changedSinceLast: null,
  format: '2021',
  rowVariant: 'other_three',
  hash: 'a'.repeat(64),
  isClean: true,
  dueOn: '2026-07-15',
  claim: null,
  isExplainedOnly: false,
};
const risky: QueueItem = { ...clean, filingId: 'health', unitName: '区卫健局', isClean: false };

const onePage = { page: { page: 1, pages: 1, of: 3 }, asked: { search: '' } };

function rowsOf(...submissions: QueueItem[]) {
  return shown(
    <QueueTable
      submissions={submissions}
      chosen={new Set(['schools'])}
      onChoose={() => {}}
      today="2026-07-18"
      readers={{ health: ['林洁'] }}
    />,
  );
}

describe('the queue', () => {
  it('only a clean filing can be chosen for the bulk, and every one can be opened, each named by unit and quarter', async () => {
    const screen = await rowsOf(clean, { ...risky, explained: 1 });
    expect(screen.names('checkbox')).toEqual(['选择批量通过：区教育局 2026 年第二季度']);
    expect(screen.all('checkbox').map((one) => one.isChecked)).toEqual([true]);
    expect(screen.the('link', '区卫健局 2026 年第二季度').href).toBe('/review/health');
    expect(screen.the('link', '区教育局 2026 年第二季度').href).toBe('/review/schools');
  });

  it('says what is read first: early, excepted and explained beside each other, and nothing to explain only where there is nothing', async () => {
    const screen = await rowsOf(clean, { ...risky, isEarly: true, exceptions: 2, explained: 3 });
    const [, plain, both] = screen.all('row');
    expect(plain?.text).toContain('首次报送，无需说明的事项');
    expect(both?.text).toContain('提前报送');
    expect(both?.text).toContain('放行 2 条');
    expect(both?.text).toContain('带说明 3 条');
    expect(both?.text).not.toContain('无需说明');
  });

  it('a submission that came again is told from a first one, also when no number has changed', async () => {
    const again = { ...risky, submissionNumber: 2, changedSinceLast: 0 };
    const screen = await rowsOf(again, { ...again, filingId: 'other', changedSinceLast: 4 });
    const [, same, changed] = screen.all('row');
    expect(same?.text).toContain('重新报送，数未变');
    expect(same?.text).not.toContain('首次报送');
    expect(changed?.text).toContain('重新报送，改了 4 格');
    expect(changed?.text).toContain('第 2 次');
  });
});

describe('a row of the queue', () => {
  it('says how long it waits, how late its quarter is, whose it is and who reads it', async () => {
    const screen = await rowsOf(
      clean,
      { ...risky, claim: { name: '王强', isOwn: false } },
      { ...risky, filingId: 'x', claim: { name: '我', isOwn: true } },
    );
    const [, first, second, third] = screen.all('row');
    expect(first?.text).toContain('已等 15 天');
    expect(first?.text).toContain('逾期 3 天');
    expect(second?.text).toContain('王强接下');
    expect(second?.text).toContain('林洁在看');
    expect(third?.text).toContain('由我审核');
  });

  it('one with an explanation and no exception may be chosen, and is not among those that are chosen at once', async () => {
    const explained = { ...risky, explained: 1, isExplainedOnly: true };
    expect((await rowsOf(explained)).names('checkbox')).toEqual(['选择批量通过：区卫健局 2026 年第二季度']);
    const screen = await shown(
      <BulkApproval {...onePage} submissions={[clean, explained]} chosen={new Set(['health'])} onChosen={() => {}} />,
    );
    expect(screen.the('checkbox', '选择全部无需说明的 1 件').isChecked).toBe(false);
    expect(screen.the('button', '批量通过 1 件').isDisabled).toBe(false);
  });
});

describe('approval in bulk', () => {
  it('is not offered where no filing is clean', async () => {
    expect((await shown(<BulkApproval {...onePage} submissions={[risky]} chosen={new Set()} onChosen={() => {}} />)).text).toBe('');
  });

  it('counts what is chosen and still clean: a filing that somebody explained meanwhile is not approved with the others', async () => {
    const other = { ...clean, filingId: 'finance' };
    const screen = await shown(
      <BulkApproval {...onePage} submissions={[clean, other, risky]} chosen={new Set(['schools', 'health'])} onChosen={() => {}} />,
    );
    expect(screen.the('button', '批量通过 1 件').isDisabled).toBe(false);
    expect(screen.the('checkbox', '选择全部无需说明的 2 件').isChecked).toBe(false);
  });

  it('all are chosen and let go again, and one chosen besides stays', () => {
    const all = withAll(new Set(['explained']), [clean, { filingId: 'finance' }], true);
    expect([...all]).toEqual(['explained', 'schools', 'finance']);
    expect([...withAll(all, [clean, { filingId: 'finance' }], false)]).toEqual(['explained']);
  });

  it('rests while nothing is chosen', async () => {
    const screen = await shown(<BulkApproval {...onePage} submissions={[clean]} chosen={new Set()} onChosen={() => {}} />);
    expect(screen.the('button', '批量通过 0 件').isDisabled).toBe(true);
  });
});
