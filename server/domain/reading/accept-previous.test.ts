import { describe, expect, it } from 'vitest';
import { acceptPrevious } from './accept-previous';

const own = (organ: string, year: number) => ({ organ, year, scope: 'own_organ' as const });

describe('acceptPrevious', () => {
  it.each([
    ['上海市虹口区人民政府（区政府及区政府办公室本机关口径）', '虹口区人民政府办公室'],
    ['平潭综合实验区管委会（全区汇总）', '平潭综合实验区管理委员会'],
    ['长春市退役军人事务局', '退役军人事务局'],
    ['示例区卫生健康委员会', '示例区卫生和计划生育委员会'],
    ['宿迁市人民政府（全市汇总）', '宿迁市人民政府'],
  ])('takes %s and %s for one organ, and asks to confirm', (organ, before) => {
    expect(acceptPrevious(own(organ, 2024), own(before, 2023))).toMatchObject({
      accepted: true,
      warnings: [{ zh: expect.stringContaining(before) }],
    });
  });

  it('says nothing when the name is the same', () => {
    expect(acceptPrevious(own('示例区民政局', 2024), own('示例区民政局', 2023))).toEqual({ accepted: true, warnings: [] });
  });

  it.each([
    ['上海市虹口区人民政府', '上海市黄浦区人民政府'],
    ['上海市人民政府办公厅', '上海市虹口区人民政府'],
    ['长春市退役军人事务局', '长春市教育局'],
  ])('refuses %s against %s, which share no core', (organ, before) => {
    expect(acceptPrevious(own(organ, 2024), own(before, 2023)).accepted).toBe(false);
  });

  it('refuses another scope and a year that is not one less', () => {
    expect(acceptPrevious(own('示例区民政局', 2024), { ...own('示例区民政局', 2023), scope: 'consolidated' })).toMatchObject({
      accepted: false,
    });
    expect(acceptPrevious(own('示例区民政局', 2024), own('示例区民政局', 2022))).toMatchObject({ accepted: false });
  });
});
