import { describe, expect, it } from 'vitest';
import { getFormat } from '@/server/domain/formats';
import { zh } from '../messages/zh';
import { findCells, findPages, findRules, linesOfUnits, placeOf } from './found';

const clerk = [{ id: 'p', role: 'clerk', unitId: 'u' }] as const;
const admin = [{ id: 'p', role: 'admin', unitId: 'root' }] as const;

describe('what is found', () => {
  it('the chosen line stays the chosen one when others come before it, and the first is while none is', () => {
    const line = (group: 'units' | 'rules', key: string) => ({ group, key, name: key, isChinese: false, to: { address: key } });
    const rules = [line('rules', 'a'), line('rules', 'b')];
    const [, chosen = null] = rules;
    expect(placeOf(chosen, rules)).toBe(1);
    expect(placeOf(chosen, [line('units', 'b'), ...rules])).toBe(2);
    expect([placeOf(null, rules), placeOf(line('units', 'gone'), rules), placeOf(chosen, [])]).toEqual([0, 0, -1]);
  });

  it('a page by its name or initials, and only what is the person’s', () => {
    expect(findPages('wdrw', clerk, zh).map((one) => one.to)).toEqual([{ address: '/tasks' }]);
    expect(findPages('期初', admin, zh).map((one) => one.to)).toEqual([{ address: '/office/openings' }]);
    expect(findPages('期初', clerk, zh)).toEqual([]);
    expect(findPages('', clerk, zh).map((one) => one.name)).toEqual([
      '我的任务',
      '年报',
      '趋势',
      '更正单',
      '规则',
      '通知',
      '我的账号',
      '帮助',
      '快捷键一览',
    ]);
  });

  it('a cell only where a form stands, and none before something is asked for', () => {
    const here = { format: getFormat('2021'), goTo: () => {} };
    expect(findCells('予以公开 自然人', here)[0]?.to).toEqual({ cell: 's3.granted.natural_person' });
    expect([findCells('', here), findCells('予以公开', null)]).toEqual([[], []]);
  });

  it('of a unit its newest quarter and its report; of one without a quarter nothing', () => {
    const unit = { unitId: 'u', name: '区教育局', isGovernment: false };
    const lines = linesOfUnits(
      [
        { ...unit, filing: { id: 'f', year: 2026, quarter: 3 }, reportYear: 2026 },
        { ...unit, unitId: 'new', filing: null, reportYear: null },
        { ...unit, unitId: 'root', name: '示例区人民政府', isGovernment: true, filing: null, reportYear: 2026 },
      ],
      zh,
    );
    expect(lines.map((one) => [one.name, one.key])).toEqual([
      ['区教育局 · 2026 年第三季度', '/review/f'],
      ['区教育局 · 2026 年年报', '/reports/u/2026/own_organ'],
      ['示例区人民政府 · 2026 年年报', '/reports/root/2026/consolidated'],
    ]);
  });

  it('a rule by its id, at its place on the page of rules', () => {
    const rule = { id: 't3-col', sentence: { zh: '列平衡', en: 'columns balance' }, formula: null, source: '', severity: 'must_fix' };
    const rules = [rule] as unknown as Parameters<typeof findRules>[1];
    expect(findRules('t3-col', rules, 'zh')[0]?.to).toEqual({ address: '/rules#t3-col' });
    expect([findRules('', rules, 'zh'), findRules('没有', rules, 'zh')]).toEqual([[], []]);
  });
});
