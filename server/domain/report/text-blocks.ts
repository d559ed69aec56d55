import type { Block } from './report-document';

/** A heading takes one printed line (28 characters of 三号 in 156 mm, a little more with Latin digits). */
const longestHeading = 30;
const levelTwo = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
const levelThree = /^\d{1,2}(?:[.．](?!\d)|、)/;

/**
 * A text of the report as headings and paragraphs: each line is one paragraph, empty lines and indents typed by hand are
 * dropped, since the faces indent by format.
 *
 * `（一）依申请公开方面。` on its own is a heading of level 2; with its text behind it, its first sentence is the paragraph's
 * lead. `1.拓展公开载体` is a heading of level 3 when the line is short and ends no sentence.
 *
 * @source GB/T 9704-2012, 7.3.3 (numbering and fonts of levels)
 */
export function textBlocks(text: string): Block[] {
  return text
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(blockOf);
}

function blockOf(line: string): Block {
  if (levelTwo.test(line)) {
    if (isShort(line) && !/[。；！？]./.test(line)) return { kind: 'heading', level: 2, text: line };
    const lead = /^[^。；：！？\n]*[。：]/.exec(line)?.[0];
    return lead && isShort(lead) ? { kind: 'paragraph', text: line, lead } : { kind: 'paragraph', text: line };
  }
  if (levelThree.test(line) && isShort(line) && !/[。；！？]/.test(line)) return { kind: 'heading', level: 3, text: line };
  return { kind: 'paragraph', text: line };
}

function isShort(line: string): boolean {
  return [...line].length <= longestHeading;
}
