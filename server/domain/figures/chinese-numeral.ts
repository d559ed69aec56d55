const digits: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const groups: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/**
 * A whole Chinese numeral as a number: `十二` 12, `一百零三` 103, `二〇二四` 2024, `三万五千` 35000. Null for anything else, the
 * colloquial `一百二` (120, not 102) among them: what is not well formed is not guessed at.
 */
export function readChineseNumeral(text: string): number | null {
  if (!/^[〇零一二两三四五六七八九十百千万亿]+$/.test(text)) return null;
  const characters = [...text];
  if (characters.every((character) => character in digits))
    return characters.length === 1 || !characters.includes('两') ? Number(characters.map((character) => digits[character]).join('')) : null;
  const value = addUp(characters);
  return writeNumeral(value) === withEveryOne(text) ? value : null;
}

/** Reads on whatever the order; the caller compares what comes out with how that number is written. */
function addUp(characters: readonly string[]): number {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const character of characters) {
    const [asDigit, place] = [digits[character], places[character]];
    if (asDigit !== undefined) digit = asDigit;
    else if (place !== undefined) {
      group += (digit ?? 1) * place;
      digit = null;
    } else {
      group += digit ?? 0;
      total += (group || 1) * (groups[character] ?? 1);
      group = 0;
      digit = null;
    }
  }
  return total + group + (digit ?? 0);
}

/** One way of writing for all: 二 for 两, 零 for 〇, and the 一 that may be left out before 十 and at the start. */
function withEveryOne(text: string): string {
  return text
    .replaceAll('两', '二')
    .replaceAll('〇', '零')
    .replace(/^(?=[百千万亿])|(?<![二三四五六七八九一])(?=十)/g, '一');
}

function writeNumeral(value: number): string {
  const written = [
    { name: '亿', group: Math.floor(value / 100_000_000) },
    { name: '万', group: Math.floor(value / 10_000) % 10_000 },
    { name: '', group: value % 10_000 },
  ]
    .map(({ name, group }) => (group === 0 ? '零' : `${group < 1000 ? '零' : ''}${writeGroup(group)}${name}`))
    .join('');
  return written.replace(/零+/g, '零').replace(/^零|零$/g, '');
}

function writeGroup(group: number): string {
  const names = '零一二三四五六七八九';
  const written = [...String(group)]
    .reverse()
    .map((digit, place) => (digit === '0' ? '零' : `${names[Number(digit)]}${['', '十', '百', '千'][place] ?? ''}`));
  return written.reverse().join('').replace(/零+$/, '');
}
