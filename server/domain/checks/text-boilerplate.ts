/**
 * Sentences that every report has because the law or the template wants them. They stay the same from year to year and say
 * nothing about copying. Bounded repetition only.
 */
const boilerplate: readonly RegExp[] = [
  /(?:根据|按照|依据)《中华人民共和国政府信息公开条例》[^。]{0,160}(?:编制|制定|撰写)[^。]{0,60}(?:报告)?[^。]{0,20}。/g,
  /(?:本报告|报告)(?:中)?(?:所列)?(?:的)?(?:各项)?(?:数据|统计)[^。]{0,20}(?:期限|时限|截止|截至|时间)[^。]{0,60}。/g,
  /本报告(?:的)?电子版[^。]{0,120}。/g,
  /(?:如|若)对(?:本|年度)?报告[^。]{0,30}(?:疑问|问题|意见)[^。]{0,160}。/g,
  /(?:本报告|本年度报告)由[^。]{0,160}(?:组成|构成)。/g,
  /(?:没有|无)其他(?:需要|应当)?(?:报告|说明)的事项。/g,
  /(?:[^。\n]{0,40})(?:未|没有)收取(?:政府)?(?:信息公开)?信息处理费[^。]{0,20}。/g,
];

/** The text with those sentences blanked, every other character where it was. */
export function withoutBoilerplate(text: string): string {
  return boilerplate.reduce((rest, sentence) => rest.replace(sentence, (found) => ' '.repeat(found.length)), text);
}
