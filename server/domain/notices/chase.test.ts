import { describe, expect, it } from 'vitest';
import { chaseText, isChasedJustNow, maxChaseWords, readChaseWords } from '.';

describe('what the office adds to a chase', () => {
  it.each(['请于本周五下班前报送。', '请一一核对，千万不要漏报；有一件事请来电。', '请按第三条逐项核对，每一件都要看。', ''])(
    'goes out: %s',
    (words) => {
      expect(readChaseWords(words)).toEqual({ words });
    },
  );

  it.each([
    '还差12件',
    '还差１２件',
    '还差①处',
    '上季收到一百二十件',
    '共两百余件',
    '٣ 天',
    '请看 https：//',
    '请看 http://a',
    '写信到 a@b',
    '还差九件',
    '漏了两条',
    '还差一\u200b件',
    '请看 nianbao.example.cn',
    '请看 exa\u200bmple.\u2060cn',
    '请看 ｅｘａｍｐｌｅ．ｃｎ',
    '报'.repeat(maxChaseWords + 1),
  ])('does not: %s', (words) => {
    const read = readChaseWords(words);
    // A full-width colon makes no address.
    expect('refused' in read).toBe(words !== '请看 https：//');
  });

  it('is one line, and holds nothing that nobody sees', () => {
    expect(readChaseWords('请\u202e尽快\u200b报送\u0007。')).toEqual({ words: '请尽快报送。' });
    expect(readChaseWords('  请尽快\n报送\t。 ')).toEqual({ words: '请尽快 报送 。' });
  });
});

it('a second chase within a day is told from one after it', () => {
  const chased = new Date('2026-10-20T02:00:00Z');
  const after = (hours: number) => isChasedJustNow(chased, new Date(chased.getTime() + hours * 3_600_000));
  expect([after(0), after(23.9), after(24)]).toEqual([true, true, false]);
});

it('the list for a group chat names who has no clerk', () => {
  const lines = [
    { unitName: '示例区一局', dueOn: '2026-10-15', daysOverdue: 5, clerks: ['张三', '李四'] },
    { unitName: '示例区二局', dueOn: '2026-10-25', daysOverdue: 0, clerks: [] },
  ];
  expect(chaseText('2026 年第三季度', '2026-10-20', lines)).toBe(
    [
      '2026 年第三季度尚未报送的单位（截至 2026-10-20，共 2 个）',
      '1. 示例区一局，期限 2026-10-15，逾期 5 天，联系人：张三、李四',
      '2. 示例区二局，期限 2026-10-25，联系人：没有填报员',
    ].join('\n'),
  );
});
