/** The paragraphs of a stored text. A text has at least one; joined again they are the text to the character, CR included. */
export function paragraphsOf(text: string): string[] {
  return text.split('\n');
}

export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.join('\n');
}
