/**
 * A text as the patterns read it: full-width digits, letters and percent signs made half-width, thousands commas and the
 * blanks around digits and Chinese characters dropped, a line that was broken inside a word joined again. Every character
 * still knows where it stood, so that a finding lights up the original.
 */
export interface PlainText {
  text: string;
  /** `origin[i]` is the offset of plain character `i` in the original; one more entry closes the last character. */
  origin: readonly number[];
}

const halfWidth = /[０-９Ａ-Ｚａ-ｚ％．]/;
const blank = /[\s\u00A0\u3000\u200B-\u200F\u2060\uFEFF\u00AD]/;
const latin = /[0-9A-Za-z]/;
/** What may stand at the end of a line that is finished. */
const closes = /[。！？!?；;：:”’"）)》】…、]/;
/** What a new line starts with when it is a heading or a list item. */
const opensLine =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]{1,3}[，、章节条]|\d{1,2}[.、．](?!\d)|[①-⑳])/;
/** A heading has no full stop and is short. */
const heading = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])[^。；，]{0,40}$/;

export function plainText(original: string): PlainText {
  const text: string[] = [];
  const origin: number[] = [];
  const put = (character: string, at: number): void => {
    text.push(character);
    origin.push(at);
  };
  let lineStart = 0;
  for (let at = 0; at < original.length; at += 1) {
    const character = original[at] as string;
    if (!blank.test(character)) {
      if (isThousandsComma(original, at)) continue;
      put(halfWidth.test(character) ? character.normalize('NFKC') : character, at);
      continue;
    }
    let end = at + 1;
    while (end < original.length && blank.test(original[end] as string)) end += 1;
    const gap = original.slice(at, end);
    const before = text.at(-1) ?? '';
    const after = original.slice(end, end + 12).normalize('NFKC');
    if (/[\n\r]/.test(gap)) {
      const line = text.slice(lineStart).join('');
      const isRow = original.slice(origin[lineStart] ?? at, at).includes('\t');
      if (before !== '' && (isRow || closes.test(before) || opensLine.test(after) || heading.test(line))) {
        put('\n', at);
        lineStart = text.length;
      }
    } else if (latin.test(before) && latin.test(after[0] ?? '') && !(/\d/.test(before) !== /\d/.test(after[0] ?? ''))) put(' ', at);
    at = end - 1;
  }
  origin.push(original.length);
  return { text: text.join(''), origin };
}

/** The comma of `1,234`: groups of three digits, at most three before the first. A full-width comma always separates. */
function isThousandsComma(text: string, at: number): boolean {
  if (text[at] !== ',' || !/^,[0-9０-９]{3}(?![0-9０-９])/.test(text.slice(at, at + 5))) return false;
  const before = /[0-9０-９,]{1,15}$/.exec(text.slice(Math.max(0, at - 15), at))?.[0] ?? '';
  return /^[0-9０-９]{1,3}(?:,[0-9０-９]{3})*$/.test(before);
}
