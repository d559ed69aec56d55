export { type CarriedParagraph, oldYearsIn, openParagraphs } from './carried-paragraph';
export { type ParagraphToCarry, paragraphsToCarry } from './paragraphs-to-carry';
export { withCarried } from './with-carried';
