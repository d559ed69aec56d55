import { numberAt, printFigure } from '@/server/domain/figures';
import { type About, counted, type Forms, joined, type Statement, say } from '../statement';
import { severalOf } from '../words/business';
import { applicantCells, type CellWords, disputeCells, documentCells, outcomeCells, requestCells } from '../words/cells';
import { opening } from './opening';

function clause({ cell, before, units }: CellWords, { random, figures }: About): Statement {
  const unit = random.pick(units);
  const value = numberAt(figures, cell) ?? 0;
  return say`${random.pick(before)}${counted(value, random)}${unit}`;
}

const one = (words: readonly CellWords[]) => (about: About) => say`${opening(about)}${clause(about.random.pick(words), about)}。`;
const some = (words: readonly CellWords[], between: string) => (about: About) =>
  say`${opening(about)}${joined(
    severalOf(words, about.random.integer(2, Math.min(4, words.length)), about.random).map((cell) => clause(cell, about)),
    between,
  )}。`;

/** Statements whose number stands in a table. */
export const figureForms: Forms = {
  'requests, one': one(requestCells),
  'requests, with the verb last': (about) => {
    const value = counted(numberAt(about.figures, 's3.new_received.total') ?? 0, about.random);
    return say`${opening(about)}${about.random.pick(['政府信息公开申请收件量', '依申请公开受理量', '收到政府信息公开申请的数量'])}${about.random.pick(['为', '共', '共计'])}${value}件。`;
  },
  'requests and those carried': (about) => {
    const { random, figures } = about;
    const at = (cell: string) => counted(numberAt(figures, cell) ?? 0, random);
    const [first, second] = random.pick([
      ['新收政府信息公开申请', '上年结转'],
      ['收到申请', '上年度结转'],
      ['受理政府信息公开申请', '上年结转申请'],
    ] as const);
    return say`${opening(about)}${first}${at('s3.new_received.total')}件，${second}${at('s3.carried_in.total')}件，${random.pick(['办结', '答复', '已答复', '共答复'])}${at('s3.result_total.total')}件，结转下年度${at('s3.carried_out.total')}件。`;
  },
  'documents, one': one(documentCells.slice(0, 3)),
  'decisions, one': one(documentCells.slice(3)),
  'decisions, some': some(documentCells.slice(3), '、'),
  'documents, the noun in an earlier clause': (about) => {
    const { random, figures } = about;
    const at = (column: string) => counted(numberAt(figures, `s2.normative_documents.${column}`) ?? 0, random);
    const noun = random.pick(['行政规范性文件', '规范性文件']);
    const first = random.pick([`对${noun}进行全面清理`, `做好${noun}的公开`, `及时更新${noun}库`, `规范${noun}管理`]);
    return say`${first}，${random.pick(['本年度', '全年', '当年', ''])}${random.pick(['制发', '新制发', '制定'])}${at('issued')}件，废止${at('repealed')}件，现行有效${at('in_force')}件。`;
  },
  'review, one': one(disputeCells),
  'review, with its results': (about) => {
    const { random, figures } = about;
    const at = (key: string) => counted(numberAt(figures, `s4.review.${key}`) ?? 0, random);
    const noun = random.pick(disputeCells[0]?.before ?? []);
    return say`${opening(about)}${noun}${at('total')}件，其中结果维持${at('upheld')}件，结果纠正${at('corrected')}件，其他结果${at('other')}件，尚未审结${at('pending')}件。`;
  },
  'applicants, one': one(applicantCells),
  'applicants, some': (about) => {
    const { random } = about;
    const total = counted(numberAt(about.figures, 's3.new_received.total') ?? 0, random);
    const two = severalOf(applicantCells, 2, random).map((cell) => clause(cell, about));
    return say`${opening(about)}收到政府信息公开申请${total}件，其中${joined(two, random.pick(['，', '、']))}。`;
  },
  'outcomes, one': (about) =>
    say`${about.random.pick(['在答复结果中，', '从办理结果看，', '按照答复类型，'])}${clause(about.random.pick(outcomeCells), about)}。`,
  'outcomes, some': (about) => {
    const { random } = about;
    const total = counted(numberAt(about.figures, 's3.result_total.total') ?? 0, random);
    const several = severalOf(outcomeCells, random.integer(2, 4), random).map((cell) => clause(cell, about));
    return say`${opening(about)}${random.pick(['办结政府信息公开申请', '答复政府信息公开申请', '共答复申请'])}${total}件，其中${joined(several, random.pick(['，', '、', '；']))}。`;
  },
  'fees of table two': (about) => {
    const fees = about.figures.get('s2.admin_fees');
    const right = fees?.state === 'number' ? printFigure(fees, { quantity: 'ten_thousand_yuan' }) : '';
    const shown = Number(right);
    if (!(shown > 0)) return null;
    const wrong = [shown + 1, shown + 100, shown * 10 + 10].map((slip) => slip.toFixed(2));
    return say`${opening(about)}${about.random.pick(['收取行政事业性收费', '行政事业性收费', '行政事业性收费金额', '行政事业性收费共'])}${{ right, wrong }}万元。`;
  },
};
