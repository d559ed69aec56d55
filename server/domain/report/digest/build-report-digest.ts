import { type CellId, type Format, getCell, getFormat } from '../../formats';
import type { ReportContent } from '../../subject';
import { reportCharts } from '../charts/report-charts';
import { type PastYear, yearsOfTrend } from '../charts/trend-chart';
import type { ReportDocument } from '../report-document';
import { reportName, titleLines } from '../title-lines';
import { balanceFigures, type ChosenCard, disclosureCards, disputeCards } from './chosen-figures';
import type { DigestCard, DigestFigure, ReportDigest, RequestBalance } from './report-digest';
import { requestBalance } from './request-balance';

export interface DigestSource {
  document: ReportDocument;
  /** What the document was built from; the charts take their numbers from it. */
  content: ReportContent;
  /** The newest edition of each year before that has one. */
  past: readonly PastYear[];
}

/** One page names so many missing units and counts the others. */
const namedUnits = 6;

/** The 图解 of one report. Figures are those the document prints, in its words; charts are drawn from the numbers behind them. */
export function buildReportDigest({ document, content, past }: DigestSource): ReportDigest {
  const { organ, year, scope, edition, contentHash } = document;
  const format = getFormat(document.format, document.rowVariant);
  const years = yearsOfTrend(year);
  const trend = past.filter((one) => one.year !== year && years.includes(one.year)).sort((a, b) => a.year - b.year);
  const figureOf = figurePrinter(document, format);
  const cards = (chosen: readonly ChosenCard[]): DigestCard[] =>
    chosen
      .map((one) => ({ ...one, figures: one.figures.map(figureOf) }))
      .filter((card) => !card.onlyIfAny || card.figures.some((figure) => /[1-9]/.test(figure.printed)))
      .map(({ title, figures }) => ({ title, figures }));
  return {
    organ,
    year,
    scope,
    edition,
    contentHash,
    title: [...titleLines(organ, year).slice(0, -1), `${reportName(year)}图解`],
    period: `统计期限：${year}年1月1日至12月31日　统计范围：${scope === 'consolidated' ? '汇总' : '本机关'}`,
    partial: partialNote(document.missingUnits),
    disclosure: { title: '主动公开', cards: cards(disclosureCards[format.id]) },
    requests: {
      title: '依申请公开',
      balance: balanceOf(content, figureOf),
      charts: reportCharts({ format, year, figures: content.figures, past: trend }),
    },
    disputes: { title: '行政复议、行政诉讼', cards: cards(disputeCards) },
    sources: sourcesOf(document, trend),
  };
}

function figurePrinter({ blocks }: ReportDocument, format: Format): (of: { cell: CellId; label: string }) => DigestFigure {
  const printed = new Map(blocks.flatMap((block) => (block.kind === 'table' ? Object.entries(block.figures) : [])));
  return ({ cell, label }) => {
    const stands = printed.get(cell) || '未填';
    return { cell, label, printed: stands, unit: /^-?\d/.test(stands) ? getCell(format, cell).measuredIn : '' };
  };
}

function balanceOf({ figures }: ReportContent, figureOf: ReturnType<typeof figurePrinter>): RequestBalance {
  return { figures: balanceFigures.map(figureOf), holds: requestBalance(figures).holds };
}

function partialNote(missing: readonly string[]): string | null {
  if (missing.length === 0) return null;
  const named = missing.slice(0, namedUnits).join('、');
  return `尚未包括${named}${missing.length > namedUnits ? `等${missing.length}个单位` : ''}的数据。`;
}

function sourcesOf({ organ, year, scope, edition, contentHash }: ReportDocument, trend: readonly PastYear[]): string[] {
  const which = `${scope === 'consolidated' ? '汇总' : '本机关'}，${edition === null ? '草稿' : `第${edition}版`}`;
  return [
    `数据来源：${organ}${reportName(year)}（${which}）`,
    `内容校验码：${contentHash}`,
    ...(trend.length > 0 ? [`以前年度的数取自：${editionsByName(trend).join('；')}年度报告`] : []),
  ];
}

/** `示例区商务局2022年第1版、2023年第1版；2023年第1版、2024年第2版`: a former name stands before what was published under it. */
function editionsByName(trend: readonly PastYear[]): string[] {
  return [...new Set(trend.map((one) => one.formerName))].map((name) => {
    const editions = trend.filter((one) => one.formerName === name).map(({ year, edition }) => `${year}年第${edition}版`);
    return `${name ?? ''}${editions.join('、')}`;
  });
}
