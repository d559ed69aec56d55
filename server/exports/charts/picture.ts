import type { ChartSize } from './draw-chart';

/** Pixels for each of the drawing's: three are 288 dots an inch, enough for print. */
const sharpness = 3;

/**
 * Drawings as PNG on white, in the fonts of the office's folder and of the system. They are set on one sheet and their letters turned into
 * outlines once, because reading the fonts takes longer than all the rest.
 */
export async function picturesOf(drawings: readonly (ChartSize & { svg: string })[]): Promise<Uint8Array[]> {
  if (drawings.length === 0) return [];
  // Loaded with the first picture.
  const { Resvg } = await import('@resvg/resvg-js');
  const tops = drawings.map((_, index) => drawings.slice(0, index).reduce((sum, { height }) => sum + height, 0));
  const [wide, high] = [Math.max(...drawings.map(({ width }) => width)), drawings.reduce((sum, { height }) => sum + height, 0)];
  const sheet = drawings.map(({ svg }, index) => svg.replace('<svg ', `<svg y="${tops[index]}" `)).join('\n');
  const folder = process.env.NIANBAO_FONTS;
  const outlined = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">${sheet}</svg>`, {
    font: { loadSystemFonts: true, ...(folder ? { fontDirs: [folder] } : {}) },
  }).toString();
  return drawings.map(({ width, height }, index) => {
    const part = outlined.replace(
      /<svg [^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 ${tops[index]} ${width} ${height}">`,
    );
    const drawing = new Resvg(part, { background: '#ffffff', fitTo: { mode: 'zoom', value: sharpness }, font: { loadSystemFonts: false } });
    return new Uint8Array(drawing.render().asPng());
  });
}
