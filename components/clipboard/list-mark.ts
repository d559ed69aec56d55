import { attributeOf, childrenOf, type HtmlNode, nameOf } from './html-node';
import { type Around, seenStyle } from './seen-style';
import type { StyleSheet } from './style-sheet';

/** The number a browser draws before an item of a list, as words; a bullet is no number and is left out. */
export function listMark(item: HtmlNode, above: Around, within: Around, sheet: StyleSheet): string {
  const list = above.ancestors.at(-1);
  if (!list || nameOf(list) !== 'OL') return '';
  const number = numberOf(item, list, above, sheet);
  const style = within.listStyle ?? 'decimal';
  if (style === 'none' || /^(?:disc|circle|square)$/.test(style)) return '';
  if (/cjk|chinese|japanese|korean/.test(style)) return `${chinese(number)}、`;
  return `${written(number, style)}. `;
}

/** Items that are hidden are not counted. */
function numberOf(item: HtmlNode, list: HtmlNode, above: Around, sheet: StyleSheet): number {
  const items = childrenOf(list).filter((child) => nameOf(child) === 'LI' && !seenStyle(child, above, sheet).isHidden);
  const isReversed = attributeOf(list, 'reversed') !== null;
  let number = wholeOf(attributeOf(list, 'start')) ?? (isReversed ? items.length : 1);
  for (const one of items) {
    number = wholeOf(attributeOf(one, 'value')) ?? number;
    if (one === item) return number;
    number += isReversed ? -1 : 1;
  }
  return number;
}

function wholeOf(text: string | null): number | null {
  return text !== null && /^\s*-?\d+\s*$/.test(text) ? Number(text) : null;
}

function written(number: number, style: string): string {
  if (number < 1) return String(number);
  if (/alpha|latin/.test(style)) return cased(letters(number), style);
  if (/roman/.test(style)) return number < 4000 ? cased(roman(number), style) : String(number);
  return style === 'decimal-leading-zero' ? String(number).padStart(2, '0') : String(number);
}

function cased(text: string, style: string): string {
  return style.startsWith('upper') ? text.toUpperCase() : text;
}

function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

function chinese(number: number): string {
  const digits = '零一二三四五六七八九';
  if (number < 0 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits[ones] as string;
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`;
}

function roman(number: number): string {
  const steps = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const;
  let [rest, text] = [number, ''];
  for (const [value, sign] of steps)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}
