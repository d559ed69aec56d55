import { Refused } from '@/server/errors';
import { errorsOf, typst } from './compiler';

/**
 * A page of ours with its data as PDF/A-2b. The same data and fonts give the same bytes.
 *
 * @throws Refused no_font for a character that no font has
 */
export function compilePdf(template: string, data: object): Uint8Array {
  const compiler = typst();
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  if (!compiled.result) throw new Error(`the PDF page does not compile: ${errorsOf(compiled).join('; ')}`);
  try {
    return new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp: 0 }));
  } catch (error) {
    throw missingCharacter(error) ?? error;
  } finally {
    compiler.evictCache(10);
  }
}

/** PDF/A forbids a character without a glyph, and rightly: a name with a box in it is a wrong name. */
function missingCharacter(error: unknown): Refused | null {
  const character = /the text \\?"(.+?)\\?" could not be displayed/.exec(String(error))?.[1];
  if (character === undefined) return null;
  return new Refused('no_font', {
    zh: `文中的“${character}”在这台服务器的字体里没有字形，不能生成 PDF。请核对是否误粘的符号；确为用字的，请把含有该字的字体文件放进 NIANBAO_FONTS 指定的文件夹。Word 不受影响。`,
    en: `No font on this server has the character “${character}”, so no PDF can be made. Check whether it was pasted by mistake; if it belongs there, put a font that has it into the folder that NIANBAO_FONTS names. Word is not affected.`,
  });
}
