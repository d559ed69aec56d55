import type { ProseKey } from '@/server/domain/formats';

/** Section 一 is in principle no longer than this. @source 国办公开办函〔2021〕30号，一(一) */
const section1Characters = 1000;

export function guidanceOf(key: ProseKey): number | null {
  return key === '1' ? section1Characters : null;
}

/** Characters as a person counts them, punctuation included, spaces and line breaks not. */
export function countCharacters(text: string): number {
  const bare = text.replace(/\s/gu, '');
  return [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(bare)].length;
}
