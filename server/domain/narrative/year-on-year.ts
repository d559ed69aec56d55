import type { Span } from './context';
import type { NumberInText } from './find-numbers';
import { comparedWithLastYear, directionWords } from './patterns/changes';

/** Whether a number is the change against last year, and which way. `环比` compares with another period and is not checked. */
export function readChange(text: string, sentence: Span, number: Pick<NumberInText, 'start'>): 'up' | 'down' | null {
  const lead = text.slice(Math.max(sentence.start, number.start - 60), number.start);
  if (!comparedWithLastYear.test(lead)) return null;
  const clause = /[^，；。：、（(]{0,24}$/.exec(lead)?.[0] ?? '';
  return directionWords.find(({ pattern }) => pattern.test(clause))?.change ?? null;
}
