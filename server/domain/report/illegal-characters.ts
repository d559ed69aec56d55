export interface IllegalCharacter {
  /** UTF-16 offset in the text. */
  at: number;
  /** `U+000B`; a surrogate without its partner counts too. */
  codePoint: string;
}

/**
 * The characters of a text that no XML document can hold, however they are escaped. They come with text pasted from PDF files;
 * Word refuses the whole file for one of them. Writers strip them with `withoutIllegalCharacters` and whoever calls a writer
 * tells the person.
 *
 * @source XML 1.0, production 2 (Char)
 */
export function illegalCharacters(text: string): IllegalCharacter[] {
  const found: IllegalCharacter[] = [];
  let at = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!isXmlCharacter(codePoint)) found.push({ at, codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}` });
    at += character.length;
  }
  return found;
}

export function withoutIllegalCharacters(text: string): string {
  let kept = '';
  for (const character of text) if (isXmlCharacter(character.codePointAt(0) ?? 0)) kept += character;
  return kept;
}

function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd;
  return codePoint <= 0xd7ff || (codePoint >= 0xe000 && codePoint <= 0xfffd) || codePoint >= 0x10000;
}
