import { expect, it } from 'vitest';
import { indicatorCell } from '../formats';
import { figureOfText } from './figure-of-text';
import { printFigure } from './print-figure';

const exact = indicatorCell({
  key: 'training',
  name: '培训人次',
  unit: '人次',
  addsUp: 'flow',
  overUnits: 'sum',
  exactness: 'exact',
  definition: '参加培训的人次。',
});
const about = { ...exact, local: { overUnits: 'sum', exactness: 'about' } } as const;

it.each(['约300', '约 300', '约300人次', '300', '３００ 人次'])('a cell that holds 约数 reads %s as 300 and prints it with 约', (raw) => {
  const { figure } = figureOfText(raw, about);
  expect([figure, printFigure(figure, about)]).toEqual([{ state: 'number', value: 300, decimals: 0 }, '约300']);
});

it('what is printed is read back as the same figure; nought is never about', () => {
  for (const raw of ['约300', '0', '1234']) {
    const { figure } = figureOfText(raw, about);
    expect(figureOfText(printFigure(figure, about), about).figure).toEqual(figure);
  }
  expect(printFigure({ state: 'number', value: 0, decimals: 0 }, about)).toBe('0');
});

it.each(['约300', '约', '大约300', '约三百', '约-3'])('an exact cell never takes %s for a number', (raw) => {
  expect(figureOfText(raw, exact).figure).toEqual({ state: 'unreadable', raw });
});

it.each(['约', '大约300', '约三百', '约-3', '近300'])('nor does one for 约数 take %s', (raw) => {
  expect(figureOfText(raw, about).figure).toEqual({ state: 'unreadable', raw });
});

it('a unit of its own may be typed behind the number, another one not', () => {
  expect(figureOfText('120人次', exact).figure).toEqual({ state: 'number', value: 120, decimals: 0 });
  expect(figureOfText('120元', exact).figure).toEqual({ state: 'unreadable', raw: '120元' });
});
