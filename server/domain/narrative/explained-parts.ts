import { explainingClause, explainingSentence } from './patterns/explaining';
import type { ReadNumber, ReadText } from './read-text';

/**
 * A note below a table explains what its figures include, in the words of the figures: `本年新收含撤回后重新提出的2件`, `3件申请经补正后视为放弃`.
 * Such a number is a part of the cell. What plainly states a figure (`新收申请83件`) still has to be that figure.
 */
export function withExplainedParts(read: ReadText): ReadText {
  const asPart = (number: ReadNumber): ReadNumber =>
    number.statement && isExplained(read.plain.text, number) ? { ...number, statement: { ...number.statement, isPartial: true } } : number;
  return { ...read, sentences: read.sentences.map((sentence) => ({ ...sentence, figures: sentence.figures.map(asPart) })) };
}

function isExplained(text: string, { sentence, statement, start }: ReadNumber): boolean {
  const isNamedBehind = statement?.start === start;
  const before = text.slice(sentence.start, start);
  const clause = before.slice(Math.max(...['，', ',', '；', ';'].map((mark) => before.lastIndexOf(mark))) + 1);
  return isNamedBehind || explainingSentence.test(before) || explainingClause.test(clause);
}
