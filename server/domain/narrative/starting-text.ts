import { type FigureBook, figureAt, numberAt, printFigure, sumAt } from '../figures';
import type { CellId, Format } from '../formats';

export interface FiguresOfYear {
  year: number;
  format: Format;
  figures: FigureBook;
}

type Part = readonly [name: string, value: number];

/**
 * Plain sentences of fact for an empty chapter 一, from the figures alone, in the usual order: requests and their outcomes,
 * reviews and lawsuits, documents, decisions, fees. It says what was counted and never why. What is not known and what does
 * not apply is left out; nothing is rounded.
 *
 * @returns paragraphs, or null while no figure is known
 */
export function startingText(of: FiguresOfYear): string | null {
  const paragraphs = [requests(of), disputes(of), documents(of) + decisions(of) + fees(of)].filter((text) => text !== '');
  return paragraphs.length > 0 ? paragraphs.join('\n') : null;
}

function requests({ year, figures, format }: FiguresOfYear): string {
  const received = numberAt(figures, 's3.new_received.total');
  const carriedIn = numberAt(figures, 's3.carried_in.total');
  const answered = numberAt(figures, 's3.result_total.total');
  const carriedOut = numberAt(figures, 's3.carried_out.total');
  if (received === null || answered === null) return '';
  // A level that not every unit has filed is not known, and what was received and answered is told without it.
  const balance = [
    received > 0 ? `新收政府信息公开申请${received}件` : '未收到新的政府信息公开申请',
    carriedIn === null ? '' : carriedIn > 0 ? `上年结转政府信息公开申请${carriedIn}件` : '无上年结转申请',
  ];
  if (received + (carriedIn ?? 0) + answered > 0)
    balance.push(
      answered > 0 ? `办结政府信息公开申请${answered}件` : '',
      carriedOut === null ? '' : carriedOut > 0 ? `结转下年度继续办理${carriedOut}件` : '无结转下年度继续办理的申请',
    );
  const outcomes = present(outcomeGroups.map(([name, prefix]): Part => [name, sumAt(figures, outcomeCells(format, prefix)) ?? 0]));
  const said = outcomes.length > 0 ? `已办结的政府信息公开申请中，${listed(outcomes)}。` : '';
  return `${year}年，${balance.filter(Boolean).join('，')}。${said}`;
}

/** The groups of （一） to （六） and how the keys of their rows begin. */
const outcomeGroups: readonly (readonly [string, RegExp])[] = [
  ['予以公开', /^granted$/],
  ['部分公开', /^partially_granted$/],
  ['不予公开', /^denied_/],
  ['无法提供', /^unable_/],
  ['不予处理', /^refused_/],
  ['其他处理', /^other_(?!org)/],
];

function outcomeCells(format: Format, prefix: RegExp): CellId[] {
  return [...format.cells.keys()].filter((id) => {
    const row = /^s3\.([a-z_]+)\.total$/.exec(id)?.[1];
    return row !== undefined && prefix.test(row);
  });
}

const results = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'other'],
  ['尚未审结', 'pending'],
] as const;

function disputes({ figures }: FiguresOfYear): string {
  const review = numberAt(figures, 's4.review.total');
  const direct = numberAt(figures, 's4.litigation_direct.total');
  const after = numberAt(figures, 's4.litigation_after_review.total');
  let text = '';
  if (review === 0) text += '未发生因政府信息公开被申请行政复议的情形。';
  else if (review !== null)
    text += `因政府信息公开被申请行政复议${review}件${among(results.map(([name, key]) => [name, numberAt(figures, `s4.review.${key}`) ?? 0]))}。`;
  if (direct === null || after === null) return text;
  if (direct + after === 0) return `${text}未发生因政府信息公开被提起行政诉讼的情形。`;
  return `${text}因政府信息公开被提起行政诉讼${direct + after}件${among([
    ['未经复议直接起诉', direct],
    ['复议后起诉', after],
  ])}。`;
}

const documentKinds = [
  ['规章', 'regulations'],
  ['行政规范性文件', 'normative_documents'],
] as const;

function documents({ figures, format }: FiguresOfYear): string {
  return documentKinds
    .map(([name, kind]) => {
      const at = (...columns: string[]): number | null => {
        const column = columns.find((one) => format.cells.has(`s2.${kind}.${one}`));
        return column === undefined ? null : appliedAt(figures, `s2.${kind}.${column}`);
      };
      const [issued, repealed, inForce] = [at('issued', 'made'), at('repealed'), at('in_force', 'public_total')];
      const known = [issued, repealed, inForce].filter((value) => value !== null);
      if (issued === null || known.every((value) => value === 0)) return kind === 'regulations' || issued === null ? '' : `未制发${name}。`;
      const acts = present([
        [`制发${name}`, issued],
        [`废止${name}`, repealed ?? 0],
        [`现行有效${name}`, inForce ?? 0],
      ]);
      return `${listed(acts)}。`;
    })
    .join('');
}

const decisionKinds = [
  ['行政许可', 'licensing'],
  ['行政处罚', 'penalty'],
  ['行政强制', 'coercion'],
] as const;

function decisions({ figures, format }: FiguresOfYear): string {
  const known = decisionKinds.flatMap(([name, kind]): Part[] => {
    const cell = [`s2.${kind}_decisions`, `s2.${kind}.decisions`].find((id) => format.cells.has(id));
    const value = cell === undefined ? null : appliedAt(figures, cell);
    return value === null ? [] : [[name, value]];
  });
  const made = present(known);
  if (made.length > 0) return `${listed(made.map(([name, value]): Part => [`作出${name}决定`, value]))}。`;
  return known.length > 0 ? `未作出${known.map(([name]) => name).join('、')}决定。` : '';
}

function fees({ figures, format }: FiguresOfYear): string {
  const cell = format.cells.get('s2.admin_fees');
  const figure = figureAt(figures, 's2.admin_fees');
  if (!cell || figure.state !== 'number') return '';
  return figure.value === 0 ? '未收取行政事业性收费。' : `行政事业性收费${printFigure(figure, cell)}万元。`;
}

/** A number that applies: 不适用 adds up like 0 and is not spoken of. */
function appliedAt(figures: FigureBook, cell: CellId): number | null {
  return figureAt(figures, cell).state === 'not_applicable' ? null : numberAt(figures, cell);
}

/** What was counted at all. */
function present(parts: readonly Part[]): Part[] {
  return parts.filter(([, value]) => value > 0);
}

function listed(parts: readonly Part[]): string {
  return parts.map(([name, value]) => `${name}${value}件`).join('，');
}

/** `，其中…`; of one case there is no 其中. */
function among(parts: readonly Part[]): string {
  const [first, ...more] = present(parts);
  if (!first) return '';
  return more.length === 0 && first[1] === 1 ? `，${first[0]}` : `，其中${listed([first, ...more])}`;
}
