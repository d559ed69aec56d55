import type { ReportChart } from '@/server/domain/report/charts/report-chart';
import type { DigestCard, DigestFigure, ReportDigest, RequestBalance } from '@/server/domain/report/digest/report-digest';
import { escapePrinted } from '@/server/domain/report/escape-printed';
import { pageDrawing } from './drawing';
import { digestStyle } from './html-style';

/**
 * The 图解 as one page for the portal: it loads nothing and runs nothing. Charts are drawn in the page, each is one picture with its
 * sentence to a screen reader and has its numbers in a table below. Each figure carries its cells.
 */
export async function digestHtml(digest: ReportDigest): Promise<Uint8Array> {
  const { title, edition, disclosure, requests, disputes } = digest;
  const charts = await Promise.all(requests.charts.map(chartHtml));
  return new TextEncoder().encode(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapePrinted(title.join(''))}</title>
<style>${digestStyle}</style>
</head>
<body>
<header>
${edition === null ? '<p class="draft">草稿，未定稿，不得公开</p>\n' : ''}<h1>${title.map((line) => `<span>${escapePrinted(line)}</span>`).join('')}</h1>
<p>${escapePrinted(digest.period)}</p>
</header>
<main>
${digest.partial === null ? '' : `<p class="partial">${escapePrinted(digest.partial)}</p>\n`}<section>
<h2>${escapePrinted(disclosure.title)}</h2>
${rowsOfCards(disclosure.cards)}
</section>
<section>
<h2>${escapePrinted(requests.title)}</h2>
${balanceHtml(requests.balance)}
<div class="charts">
${charts.join('\n')}
</div>
</section>
<section>
<h2>${escapePrinted(disputes.title)}</h2>
${disputesHtml(disputes.title, disputes.cards)}
</section>
</main>
<footer>
${digest.sources.map((line) => `<p>${escapePrinted(line)}</p>`).join('\n')}
</footer>
</body>
</html>
`);
}

/** Documents with their three figures in a row of their own. */
function rowsOfCards(cards: readonly DigestCard[]): string {
  return [cards.filter(isWide), cards.filter((card) => !isWide(card))]
    .filter((row) => row.length > 0)
    .map((row) => `<div class="cards">\n${row.map(cardHtml).join('\n')}\n</div>`)
    .join('\n');
}

function isWide({ figures }: DigestCard): boolean {
  return figures.length > 2;
}

function cardHtml(card: DigestCard): string {
  const { title, figures } = card;
  const rows = figures.map((figure) => `<div><dt>${escapePrinted(figure.label)}</dt><dd>${figureHtml(figure)}</dd></div>`).join('');
  return `<section class="card${isWide(card) ? ' wide' : ''}"><h3>${escapePrinted(title)}</h3><dl>${rows}</dl></section>`;
}

function figureHtml({ cell, printed, unit }: DigestFigure): string {
  return `<span class="figure" data-cell="${escapePrinted(cell)}">${escapePrinted(printed)}</span><span class="unit">${escapePrinted(unit)}</span>`;
}

function balanceHtml({ figures, holds }: RequestBalance): string {
  const signs = holds ? ['+', '=', '+'] : [];
  const items = figures.flatMap((figure, index) => [
    ...(index > 0 && signs[index - 1] ? [`<li class="sign">${signs[index - 1]}</li>`] : []),
    `<li><span class="label">${escapePrinted(figure.label)}</span>${figureHtml(figure)}</li>`,
  ]);
  return `<ul class="balance">${items.join('')}</ul>`;
}

async function chartHtml(chart: ReportChart): Promise<string> {
  const isYears = chart.shape === 'years';
  const { svg, isWide } = await pageDrawing(chart);
  const drawing =
    svg === null
      ? `<p class="instead">${escapePrinted(chart.instead ?? '')}</p>`
      : `<div class="drawing"${isWide ? ` role="region" aria-label="${escapePrinted(chart.title)}" tabindex="0"` : ''}>${isWide ? svg.replace('<svg ', '<svg class="wide" ') : svg}</div>`;
  return [
    `<figure${isYears ? ' class="years"' : ''}>`,
    `<figcaption>${escapePrinted(chart.title)}<span class="unit">（单位：件）</span></figcaption>`,
    drawing,
    ...(chart.notes.length > 0 ? [`<p>${escapePrinted(chart.notes.join(''))}</p>`] : []),
    chartTable(chart),
    '</figure>',
  ].join('\n');
}

function chartTable({ title, key, pointsAre, series, points }: ReportChart): string {
  const hasShares = points.some((point) => point.values.some((value) => value.share !== null));
  const head = [`<th scope="col">${escapePrinted(pointsAre)}</th>`, ...[...series, ...(hasShares ? ['占比'] : [])].map(numberHead)];
  const rows = points.map(({ label, values }) => {
    const cells = values.flatMap(({ printed, share, cells }) => [
      `<td data-cells="${escapePrinted(cells.join(' '))}">${escapePrinted(printed)}</td>`,
      ...(hasShares ? [`<td>${escapePrinted(share ?? '')}</td>`] : []),
    ]);
    return `<tr><th scope="row">${escapePrinted(label)}</th>${cells.join('')}</tr>`;
  });
  return [
    `<table data-chart="${key}">`,
    `<caption>${escapePrinted(title)}，单位：件</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${rows.join('')}</tbody>`,
    '</table>',
  ].join('\n');
}

function disputesHtml(title: string, cards: readonly DigestCard[]): string {
  const labels = cards[0]?.figures.map((figure) => figure.label) ?? [];
  const rows = cards.map(
    (card) =>
      `<tr><th scope="row">${escapePrinted(card.title)}</th>${card.figures
        .map((figure) => `<td data-cell="${escapePrinted(figure.cell)}">${escapePrinted(figure.printed)}</td>`)
        .join('')}</tr>`,
  );
  return [
    `<div class="scroll" role="region" aria-label="${escapePrinted(title)}" tabindex="0">`,
    '<table>',
    `<caption>${escapePrinted(title)}，单位：件</caption>`,
    `<thead><tr><th scope="col">单位：件</th>${labels.map(numberHead).join('')}</tr></thead>`,
    `<tbody>${rows.join('')}</tbody>`,
    '</table>',
    '</div>',
  ].join('\n');
}

function numberHead(text: string): string {
  return `<th scope="col" class="number">${escapePrinted(text)}</th>`;
}
