import { chartSentence, type ReportChart } from '@/server/domain/report/charts/report-chart';
import type { DigestCard, DigestFigure, ReportDigest } from '@/server/domain/report/digest/report-digest';
import { withoutIllegalCharacters } from '@/server/domain/report/illegal-characters';
import { drawChart } from '../charts/draw-chart';
import { textWidth } from '../charts/ink';
import { chartSize } from './chart-size';
import { digestFonts, fontList } from './fonts';

/** What the template of the 图解 is given. Whatever a person typed is data. */
export async function digestPageData(digest: ReportDigest) {
  const clean = withoutIllegalCharacters;
  const fonts = digestFonts();
  const figure = ({ label, printed, unit }: DigestFigure) => ({ label, printed: clean(printed), unit });
  const card = ({ title, figures }: DigestCard) => ({ title, figures: figures.map(figure), weight: widthOf({ title, figures }) });
  return {
    lines: digest.title.map(clean),
    organ: clean(digest.organ),
    draft: digest.edition === null,
    period: digest.period,
    partial: clean(digest.partial ?? ''),
    fonts,
    disclosure: { title: digest.disclosure.title, cards: digest.disclosure.cards.map(card) },
    balance: { holds: digest.requests.balance.holds, figures: digest.requests.balance.figures.map(figure) },
    requests: digest.requests.title,
    charts: await Promise.all(digest.requests.charts.map((chart) => chartData(chart, fontList(fonts.plain)))),
    disputes: { title: digest.disputes.title, cards: digest.disputes.cards.map(card) },
    sources: digest.sources.map(clean),
  };
}

async function chartData(chart: ReportChart, family: string) {
  return {
    title: chart.title,
    wide: chart.shape === 'years',
    svg: (await drawChart(chart, chartSize[chart.shape], family)) ?? '',
    instead: chart.instead ?? '',
    notes: chart.notes.join(''),
    alt: chartSentence(chart),
  };
}

/** What a card needs, so that one with a long figure gets more of the row. Points, near enough. */
export function widthOf({ title, figures }: DigestCard): number {
  const each = figures.map(({ label, printed, unit }) =>
    Math.max(textWidth(label, 8.5), textWidth(printed, 15) + textWidth(unit, 8.5) + 3),
  );
  return 20 + Math.max(textWidth(title, 9.5), 6 * (figures.length - 1) + each.reduce((sum, one) => sum + one, 0));
}
