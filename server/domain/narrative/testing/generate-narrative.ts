import { numberAt } from '../../figures';
import type { CellId, Format } from '../../formats';
import type { SeededRandom } from '../../seeded-random';
import type { ReportContent, Texts } from '../../subject';
import { percent, printDecimal, whole } from '../decimal';

export interface NarrativeSource {
  format: Format;
  content: ReportContent;
}

/** A number that was written into a text from a report's own figures. */
export interface WrittenNumber {
  /** Half-open range of the digits in text 一. */
  start: number;
  end: number;
  value: string;
  /** Every value the sentence could be read with and still be right; a changed number must equal none of them. */
  accepted: readonly string[];
}

export interface GeneratedNarrative {
  texts: Texts;
  numbers: readonly WrittenNumber[];
}

/** Writes sentence by sentence and remembers where its numbers stand. */
class Writer {
  text = '';
  readonly numbers: WrittenNumber[] = [];

  write(words: string): this {
    this.text += words;
    return this;
  }

  /** The number, sometimes with the blanks and full-width digits that real reports have. */
  number(value: string, accepted: readonly string[], random: SeededRandom): this {
    const blank = random.chance(0.15) ? ' ' : '';
    this.text += blank;
    const start = this.text.length;
    this.text += value;
    this.numbers.push({ start, end: this.text.length, value, accepted: [...new Set([value, ...accepted])] });
    this.text += blank;
    return this;
  }
}

interface Known {
  at: (cell: CellId) => number;
  rows: (prefix: string, column?: string) => number;
}

type Template = (writer: Writer, known: Known, random: SeededRandom) => void;

/**
 * Prose such as districts write, made from a complete report's own figures, so that every sentence is true of it.
 *
 * @param source a report in which every cell is known
 * @returns texts for a subject with the same figures
 */
export function generateNarrative(source: NarrativeSource, random: SeededRandom): GeneratedNarrative {
  const { figures } = source.content;
  const at = (cell: CellId): number => numberAt(figures, cell) ?? 0;
  const rows = (prefix: string, column = 'total'): number =>
    [...source.format.cells.keys()]
      .filter((id) => id.startsWith(`s3.${prefix}_`) && id.endsWith(`.${column}`) && !id.startsWith('s3.other_org'))
      .reduce((sum, id) => sum + at(id), 0);
  const writer = new Writer();
  for (const template of templates) if (random.chance(0.8)) template(writer, { at, rows }, random);
  writer.write('本年度工作考核结果良好，社会评议平稳，未发生责任追究情形。');
  return { texts: { '1': writer.text, '6': '本年度未收取信息处理费。' }, numbers: writer.numbers };
}

const templates: readonly Template[] = [
  received,
  outcomes,
  shares,
  applicants,
  disputes,
  disputesByBlock,
  documents,
  decisions,
  localSum,
  outcomesAfter,
];

function received(writer: Writer, { at, rows }: Known, random: SeededRandom): void {
  const fresh = at('s3.new_received.total');
  const carriedIn = at('s3.carried_in.total');
  const answered = at('s3.result_total.total');
  const carriedOut = at('s3.carried_out.total');
  const all = fresh + carriedIn;
  const received = random.pick(['共受理政府信息公开申请', '共收到政府信息公开申请', '全年收到依申请公开件', '收办政府信息公开申请']);
  const said = received.startsWith('收办') ? all : fresh;
  const open = random.pick(['（含上年结转', '（含上年度结转申请']);
  writer.write(`2023年，${received}`).number(String(said), texts(fresh, all), random).write(`件${open}`);
  writer.number(String(carriedIn), [], random).write(`件），${random.pick(['已答复', '办结', '依法答复', '共办结'])}`);
  writer
    .number(String(answered), texts(answered, answered - rows('other'), fresh - carriedOut), random)
    .write(`件，${random.pick(['结转下年度', '顺延至下一年度', '转下年度继续办理'])}`);
  writer.number(String(carriedOut), [], random).write('件。');
}

function outcomes(writer: Writer, { at, rows }: Known, random: SeededRandom): void {
  writer
    .write('已办结的政府信息公开申请中，予以公开')
    .number(String(at('s3.granted.total')), [], random)
    .write('件，部分公开');
  writer
    .number(String(at('s3.partially_granted.total')), [], random)
    .write('件，不予公开')
    .number(String(rows('denied')), [], random);
  writer
    .write('件，无法提供')
    .number(String(rows('unable')), [], random)
    .write('件，不予处理')
    .number(String(rows('refused')), [], random);
  writer
    .write('件，作其他处理')
    .number(String(rows('other')), [], random)
    .write('件。');
}

