import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { en } from '../../components/messages/en';
import { zh } from '../../components/messages/zh';
import { browserLaunch } from '../../e2e/browser';
import { startApp } from '../../e2e/running-app';
import { Stage } from './stage';
import { states } from './states';

const folder = process.argv[2] ?? '/tmp/states';
const only = process.argv.slice(3);
mkdirSync(folder, { recursive: true });
const app = await startApp([]);
const browser = await chromium.launch(browserLaunch());
const stage = new Stage(app, browser);
try {
  for (const state of states) {
    if (only.length && !only.some((one) => state.name.includes(one))) continue;
    try {
      await state.setUp?.(stage);
      for (const language of ['zh', 'en'] as const) {
        const page = await state.open({ stage, language, words: { zh, en }[language] });
        await page.locator('main').first().waitFor();
        await page.screenshot({ path: join(folder, `${state.name}.${language}.png`) });
        await page.screenshot({ path: join(folder, `${state.name}.${language}.whole.png`), fullPage: true });
        if (state.isPrinted) await page.pdf({ path: join(folder, `${state.name}.${language}.pdf`), format: 'A4', preferCSSPageSize: true });
        await page.context().close();
      }
      console.log('ok', state.name);
    } catch (error) {
      console.log('FAILED', state.name, String(error).slice(0, 600));
    }
  }
} finally {
  await browser.close();
  await app.stop();
}
