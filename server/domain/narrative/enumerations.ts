/** Items of an enumeration that come twice or skip one: `一是…二是…三是…三是`, headings （一）（二）（二）. */
export interface EnumerationSlip {
  start: number;
  end: number;
  found: string;
  expected: string;
}

const numerals = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
];

/**
 * Kinds of items, each with its number. A kind may start again at one: 一是 and 1. anywhere, （一） only below a new heading 一、.
 */
const kinds: readonly { pattern: RegExp; print: (numeral: number) => string; restartsBelow: RegExp | null }[] = [
  {
    pattern: /(?<=^|[\n。；;：:，,、”）])([一二三四五六七八九十]{1,2})是(?=[^，。；\d])/g,
    print: (n) => `${numerals[n - 1]}是`,
    restartsBelow: null,
  },
  {
    pattern: /(?<=^|\n)[（(]([一二三四五六七八九十]{1,2})[）)]/g,
    print: (n) => `（${numerals[n - 1]}）`,
    restartsBelow: /(?<=^|\n)[一二三四五六七八九十]{1,2}、/g,
  },
  { pattern: /(?<=^|\n)([一二三四五六七八九十]{1,2})、/g, print: (n) => `${numerals[n - 1]}、`, restartsBelow: /(?!)/g },
  { pattern: /(?<=^|\n)(\d{1,2})[.、．](?!\d)/g, print: (n) => `${n}.`, restartsBelow: null },
];

export function enumerationSlips(plain: string): EnumerationSlip[] {
  return kinds.flatMap(({ pattern, print, restartsBelow }) => {
    const above = restartsBelow ? [...plain.matchAll(restartsBelow)].map((match) => match.index) : null;
    const slips: EnumerationSlip[] = [];
    let last = 0;
    let lastAt = -1;
    for (const match of plain.matchAll(pattern)) {
      const item = numberOf(match[1] ?? '');
      const mayRestart = above === null || above.some((at) => at > lastAt && at < match.index);
      const isFirst = lastAt < 0;
      const fits = item === last + 1 || (item === 1 && mayRestart) || isFirst;
      if (!fits) slips.push({ start: match.index, end: match.index + match[0].length, found: match[0], expected: print(last + 1) });
      last = item;
      lastAt = match.index;
    }
    return slips;
  });
}

function numberOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : numerals.indexOf(text) + 1;
}
