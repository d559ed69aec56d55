import { expect, it } from 'vitest';
import { shown } from '../testing/shown';
import { NothingSubmitted } from './nothing-submitted';
import { SubmissionHistory } from './submission-history';

it('the newest submission stands first, and a returned one says who returned it, when and why', async () => {
  const screen = await shown(
    <SubmissionHistory
      history={[
        {
          number: 1,
          submittedBy: '张敏',
          submittedAt: '2026-07-03T02:00:00.000Z',
          outcome: 'returned',
          decidedBy: '李峰',
          decidedAt: '2026-07-04T01:30:00.000Z',
          returnReason: '表三合计有误',
        },
        {
          number: 2,
          submittedBy: '张敏',
          submittedAt: '2026-07-05T02:00:00.000Z',
          outcome: 'pending',
          decidedBy: '',
          decidedAt: null,
          returnReason: null,
        },
      ]}
    />,
  );
  const [newest, first] = screen.all('listitem').map((one) => one.text);
  expect(newest).toContain('第 2 次报送 · 张敏 · 2026-07-05 10:00');
  expect(first).toContain('第 1 次报送');
  expect(first).toContain('李峰 · 2026-07-04 09:30');
  expect(first).toContain('表三合计有误');
});

it('a filing that was never submitted says that there is nothing to review yet', async () => {
  const screen = await shown(<NothingSubmitted />);
  expect(screen.names('heading')).toContain('审核');
  expect(screen.text).toContain('这个单位本季度还没有报送过，报送后才能审核。');
});
