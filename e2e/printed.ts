import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One sheet of what the browser prints. */
export interface PrintedSheet {
  isAcross: boolean;
  /** A4, upright or across. */
  isA4: boolean;
  /** Its words without spaces. A font may say a radical where the page says the character that looks like it: ⼯ for 工. */
  text: string;
}

/** What the page is on paper, sheet by sheet, on the paper it chooses itself. */
export async function printed(page: Page): Promise<PrintedSheet[]> {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })), verbosity: 0 }).promise;
  try {
    const sheets: PrintedSheet[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const sheet = await pdf.getPage(number);
      const { width, height } = sheet.getViewport({ scale: 1 });
      const { items } = await sheet.getTextContent();
      const sides = [width, height].map(Math.round).sort((a, b) => a - b);
      sheets.push({
        isAcross: width > height,
        isA4: sides[0] === 595 && sides[1] === 842,
        text: items
          .map((item) => ('str' in item ? item.str : ''))
          .join('')
          .replaceAll(/\s/g, '')
          .replaceAll(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC')),
      });
    }
    return sheets;
  } finally {
    await pdf.destroy();
  }
}
