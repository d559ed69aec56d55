import { paragraphsOf } from '../workflow/paragraphs';

/** A text with paragraphs put behind what stands in it, each once: what stands already is not said twice. */
export function withCarried(text: string, paragraphs: readonly string[]): string {
  const standing = new Set(paragraphsOf(text).map((paragraph) => paragraph.text));
  const added = paragraphs.filter((paragraph) => {
    if (standing.has(paragraph)) return false;
    standing.add(paragraph);
    return true;
  });
  return [...(text.trim() === '' ? [] : [text.trimEnd()]), ...added].join('\n');
}
