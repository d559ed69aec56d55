export { assemble, type MergedPiece, type MergedTexts, mergeTexts, type TextConflict } from './merge-texts';
export { joinParagraphs, paragraphsOf } from './paragraphs';
export { type Fit, fitChange, nearestParagraph, type ProposedChange, proposedChanges, replaceParagraph } from './suggestions';
export { type WordChange, wordChanges } from './word-changes';
