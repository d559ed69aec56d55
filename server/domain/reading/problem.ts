import type { Sentence } from '../sentence';

/** Why something from outside cannot be taken: where it stands, what is wrong, how to mend it. */
export interface Problem {
  /** A line and column, or the path of a key: `第 3 行第 12 列`, `figures.s3.granted.total`. */
  where: string;
  what: Sentence;
  how: Sentence;
}

/** One line for a person: `figures.x：没有这个单元格。请…` */
export function problemLine({ where, what, how }: Problem, language: keyof Sentence = 'zh'): string {
  return language === 'zh' ? `${where}：${what.zh}${how.zh}` : `${where}: ${what.en} ${how.en}`;
}
