import { type ILevelParagraphStylePropertiesOptions, type IRunOptions, LineRuleType } from 'docx';

/** Twips (1/20 pt) in so many millimetres. */
export function mm(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/**
 * The official page: A4, 天头 37, 订口 28, 版心 156 × 225 mm.
 *
 * @source GB/T 9704-2012, 5.1 and 5.2
 */
export const page = {
  width: mm(210),
  height: mm(297),
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(20), footer: mm(25) },
} as const;
export const textWidth = page.width - page.margin.left - page.margin.right;

/**
 * 22 lines a page: 225 mm are 637.8 pt, so a line may take 28.99 pt. At a round 29 pt the 22nd line falls on the next page.
 *
 * @source GB/T 9704-2012, 5.2.2: 22 lines of 28 characters; one line is a 三号 character and 7/8 of its height
 */
const bodyLine = 579;

/**
 * 28 characters a line: 156 mm are 442.2 pt, and 28 characters of 16 pt need 448. A quarter of a point less between any two, and a line
 * takes 441 pt; without it the 28th character falls on the next line.
 *
 * @source GB/T 9704-2012, 5.2.2
 */
export const bodyTracking = -5;

/** East Asian fonts of the office's own machines; named, never embedded. */
const fonts = { title: '方正小标宋简体', levelOne: '黑体', levelTwo: '楷体_GB2312', body: '仿宋_GB2312', table: '宋体' } as const;

/** 二号 22 pt, 三号 16 pt, 四号 14 pt, 五号 10.5 pt, 小五 9 pt, 六号 7.5 pt, 小六 6.5 pt, in half points. */
export const sizes = { two: 44, three: 32, four: 28, five: 21, smallFive: 18, six: 15, smallSix: 13 } as const;

/** Every run says its fonts itself, so that a copied line keeps them. `hint` gives “” and — to the Chinese font. */
function face(eastAsia: string, size: number, latin = 'Times New Roman'): IRunOptions {
  return { font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' }, size, color: '000000', bold: false };
}

/** 三号, 28 a line. */
function bodyFace(eastAsia: string): IRunOptions {
  return { ...face(eastAsia, sizes.three), characterSpacing: bodyTracking };
}

export const faces = {
  title: face(fonts.title, sizes.two),
  levelOne: bodyFace(fonts.levelOne),
  levelTwo: bodyFace(fonts.levelTwo),
  body: bodyFace(fonts.body),
  note: face(fonts.body, sizes.four),
  pageNumber: face(fonts.table, sizes.four, fonts.table),
  draftMark: face(fonts.levelOne, sizes.three),
  table: (size: number) => face(fonts.table, size),
} as const;

export const lines = {
  title: exactly(700),
  body: exactly(bodyLine),
  note: exactly(440),
  pageNumber: exactly(360),
  /** Fixed too, or the rows would be as high as the line gap of whatever font a machine puts in place of 宋体. */
  table: (size: number) => exactly(size <= sizes.six ? 190 : size <= sizes.smallFive ? 230 : 270),
} as const;

/** Two characters, whatever the size. */
export const firstLineIndent = { firstLineChars: 200, firstLine: 640 } as const;

function exactly(line: number): NonNullable<ILevelParagraphStylePropertiesOptions['spacing']> {
  return { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
}
