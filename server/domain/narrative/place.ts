import { isNoteKey, type ProseKey } from '../formats';
import type { Sentence } from '../sentence';
import type { TextPlace } from '../subject';
import type { AnalysedText } from './analyse';

/** A range of the plain text as a place in the original, blanks and broken lines included. */
export function placeOf({ key, original, read }: AnalysedText, start: number, end: number): TextPlace {
  const { origin } = read.plain;
  const from = origin[start] ?? 0;
  const last = origin[end - 1] ?? from;
  const to = end > start ? last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) : from;
  return { text: key, start: from, end: to, snippet: original.slice(from, to) };
}

/** What words stand in, for a sentence about them. */
export function saidIn(key: ProseKey): Sentence {
  return isNoteKey(key) ? { zh: '附注', en: 'note' } : { zh: '正文', en: 'text' };
}