function outcomesAfter(writer: Writer, { at, rows }: Known, random: SeededRandom): void {
  writer
    .write('从办理结果看，')
    .number(String(at('s3.granted.total')), texts(at('s3.granted.total') + at('s3.partially_granted.total')), random)
    .write('件申请予以公开，')
    .number(String(rows('denied')), [], random);
  writer
    .write('件不予公开，')
    .number(String(rows('unable')), [], random)
    .write('件无法提供。');
}

function shares(writer: Writer, { at, rows }: Known, random: SeededRandom): void {
  const answered = at('s3.result_total.total');
  const bases = [answered, at('s3.new_received.total'), at('s3.new_received.total') + at('s3.carried_in.total')].filter((base) => base > 0);
  const part = rows('unable');
  if (answered === 0 || part === 0) return;
  const decimals = random.integer(0, 2);
  const of = (base: number): string => printDecimal(percent(whole(part), whole(base), decimals));
  writer
    .write('其中政府信息公开申请无法提供')
    .number(String(part), [], random)
    .write('件，占')
    .number(of(answered), bases.map(of), random)
    .write('%。');
}

function applicants(writer: Writer, { at }: Known, random: SeededRandom): void {
  const rowsOf = (column: string): number[] => {
    const cell = (row: string): number => at(`s3.${row}.${column}`);
    return [cell('new_received'), cell('new_received') + cell('carried_in'), cell('result_total')];
  };
  const people = rowsOf('natural_person');
  const firms = ['commercial_enterprise', 'research_institution', 'public_welfare_org', 'legal_service_org', 'other_org'].map(rowsOf);
  const organisations = [0, 1, 2].map((row) => firms.reduce((sum, column) => sum + (column[row] ?? 0), 0));
  writer.write('依申请公开中，自然人申请').number(String(people[0]), people.map(String), random).write('件，法人或其他组织申请');
  writer.number(String(organisations[0]), organisations.map(String), random).write('件。');
}

function disputes(writer: Writer, { at }: Known, random: SeededRandom): void {
  const cell = (result: string): number => at(`s4.review.${result}`);
  writer.write('因政府信息公开被申请行政复议').number(String(cell('total')), texts(cell('total'), cell('total') - cell('pending')), random);
  writer
    .write('件，其中维持')
    .number(String(cell('upheld')), [], random)
    .write('件，被纠正')
    .number(String(cell('corrected')), [], random);
  writer
    .write('件，其他结果')
    .number(String(cell('other')), [], random)
    .write('件，尚未审结')
    .number(String(cell('pending')), [], random)
    .write('件。');
}

function disputesByBlock(writer: Writer, { at }: Known, random: SeededRandom): void {
  const direct = [at('s4.litigation_direct.total'), at('s4.litigation_direct.pending')] as const;
  const after = [at('s4.litigation_after_review.total'), at('s4.litigation_after_review.pending')] as const;
  const sum = direct[0] + after[0];
  const accepted = [sum, sum - direct[1] - after[1], direct[0], direct[0] - direct[1], after[0], after[0] - after[1]];
  writer
    .write('政府信息公开行政诉讼案件')
    .number(String(sum), texts(...accepted), random)
    .write('件，其中未经复议直接起诉');
  writer.number(String(direct[0]), texts(direct[0] - direct[1]), random).write('件，复议后起诉');
  writer.number(String(after[0]), texts(after[0] - after[1]), random).write('件。');
}

function documents(writer: Writer, { at }: Known, random: SeededRandom): void {
  const cell = (name: string): string => String(at(`s2.normative_documents.${name}`));
  writer
    .write(random.pick(['全年制发行政规范性文件', '2023年共制定规范性文件']))
    .number(cell('issued'), [], random)
    .write('件，废止')
    .number(cell('repealed'), [], random);
  writer.write('件，现行有效').number(cell('in_force'), [], random).write('件。');
}

function decisions(writer: Writer, { at }: Known, random: SeededRandom): void {
  writer
    .write('全年作出行政许可决定')
    .number(String(at('s2.licensing_decisions')), [], random)
    .write('件、行政处罚决定');
  writer.number(String(at('s2.penalty_decisions')), [], random).write('件。');
}

/** Figures no table holds, in a list that adds up. */
function localSum(writer: Writer, _known: Known, random: SeededRandom): void {
  const parts = [random.integer(12, 60), random.integer(12, 60), random.integer(12, 60)] as const;
  const total = parts[0] + parts[1] + parts[2];
  writer.write('编发政府公报及简报').number(String(total), [], random).write('期，其中公报').number(String(parts[0]), [], random);
  writer.write('期、简报').number(String(parts[1]), [], random).write('期、其他刊物').number(String(parts[2]), [], random).write('期。');
}

function texts(...values: readonly number[]): string[] {
  return values.map(String);
}
