import { measureRepetition } from '../checks/text-repetition';

/** whole: word for word, apart from blanks. edited: most of it. absent: it was not used, or rewritten from end to end. */
export type Standing = 'whole' | 'edited' | 'absent';

/** Of a sentence that was edited, at least this much still stands. */
const shareOfEdited = 0.5;

export function standingIn(sentence: string, text: string): Standing {
  const bare = (words: string) => words.replace(/\s/g, '');
  if (bare(sentence) === '') return 'absent';
  if (bare(text).includes(bare(sentence))) return 'whole';
  return measureRepetition(sentence, text).share >= shareOfEdited ? 'edited' : 'absent';
}

/** The text with the sentence as its last paragraph; unchanged when the sentence stands in it already. */
export function withParagraph(text: string, sentence: string): string {
  if (standingIn(sentence, text) === 'whole') return text;
  const before = text.replace(/\s+$/, '');
  return before === '' ? sentence.trim() : `${before}\n${sentence.trim()}`;
}
