import { parseProse } from '@/server/domain/prose';
import { joinParagraphs, paragraphsOf } from '@/server/domain/writing';

/** A stored text as the editor holds it: a paragraph a line, a live number as one node with its token as stored. */
export interface TextDoc {
  type: 'doc';
  content: ParagraphJson[];
}
export interface ParagraphJson {
  type: 'paragraph';
  content?: InlineJson[];
}
export type InlineJson = { type: 'text'; text: string } | { type: 'number'; attrs: { source: string } };

/** Braces that hold no token are a number too: one that cannot be printed, and says so. */
export function docOfText(stored: string): TextDoc {
  return { type: 'doc', content: paragraphsOf(stored).map(paragraphOf) };
}

function paragraphOf(line: string): ParagraphJson {
  const content = inlinesOf(line);
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}

export function inlinesOf(line: string): InlineJson[] {
  return parseProse(line).map(({ kind, source }) =>
    kind === 'words' ? { type: 'text', text: source } : { type: 'number', attrs: { source } },
  );
}

/** The inverse of `docOfText`, to the character. */
export function textOfDoc(doc: TextDoc): string {
  return joinParagraphs(
    doc.content.map(({ content = [] }) => content.map((one) => (one.type === 'text' ? one.text : one.attrs.source)).join('')),
  );
}
