import { count, type Figure, fromDecimal, maxDecimals } from '../figures';
import type { Cell } from '../formats';
import type { Problem } from './problem';
import { isJsonNumber, type JsonValue } from './read-json';

/** A figure as report JSON writes it: a count as an integer, money as a decimal string in the printed unit; null is unknown. */
export function readFigure(cell: Cell, value: JsonValue): { figure: Figure | null } | { problem: Problem } {
  if (value === null) return { figure: null };
  return cell.quantity === 'count' ? readCount(cell, value) : readMoney(cell, value);
}

function readCount(cell: Cell, value: JsonValue): { figure: Figure } | { problem: Problem } {
  if (!isJsonNumber(value))
    return refused(
      cell,
      ['件数要写成整数，不加引号', 'a count is an integer without quotes'],
      ['改成整数，如 3；未知的写 null', 'Write an integer, e.g. 3, or null when it is not known'],
    );
  if (!/^-?\d+$/.test(value.number))
    return refused(
      cell,
      [`件数写成了 ${clip(value.number)}`, `a count is written ${clip(value.number)}`],
      ['件数只能是整数，不带小数点和指数', 'A count is an integer without point or exponent'],
    );
  const number = Number(value.number);
  if (!Number.isSafeInteger(number))
    return refused(cell, [`${clip(value.number)} 太大`, `${clip(value.number)} is too large`], ['请核对这个数', 'Check the number']);
  if (value.number.startsWith('-') && !(cell.mayBeNegative && number !== 0))
    return refused(
      cell,
      [`${number} 小于零`, `${value.number} is below zero`],
      ['件数不小于 0，请核对', 'A count is at least 0; check it'],
    );
  return { figure: count(number) };
}

function readMoney(cell: Cell, value: JsonValue): { figure: Figure } | { problem: Problem } {
  const decimals = maxDecimals[cell.quantity];
  const how: [string, string] = [
    `金额写成带引号的小数，单位${cell.measuredIn}，最多 ${decimals} 位小数，如 "59237.24"`,
    `Write the amount as a decimal in quotes, in ${cell.measuredIn}, with at most ${decimals} decimals, e.g. "59237.24"`,
  ];
  if (typeof value !== 'string') return refused(cell, ['金额要写成带引号的小数', 'an amount is a decimal in quotes'], how);
  if (!/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value))
    return refused(cell, [`“${clip(value)}”不是不小于零的小数`, `“${clip(value)}” is no decimal of at least zero`], how);
  const read = fromDecimal(value, cell.quantity);
  if (!read) return refused(cell, [`“${clip(value)}”太大或者小数位太多`, `“${clip(value)}” is too large or has too many decimals`], how);
  return { figure: { state: 'number', ...read } };
}

function refused(cell: Cell, [whatZh, whatEn]: [string, string], [howZh, howEn]: [string, string]): { problem: Problem } {
  return {
    problem: {
      where: `figures.${cell.id}`,
      what: {
        zh: `${whatZh}（${cell.rowLabel}，${cell.columnLabel}）。`,
        en: `${whatEn[0]?.toUpperCase()}${whatEn.slice(1)} (${cell.rowLabel}, ${cell.columnLabel}).`,
      },
      how: { zh: `${howZh}。`, en: `${howEn}.` },
    },
  };
}

/** What is quoted back is cut: it came from outside and may be of any length. */
export function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
