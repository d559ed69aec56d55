import { describe, expect, it } from 'vitest';
import type { StoredNotice } from '@/db/store';
import { robotText, thatFit } from './message-text';

const address = 'https://nianbao.example';
const notices = Array.from(
  { length: 50 },
  (_, index): StoredNotice => ({
    ...{ id: `${index}`, receiver: 'robots', kind: 'returned', unitId: 'u', period: '2026Q1', about: 'a', day: null, once: null },
    ...{ unitName: '示例区政务服务和数据管理局', unitPath: ['u'], successorId: null, path: `/filings/${index}` },
    ...{ writtenAt: new Date(0), readAt: null, settledAt: null },
  }),
);

describe('what a robot says', () => {
  it.each([
    ['wecom', 2_048],
    ['dingtalk', 20_000],
  ] as const)('is at most what %s takes, and says how many it leaves out', (kind, most) => {
    const long = notices.map((notice) => ({ ...notice, unitName: notice.unitName.repeat(10) }));
    const text = robotText(kind, long, address);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    const shown = text.match(/\/filings\/\d+/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(0);
    expect(text).toContain(`另有 ${50 - shown} 条`);
  });

  it('is whole where the notices were taken by what fits the smallest house', () => {
    const taken = thatFit(['dingtalk', 'wecom'], notices, address);
    expect(taken.length).toBeLessThan(50);
    expect(robotText('wecom', taken, address).match(/\/filings\/\d+/g)).toHaveLength(taken.length);
    expect(Buffer.byteLength(robotText('dingtalk', notices.slice(0, taken.length + 1), address))).toBeGreaterThan(2_048);
    expect(thatFit(['dingtalk'], notices, address)).toHaveLength(50);
  });
});
