import { chartSentence, type ReportChart } from '@/server/domain/report/charts/report-chart';
import { escapePrinted } from '@/server/domain/report/escape-printed';
import { barsOption } from './bars-option';
import { loadEcharts } from './echarts';
import { chartFont } from './ink';
import { yearsOption } from './years-option';

/** In CSS pixels; 6 bars of a row each, or five years. */
export interface ChartSize {
  width: number;
  height: number;
}

/**
 * A chart as SVG: text stays text, in the given fonts. Null where there is nothing to draw (`instead` says why). The same chart gives the
 * same bytes: ids come from the chart's key, not from how many were drawn before.
 */
export async function drawChart(chart: ReportChart, size: ChartSize, fontFamily: string): Promise<string | null> {
  if (chart.instead !== null) return null;
  const { init } = await loadEcharts();
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    drawing.setOption({
      animation: false,
      textStyle: { fontSize: chartFont },
      ...(chart.shape === 'bars' ? barsOption(chart) : yearsOption(chart)),
    });
    return plainSvg(drawing.renderToSVGString(), chart, size, fontFamily);
  } finally {
    drawing.dispose();
  }
}

/**
 * The drawing without what only a browser with a script needs (hover styles, marks for events) and without `style` attributes, which a
 * portal's security policy may forbid. To a screen reader it is one picture with the chart's sentence.
 */
function plainSvg(svg: string, chart: ReportChart, { width, height }: ChartSize, fontFamily: string): string {
  const inside = svg
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xml:space)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/\bzr\d+-/g, `${chart.key}-`)
    .replace(/<rect[^>]*fill="none"[^>]*><\/rect>\s*/g, '')
    .replace(/\n\s*/g, '\n')
    .trim();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"`,
    ` aria-label="${escapePrinted(chartSentence(chart))}" font-family="${escapePrinted(fontFamily)}" data-chart="${chart.key}">\n${inside}\n</svg>`,
  ].join('');
}

/** `font-size:12px;font-weight:bold;` → ` font-size="12" font-weight="bold"`; the family is the root's. */
function asAttributes(style: string): string {
  return style
    .split(';')
    .map((one) => one.split(':').map((part) => part.trim()))
    .flatMap(([name, value]) => (name && value && name !== 'font-family' ? [` ${name}="${value.replace(/px$/, '')}"`] : []))
    .join('');
}
