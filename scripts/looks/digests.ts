import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { count } from '@/server/domain/figures';
import type { PictureKind } from '@/server/domain/report/export-kinds';
import { exportsByKind } from '@/server/exports';
import { browserLaunch } from '../../e2e/browser';
import { picturePages, picturePdf } from './picture-pages';
import type { Sample } from './reports/sample';
import { sampleReport } from './reports/sample';

const widths = [1366, 400];

/** The 图解 of the sample reports as PDF, Word and page (as wide as a screen and as a telephone), and the sheets of their charts. @returns the pictures */
export async function lookAtDigests(folder: string, samples: readonly Sample[]): Promise<string[]> {
  const pictures: string[] = [];
  const browser = await chromium.launch(browserLaunch());
  try {
    for (const sample of samples) {
      const { document, content } = sampleReport(sample);
      const write = (kind: PictureKind) => exportsByKind[kind].write(document, content, [], yearsBefore(sample));
      const file = (ending: string) => join(folder, `${sample.name}-digest${ending}`);
      writeFileSync(file('.pdf'), await write('digest-pdf'));
      pictures.push(...picturePdf(file('.pdf')));
      writeFileSync(file('-word.docx'), await write('digest-docx'));
      pictures.push(...picturePages(file('-word.docx')));
      writeFileSync(file('.html'), await write('digest-html'));
      for (const width of widths) {
        const page = await browser.newPage({ viewport: { width, height: 768 } });
        await page.goto(pathToFileURL(resolve(file('.html'))).href);
        await page.screenshot({ path: file(`-${width}.png`), fullPage: true });
        await requireWhole(page, sample.name);
        await page.close();
        pictures.push(file(`-${width}.png`));
      }
      pictures.push(await printOnOneSheet(browser, file('.html'), file('-printed.pdf')));
      for (const [name, bytes] of Object.entries(unzipSync(await write('charts')))) {
        if (!name.endsWith('.png')) continue;
        const path = file(`-chart-${name.slice(0, 1)}.png`);
        writeFileSync(path, bytes);
        pictures.push(path);
      }
    }
  } finally {
    await browser.close();
  }
  return pictures;
}

/** @throws Error when the 图解 does not print on one sheet */
async function printOnOneSheet(browser: Browser, html: string, pdf: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(resolve(html)).href);
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await page.close();
  const [sheet, ...more] = picturePdf(pdf);
  if (!sheet || more.length > 0) throw new Error(`${pdf} has ${more.length + 1} pages, and a 图解 is one`);
  return sheet;
}

/** @throws Error when somebody with a telephone would have to push a table sideways to read it */
async function requireWhole(page: Page, name: string): Promise<void> {
  const isWider = await page.evaluate(() =>
    [...document.querySelectorAll('.scroll')].some((table) => table.scrollWidth > table.clientWidth),
  );
  if (isWider) throw new Error(`${name}: a table of the 图解 is wider than the screen`);
}

/** Two of the four years before have an edition. */
function yearsBefore({ year, requests }: Sample) {
  const received = (requests.new_received ?? []).reduce((sum, value) => sum + value, 0);
  return [year - 3, year - 1].map((before, index) => ({
    year: before,
    edition: index + 1,
    contentHash: '0'.repeat(64),
    figures: new Map([
      ['s3.new_received.total', count(Math.round(received * (0.7 + index * 0.2)))],
      ['s3.result_total.total', count(Math.round(received * (0.68 + index * 0.2)))],
    ]),
  }));
}
