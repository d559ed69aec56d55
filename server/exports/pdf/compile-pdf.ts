import { Refused } from '@/server/errors';
import { thrownBy, typst } from './compiler';

/**
 * A page of ours with its data as PDF/A-2b. The same data and fonts give the same bytes.
 *
 * @throws Refused no_font for a character that no font has
 */
export function compilePdf(template: string, data: object): Uint8Array {
  const compiler = typst();
  // Never as a compiled document: each holds a megabyte that is no JavaScript, so that nothing hurries to collect it.
  const page = { mainFileContent: template, inputs: { data: JSON.stringify(data) } };
  try {
    return new Uint8Array(compiler.pdf(page, { pdfStandard: 'a-2b', creationTimestamp: 0 }));
  } catch (error) {
    throw missingCharacter(error, data) ?? new Error(`the PDF page does not compile: ${thrownBy(error)}`, { cause: error });
  } finally {
    compiler.evictCache(10);
  }
}

/** PDF/A forbids a character without a glyph, and rightly: a name with a box in it is a wrong name. */
function missingCharacter(error: unknown, data: object): Refused | null {
  const character = /the text \\?"(.+?)\\?" could not be displayed/.exec(String(error))?.[1];
  if (character === undefined) return null;
  const place = placeOf(character, data) ?? character;
  return new Refused('no_font', {
    zh: `“${place}”处的“${character}”在这台服务器的字体里没有字形，不能生成 PDF。请核对是否误粘的符号；确为用字的，请把含有该字的字体文件放进 NIANBAO_FONTS 指定的文件夹。Word 不受影响。`,
    en: `At “${place}”: no font on this server has the character “${character}”, so no PDF can be made. Check whether it was pasted by mistake; if it belongs there, put a font that has it into the folder that NIANBAO_FONTS names. Word is not affected.`,
  });
}

/** As many characters on each side lead a person to the place. */
const neighbours = 8;

/** The character with what stands beside it, where the page has it first. */
function placeOf(character: string, data: unknown): string | null {
  if (typeof data === 'string') {
    const at = data.indexOf(character);
    if (at < 0) return null;
    const [before, after] = [data.slice(0, at), data.slice(at + character.length)];
    return `${[...before].slice(-neighbours).join('')}${character}${[...after].slice(0, neighbours).join('')}`.trim();
  }
  if (typeof data !== 'object' || data === null) return null;
  for (const inside of Object.values(data)) {
    const place = placeOf(character, inside);
    if (place !== null) return place;
  }
  return null;
}
