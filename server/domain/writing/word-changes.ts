import { diffArrays } from 'diff';
import { wordsOf } from './words-of';

/** A stretch of a stored text, and whether both have it. A live number stands in it whole. */
export interface WordChange {
  change: 'same' | 'added' | 'removed';
  text: string;
}

/** What makes `after` of `before`. Without the added stretches it is `before` to the character, without the removed ones `after`. */
export function wordChanges(before: string, after: string): WordChange[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** How much of two paragraphs stands in both, in characters. */
export function sharedLength(before: string, after: string): number {
  return wordChanges(before, after).reduce((sum, { change, text }) => sum + (change === 'same' ? text.length : 0), 0);
}
