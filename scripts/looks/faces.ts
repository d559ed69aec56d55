import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import type { FaceKind } from '@/server/domain/report/export-kinds';
import { exportsByKind } from '@/server/exports';
import { browserLaunch } from '../../e2e/browser';
import { pictureOffice, picturePdf } from './picture-pages';
import { type Sample, sampleReport } from './reports/sample';

/** The PDF, the page on a screen and as it is printed, and the workbook's sheets on paper. @returns the pictures */
export async function lookAtFaces(folder: string, samples: readonly Sample[]): Promise<string[]> {
  const pictures: string[] = [];
  const browser = await chromium.launch(browserLaunch());
  try {
    for (const sample of samples) {
      const { document, content } = sampleReport(sample);
      const file = (ending: string) => join(folder, `${sample.name}${ending}`);
      const write = async (kind: FaceKind, path: string) => writeFileSync(path, await exportsByKind[kind].write(document, content));
      await write('pdf', file('-typst.pdf'));
      pictures.push(...picturePdf(file('-typst.pdf')));
      await write('html', file('.html'));
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      await page.goto(pathToFileURL(resolve(file('.html'))).href);
      await page.screenshot({ path: file('-1366.png'), fullPage: true });
      await requireNarrow(page, sample.name);
      await page.pdf({ path: file('-printed.pdf'), preferCSSPageSize: true });
      await page.close();
      pictures.push(file('-1366.png'), ...picturePdf(file('-printed.pdf')));
      await write('xlsx', file('-sheets.xlsx'));
      pictures.push(...pictureOffice(file('-sheets.xlsx')));
    }
  } finally {
    await browser.close();
  }
  return pictures;
}

/** Pixels of the 156 mm that the text has on paper. */
const textWidth = 589;

/** @throws Error when a table would be cut off on paper, where nothing scrolls */
async function requireNarrow(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: textWidth, height: 850 });
  const widest = await page.evaluate(() => Math.max(...[...document.querySelectorAll('table')].map((table) => table.scrollWidth)));
  if (widest > textWidth) throw new Error(`${name}.html: a table is ${widest} pixels wide and the printed text ${textWidth}`);
}
