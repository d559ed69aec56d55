import { type Format, type TextKey, textKeys } from '../formats';
import type { Texts } from '../subject';

/** Words: marks and spaces alone report nothing, 无 does. */
const words = /[\p{L}\p{N}]/u;

/**
 * The chapters of a report that are words and have none. A report has its six sections; those that are tables are filled from the
 * quarters, those that are text (一, 五, 六) somebody writes. The preamble is custom and may be left out.
 *
 * @param texts as printed
 * @source 国办公开办函〔2021〕30号, 附件: the six sections; 条例 第五十条: what a report contains
 */
export function emptyChapters(format: Format, texts: Texts): TextKey[] {
  return textKeys.filter(
    (key) => format.chapters.some((chapter) => chapter.key === key && chapter.body === 'text') && !words.test(texts[key] ?? ''),
  );
}
