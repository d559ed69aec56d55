import { describe, expect, it } from 'vitest';
import { titleLines } from './title-lines';

describe('titleLines', () => {
  it('puts the organ on the first line and the name of the report on the second', () => {
    expect(titleLines('示例区人民政府', 2024)).toEqual(['示例区人民政府', '2024年政府信息公开工作年度报告']);
  });

  it('breaks a long name behind a place, never inside brackets', () => {
    expect(titleLines('中国（上海）自由贸易试验区临港新片区管理委员会', 2024).slice(0, -1)).toEqual([
      '中国（上海）自由贸易试验区',
      '临港新片区管理委员会',
    ]);
  });

  it('breaks a name of two bodies between them', () => {
    expect(titleLines('示例市江北新区管理委员会暨示例高新技术产业开发区管理委员会', 2024).slice(0, -1)).toEqual([
      '示例市江北新区管理委员会',
      '暨示例高新技术产业开发区管理委员会',
    ]);
  });

  it('loses no character and keeps every line within 20, even of a name without any place to break', () => {
    const organ = '无'.repeat(55);
    const lines = titleLines(organ, 2024).slice(0, -1);
    expect(lines.join('')).toBe(organ);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
  });

  it('ends on a name that is one long bracket', () => {
    const organ = `（${'括'.repeat(60)}）`;
    expect(titleLines(organ, 2024).slice(0, -1).join('')).toBe(organ);
  });
});
