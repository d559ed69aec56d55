import type { Page } from 'playwright';

/** A table of the form as somebody would have it in a spreadsheet: its heads and labels, and a figure in each cell that wants one. */
export interface CopiedTable {
  html: string;
  text: string;
  /** Where it goes: the first cell one can type into. */
  firstCell: string;
  /** Of the figures, how many there are, and the last of them: when that stands in its cell, all do. */
  figures: number;
  lastCell: string;
  lastFigure: string;
}

/**
 * The tables of the section on screen, filled: what was newly received and what was carried in was granted, documents in force are
 * those there were, all else is 0. Cells that want nothing stay empty.
 */
export function copyTables(page: Page): Promise<CopiedTable[]> {
  // No function in here has a name: the page does not know the compiler's helper for names.
  return page.evaluate(() => {
    const received = 2;
    return [...document.querySelectorAll('table')].flatMap((table) => {
      const inputs = [...table.querySelectorAll<HTMLInputElement>('input[data-cell]')];
      const first = inputs.find((input) => !input.readOnly);
      if (!first) return [];
      const copy = table.cloneNode(true) as HTMLTableElement;
      let figures = 0;
      let lastCell = '';
      let lastFigure = '';
      for (const [at, input] of [...copy.querySelectorAll<HTMLInputElement>('input[data-cell]')].entries()) {
        const shown = inputs[at] ?? input;
        const [, row, column] = (shown.dataset.cell ?? '').split('.');
        const opening = document.getElementById(column === 'in_force' ? `${shown.id}_opening` : `cell-s3.carried_in.${column}`);
        const before = opening instanceof HTMLInputElement ? Number(opening.value.replaceAll(',', '') || 0) : 0;
        const isNatural = column === 'natural_person';
        let figure = '0';
        if (shown.readOnly || shown.getAttribute('aria-required') !== 'true') figure = '';
        else if (row === 'new_received' && isNatural) figure = String(received);
        else if (column === 'in_force') figure = String(before);
        else if (row === 'granted') figure = String(before + (isNatural ? received : 0));
        if (figure) {
          figures += 1;
          lastCell = shown.id;
          lastFigure = figure;
        }
        const place = input.closest('td');
        if (place) place.textContent = figure;
      }
      for (const element of [copy, ...copy.querySelectorAll('*')])
        for (const { name } of [...element.attributes]) if (!/span$/i.test(name)) element.removeAttribute(name);
      return figures === 0 ? [] : [{ html: copy.outerHTML, text: copy.innerText, firstCell: first.id, figures, lastCell, lastFigure }];
    });
  });
}

/** By the system's clipboard and Ctrl+V, with the yes to the dry run where one is shown. */
export async function pasteTable(page: Page, table: CopiedTable): Promise<{ acts: number; figures: number }> {
  await page.evaluate(
    ({ html, text }) =>
      navigator.clipboard.write([
        new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([text], { type: 'text/plain' }) }),
      ]),
    table,
  );
  await page.locator(`[id="${table.firstCell}"]`).click();
  await page.keyboard.press('Control+V');
  await page.waitForFunction(
    ({ lastCell, lastFigure }) => {
      const last = document.getElementById(lastCell);
      return document.querySelector('[role="dialog"]') !== null || (last instanceof HTMLInputElement && last.value === lastFigure);
    },
    { lastCell: table.lastCell, lastFigure: table.lastFigure },
  );
  const yes = page.getByRole('dialog').getByRole('button', { name: /^写入/ });
  if (!(await yes.isVisible())) return { acts: 2, figures: table.figures };
  await yes.click();
  await yes.waitFor({ state: 'detached' });
  return { acts: 3, figures: table.figures };
}
