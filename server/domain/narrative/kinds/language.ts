import type { Kind } from './kind';

/** Sentences that name a time. */
export const language: readonly Kind[] = [
  {
    id: 'periods',
    title: '统计期限的说法',
    basis: '年报统计期限为当年1月1日至12月31日，不写“今年来”“截止目前”一类没有终点的说法；一处只说一次',
    found: [
      { text: '今年来，我局认真贯彻落实《条例》。', finds: ['n-period 今年来'] },
      { text: '截止目前，主动公开信息416条。', finds: ['n-period 截止目前'] },
    ],
    silent: [{ text: '2024年，主动公开信息416条。' }],
  },
  {
    id: 'years',
    title: '不是本年度的年份',
    basis: '国办公开办函〔2021〕30号：统计期限为本年度；下年的打算可以写，已经做了的不会是下年的（只作提示）',
    found: [],
    silent: [
      { text: '2025年，我局将继续做好政府信息公开工作。' },
      { text: '2025年，我局受理政府信息公开申请88件。', figures: { 's3.new_received.total': 88 } },
    ],
  },
];
