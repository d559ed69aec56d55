import { unescapeHtml } from '@/server/domain/escape-html';
import { errorsOf, typst } from '../pdf/compiler';
import type { ChartSize } from './draw-chart';

/** A text of a drawing of ours, where its baseline begins, stands around or ends. */
interface SetText {
  text: string;
  x: number;
  y: number;
  size: number;
  weight: string;
  fill: string;
  anchor: 'start' | 'middle' | 'end';
}

/** From the middle of a character to its baseline, in heights: a Chinese character reaches 0.88 above and 0.12 below. */
const middleToBaseline = 0.38;

/**
 * A drawing whose letters are outlines of the fonts that the PDF is set in, so that it looks the same wherever it is drawn and the
 * renderer needs no font: it opens the font file anew for every letter, which takes seconds with a Chinese one.
 */
export function outlinedText(svg: string, { width, height }: ChartSize, families: readonly string[]): string {
  const texts: SetText[] = [];
  const taken = (part: string, left: number, top: number) =>
    part.replace(/<text ([^>]*)>([^<]*)<\/text>/g, (_, attributes: string, inside: string) => {
      const text = setText(attributes, inside);
      texts.push({ ...text, x: text.x + left, y: text.y + top });
      return '';
    });
  const within = svg.replace(/<svg x="([\d.]+)" y="([\d.]+)"[\s\S]*?<\/svg>/g, (part, x: string, y: string) =>
    taken(part, Number(x), Number(y)),
  );
  const shapes = taken(within, 0, 0);
  const compiler = typst();
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify({ width, height, families, texts }) } });
  if (!compiled.result) throw new Error(`the letters of a chart do not compile: ${errorsOf(compiled).join('; ')}`);
  const letters = compiler
    .plainSvg(compiled.result)
    .replace(/<svg [^>]*>/, `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`);
  compiler.evictCache(10);
  return shapes.replace('<svg ', '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ').replace(/<\/svg>\s*$/, `${letters}</svg>`);
}

function setText(attributes: string, inside: string): SetText {
  const attribute = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
  const number = (name: string) => Number(attribute(name) ?? 0);
  const [, dx = '0', dy = '0'] = /translate\((-?[\d.]+)[ ,](-?[\d.]+)\)/.exec(attribute('transform') ?? '') ?? [];
  const size = number('font-size');
  const lowered = attribute('dominant-baseline') === 'central' ? size * middleToBaseline : 0;
  return {
    text: unescapeHtml(inside),
    x: number('x') + Number(dx),
    y: number('y') + Number(dy) + lowered,
    size,
    weight: attribute('font-weight') ?? 'regular',
    fill: attribute('fill') ?? '#000000',
    anchor: (attribute('text-anchor') ?? 'start') as SetText['anchor'],
  };
}

/** A point stands for a pixel. */
const template = `
#let d = json(bytes(sys.inputs.at("data")))
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: 0pt, fill: none)
#set text(font: d.families, lang: "zh", region: "cn", cjk-latin-spacing: none, top-edge: "baseline", bottom-edge: "baseline")
#for t in d.texts {
  context {
    let letters = text(size: t.size * 1pt, weight: t.weight, fill: rgb(t.fill), t.text)
    let wide = measure(letters).width
    let back = if t.anchor == "end" { wide } else if t.anchor == "middle" { wide / 2 } else { 0pt }
    place(top + left, dx: t.x * 1pt - back, dy: t.y * 1pt, box(width: wide, letters))
  }
}
`;
