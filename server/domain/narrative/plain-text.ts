import { type Disguise, findDisguises } from './find-disguises';
import { invisibleClass } from './patterns/invisible';

/**
 * A text as the patterns read it: full-width digits, letters and percent signs made half-width, thousands commas and the
 * blanks around digits and Chinese characters dropped, a line that was broken inside a word joined again; what nobody sees
 * is left out, and a number in disguise is written plainly. Every character still knows where it stood, so that a finding lights up the original.
 */
export interface PlainText {
  text: string;
  /** `origin[i]` is the offset of plain character `i` in the original; one more entry closes the last character. */
  origin: readonly number[];
  /** Numbers that were written plainly, in order. */
  disguises: readonly WrittenPlainly[];
}

export interface WrittenPlainly {
  /** In the plain text. */
  start: number;
  end: number;
  /** In the original. */
  from: number;
  to: number;
}

const halfWidth = /[０-９Ａ-Ｚａ-ｚ％．]/;
const blank = /[\s\u00A0\u3000]/;
const invisible = new RegExp(`^[${invisibleClass}]`, 'u');
const plainest = /[\t\n\r -~\u4e00-\u9fff\uff01-\uff5e\u3001-\u301f]/;
const latin = /[0-9A-Za-z]/;
/** What may stand at the end of a line that is finished. */
const closes = /[。！？!?；;：:”’"）)》】…、]/;
/** What a new line starts with when it is a heading or a list item. */
const opensLine =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]{1,3}[，、章节条]|\d{1,2}[.、．](?!\d)|[①-⑳])/;
/** A heading has no full stop and is short: no longer than this. */
const longestHeading = 60;
const heading = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])[^。；，]{0,40}$/;

export function plainText(original: string): PlainText {
  const text: string[] = [];
  const origin: number[] = [];
  const put = (character: string, at: number): void => {
    text.push(character);
    origin.push(at);
  };
  const disguises: WrittenPlainly[] = [];
  const hidden = new Map(findDisguises(original).map((one) => [one.start, one]));
  const unmask = ({ start, end, written }: Disguise): void => {
    const first = text.length;
    for (const { character, at } of written) put(character, at);
    disguises.push({ start: first, end: text.length, from: start, to: end });
  };
  let lineStart = 0;
  let lastTab = -1;
  for (let at = 0; at < original.length; at += 1) {
    const character = original[at] as string;
    const disguise = hidden.get(at);
    if (disguise) {
      unmask(disguise);
      at = disguise.end - 1;
      continue;
    }
    const unseen = invisibleLength(original, at);
    if (unseen > 0) {
      at += unseen - 1;
      continue;
    }
    if (!blank.test(character)) {
      if (isThousandsComma(original, at)) continue;
      put(halfWidth.test(character) ? character.normalize('NFKC') : character, at);
      continue;
    }
    let end = at + 1;
    while (end < original.length && (blank.test(original[end] as string) || invisibleLength(original, end) > 0))
      end += Math.max(1, invisibleLength(original, end));
    const gap = original.slice(at, end);
    const before = text.at(-1) ?? '';
    const after = original.slice(end, end + 12).normalize('NFKC');
    if (/[\n\r]/.test(gap)) {
      const isRow = lastTab >= (origin[lineStart] ?? at);
      const isHeading = () => text.length - lineStart <= longestHeading && heading.test(text.slice(lineStart).join(''));
      if (before !== '' && (isRow || closes.test(before) || opensLine.test(after) || isHeading())) {
        put('\n', at);
        lineStart = text.length;
      }
    } else if (latin.test(before) && latin.test(after[0] ?? '') && !(/\d/.test(before) !== /\d/.test(after[0] ?? ''))) put(' ', at);
    if (gap.includes('\t')) lastTab = end - 1;
    at = end - 1;
  }
  origin.push(original.length);
  return { text: text.join(''), origin, disguises };
}

/** How many units of the text the character here takes that nobody sees; 0 when it is seen. */
function invisibleLength(text: string, at: number): number {
  if (plainest.test(text[at] as string)) return 0;
  return invisible.exec(text.slice(at, at + 2))?.[0].length ?? 0;
}

/** The comma of `1,234`: groups of three digits, at most three before the first. A full-width comma always separates. */
function isThousandsComma(text: string, at: number): boolean {
  if (text[at] !== ',' || !/^,[0-9０-９]{3}(?![0-9０-９])/.test(text.slice(at, at + 5))) return false;
  const before = /[0-9０-９,]{1,15}$/.exec(text.slice(Math.max(0, at - 15), at))?.[0] ?? '';
  return /^[0-9０-９]{1,3}(?:,[0-9０-９]{3})*$/.test(before);
}
