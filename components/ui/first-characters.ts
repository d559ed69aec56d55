/** The first characters of a text, as a name for what it stands in; none is cut in half. @param most of them */
export function firstCharacters(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('');
}
