/** A title without its widths, spaces and marks, in which Word, Excel and web pages differ; the words are the same. */
export function plainTitle(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
}
