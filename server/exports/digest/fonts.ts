import { findFonts } from '../pdf/fonts';

/**
 * The families a 图解 is set in, of those that are there: 小标宋 for the title, 黑体 for words and figures alike, in the page and in its charts.
 *
 * @throws Refused no_font without a Chinese font
 */
export function digestFonts() {
  const { families, titleIsStandIn } = findFonts();
  const named = (role: 'title' | 'levelOne') => families[role].filter((family) => typeof family === 'string');
  return { title: named('title'), plain: named('levelOne'), titleIsStandIn };
}

/** As SVG has it. */
export function fontList(families: readonly string[]): string {
  return families.map((family) => `"${family}"`).join(', ');
}
