/**
 * The words of the trade and what they speak of. The longest word that starts first is taken, so `未经复议直接起诉` is not a
 * 复议. A word is a pattern over the plain text (no blanks); bounded repetition only.
 *
 * measure  what was done with requests (table 三, rows 一, 二, （七）, 四)
 * outcome  a row or a group of rows of table 三
 * applicant a column of table 三
 * dispute, result  table 四: which block, which cell of it
 * document, action table 二, item （一）
 * decision table 二, items （五）（六）
 * fee      信息处理费 of section 六; 行政事业性收费 of table 二
 * object   the noun 申请, which makes a bare verb speak of requests
 * elsewhere another subject: whatever is counted here stands in no table
 * last_year, part_of_year, channel frame the number: it is another period's, or a part of the whole
 * everyone the whole territory, so that 各部门 after it is no part
 * one_organ an organ named as the one that acts: in a report of the whole its figures are a part
 * place    a level, a town or a street beside a number: the report's own organ, or one of those below it
 */
export type Role =
  | 'measure'
  | 'outcome'
  | 'applicant'
  | 'dispute'
  | 'result'
  | 'document'
  | 'action'
  | 'decision'
  | 'fee'
  | 'object'
  | 'elsewhere'
  | 'last_year'
  | 'part_of_year'
  | 'channel'
  | 'everyone'
  | 'one_organ'
  | 'place';

export interface ConceptWords {
  concept: string;
  role: Role;
  words: readonly string[];
}

/** Last year, by name or number. */
export const year = '(?:上一?年度?|去年度?|往年|前一?年度?|(?:19|20)\\d{2}年度?)';
/** Next year. */
export const nextYear = '(?:下一?年度?|次年度?|明年|翌年|(?:19|20)\\d{2}年度?)';
/** Between two words that are named together. */
export const and = '(?:、|和|及|与|或|或者|以及|并|及其|／|/)';
