import type { ChartSize } from './draw-chart';
import { outlinedText } from './outlined-text';

/** Pixels for each of the drawing’s: 240 dots an inch, enough for print. */
const sharpness = 2.5;

/**
 * A drawing as PNG on white, its letters in the given families.
 *
 * 2026-11-25: the renderer ends the whole process when a group with a clip lies outside its canvas. Draw nothing there, and cut nothing out
 * of a larger drawing by a view box.
 */
export async function pictureOf({ svg, ...size }: ChartSize & { svg: string }, families: readonly string[]): Promise<Uint8Array> {
  // Loaded with the first picture.
  const { Resvg } = await import('@resvg/resvg-js');
  const drawing = new Resvg(outlinedText(svg, size, families), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: sharpness },
    font: { loadSystemFonts: false },
  });
  return new Uint8Array(drawing.render().asPng());
}
