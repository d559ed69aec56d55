import { count, type Figure, withComputed } from '../../server/domain/figures';
import { type CellId, type Format, leafCells } from '../../server/domain/formats';

/**
 * The year of the sample report in four quarters: 4 carried in + 83 received = 84 answered + 3 carried out, by quarter
 * 4+20=21+3, 3+21=19+5, 5+22=25+2, 2+20=19+3. A page of the sample's table 三 is lost after （三）5; the rows on it must add up
 * to 43, and here stated figures stand for them: 30 不掌握, 6 信访举报投诉, 7 其他.
 */
export const quarterNames = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

const rows = {
  received: '一、本年新收政府信息公开申请数量',
  granted: '（一）予以公开',
  security: '（三）不予公开 3.危及“三安全一稳定”',
  thirdParty: '（三）不予公开 4.保护第三方合法权益',
  notHeld: '（四）无法提供 1.本机关不掌握相关政府信息',
  petition: '（五）不予处理 1.信访举报投诉类申请',
  other: '（六）其他处理 3.其他',
  out: '四、结转下年度继续办理',
} as const;

interface QuarterFigures {
  carriedIn: string;
  s2: Record<string, string>;
  s3: Record<string, string>;
  s4: Record<string, string>;
}

export const quartersOfTheSample: readonly [QuarterFigures, QuarterFigures, QuarterFigures, QuarterFigures] = [
  {
    carriedIn: '4',
    s2: documents(1, 0, 11),
    s3: requests({ received: 20, granted: 9, security: 1, notHeld: 8, petition: 1, other: 2, out: 3 }),
    s4: disputes(2, 0),
  },
  {
    carriedIn: '3',
    s2: documents(0, 2, 9),
    s3: requests({ received: 21, granted: 8, security: 1, thirdParty: 1, notHeld: 7, petition: 1, other: 1, out: 5 }),
    s4: disputes(3, 1),
  },
  {
    carriedIn: '5',
    s2: documents(1, 0, 10),
    s3: requests({ received: 22, granted: 11, security: 1, notHeld: 9, petition: 2, other: 2, out: 2 }),
    s4: disputes(2, 0),
  },
  {
    carriedIn: '2',
    s2: documents(0, 1, 9),
    s3: requests({ received: 20, granted: 9, notHeld: 6, petition: 2, other: 2, out: 3 }),
    s4: disputes(2, 0),
  },
];

/** Every printed figure of the year: the sample's, the stated ones for its lost rows, 0 everywhere else. */
export function expectedFigures(format: Format): Record<CellId, Figure> {
  const leaves: Record<CellId, number> = {
    's2.normative_documents.issued': 2,
    's2.normative_documents.repealed': 3,
    's2.normative_documents.in_force': 9,
    's3.new_received.natural_person': 83,
    's3.carried_in.natural_person': 4,
    's3.granted.natural_person': 37,
    's3.denied_three_security_one_stability.natural_person': 3,
    's3.denied_third_party_rights.natural_person': 1,
    's3.unable_not_held.natural_person': 30,
    's3.refused_petition_complaint.natural_person': 6,
    's3.other_misc.natural_person': 7,
    's3.carried_out.natural_person': 3,
    's4.review.upheld': 9,
    's4.litigation_after_review.upheld': 1,
  };
  const book = withComputed(format, new Map(leafCells(format).map((cell) => [cell.id, count(leaves[cell.id] ?? 0)])));
  return Object.fromEntries(
    [...format.cells.values()].filter((cell) => cell.isPrinted).map((cell) => [cell.id, book.get(cell.id) ?? count(0)]),
  );
}

/** Texts of our own about the same figures, by the label of their field. */
export function reportTexts(government: string, year: number): Record<string, string> {
  return {
    引言: `本报告依据《中华人民共和国政府信息公开条例》编制，反映${government}本机关 ${year} 年政府信息公开工作情况。统计期限自 ${year} 年 1 月 1 日起至 12 月 31 日止。`,
    '一、总体情况': [
      '（一）主动公开',
      '全年制发行政规范性文件2件，废止3件，现行有效9件。',
      '（二）依申请公开',
      '全年受理政府信息公开申请83件，答复84件（含上年结转4件），另有3件结转下年度办理。',
      '（三）监督保障',
      '对各科室开展工作考核，结果为合格；社会评议结果良好；全年没有需要追究责任的情形。',
    ].join('\n'),
    '五、存在的主要问题及改进情况': '个别答复说理不够充分。已编写示范文本并组织评查。',
    '六、其他需要报告的事项': `${year} 年未收取政府信息公开信息处理费。`,
  };
}

function documents(issued: number, repealed: number, inForce: number): Record<string, string> {
  return {
    '行政规范性文件，本年制发件数': String(issued),
    '行政规范性文件，本年废止件数': String(repealed),
    '行政规范性文件，现行有效件数': String(inForce),
  };
}

function requests(figures: Partial<Record<keyof typeof rows, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(figures).map(([row, value]) => [`${rows[row as keyof typeof rows]}，自然人`, String(value)]));
}

/** Reviews and suits after review, all upheld in the quarter they came. */
function disputes(reviews: number, suits: number): Record<string, string> {
  return {
    '行政复议，结果维持': String(reviews),
    '行政诉讼 复议后起诉，结果维持': String(suits),
    '行政复议，本期新收案件': String(reviews),
    '行政诉讼 复议后起诉，本期新收案件': String(suits),
  };
}
