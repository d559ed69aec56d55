import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserLaunch } from '../../e2e/browser';
import { startApp } from '../../e2e/running-app';
import { words } from './scenes';
import { Stage } from './stage';
import { states } from './states';

/**
 * Pictures of states that a page is in only now and then, at the size of an old office screen and whole, in both languages; sheets as
 * printed too. They build on each other: a slip that is refused was signed before.
 *
 * @param wanted left out: all of them
 */
export async function lookAtStates(folder: string, wanted: (name: string) => boolean = () => true): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const app = await startApp([]);
  const browser = await chromium.launch(browserLaunch());
  const stage = new Stage(app, browser);
  const pictures: string[] = [];
  try {
    for (const state of states.filter(({ name }) => wanted(name))) {
      await state.setUp?.(stage);
      for (const language of ['zh', 'en'] as const) {
        const page = await state.open({ stage, language, words: words[language] });
        pictures.push(...(await takePictures(page, join(folder, `${state.name}.${language}`), state.isPrinted ?? false)));
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
    await app.stop();
  }
  return pictures;
}

async function takePictures(page: Page, name: string, isPrinted: boolean): Promise<string[]> {
  await page.locator('main').first().waitFor();
  const [first, whole, sheet] = [`${name}.png`, `${name}.whole.png`, `${name}.pdf`];
  await page.screenshot({ path: first });
  await page.screenshot({ path: whole, fullPage: true });
  if (!isPrinted) return [first, whole];
  await page.pdf({ path: sheet, format: 'A4', preferCSSPageSize: true });
  const done = spawnSync('pdftoppm', ['-r', '80', '-png', sheet, `${name}-sheet`]);
  if (done.status !== 0) throw new Error('pdftoppm is missing: install poppler-utils.');
  return [first, whole, sheet];
}
