import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { largeText, textSizeCookie } from '../../components/messages/text-size';
import { browserLaunch } from '../../e2e/browser';
import { type RunningApp, startApp } from '../../e2e/running-app';
import { signInAs } from '../../e2e/sign-in';
import { type Screen, screens } from './screens';

interface Desk {
  name: string;
  context: BrowserContextOptions;
  hasLargeText?: boolean;
  isPrinted?: boolean;
}

const desks: readonly Desk[] = [
  { name: 'wide', context: { viewport: { width: 1920, height: 1080 } } },
  { name: 'large', context: { viewport: { width: 1366, height: 768 } }, hasLargeText: true },
  { name: 'telephone', context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  // What 1366×768 leaves of a page at 400 %.
  { name: 'zoomed', context: { viewport: { width: 341, height: 192 }, deviceScaleFactor: 2 } },
  // A4 upright at 96 points an inch, less the margins.
  { name: 'printed', context: { viewport: { width: 718, height: 1000 } }, isPrinted: true },
];

/**
 * Every main page, whole, on the other desks it stands on. Says which pages are wider than their desk, and by what: a page moves sideways for
 * its wide tables alone, and those within their own frame.
 */
export async function lookAtDesks(folder: string): Promise<string[]> {
  const app = await startApp([]);
  const browser = await chromium.launch(browserLaunch());
  const lines: string[] = [];
  try {
    for (const desk of desks) {
      mkdirSync(join(folder, desk.name), { recursive: true });
      for (const screen of screens) lines.push(await picture(browser, app, { desk, screen, folder: join(folder, desk.name) }));
    }
  } finally {
    await browser.close();
    await app.stop();
  }
  return lines;
}

async function picture(
  browser: Browser,
  app: RunningApp,
  { desk, screen, folder }: { desk: Desk; screen: Screen; folder: string },
): Promise<string> {
  const context = await browser.newContext({ ...desk.context, locale: 'zh-CN' });
  if (desk.hasLargeText) await context.addCookies([{ name: textSizeCookie, value: largeText, url: app.address }]);
  const page = await context.newPage();
  try {
    if (screen.as) await signInAs(page, app.address, screen.as);
    await screen.open(page, app);
    await page.locator('main').first().waitFor();
    await page.waitForLoadState('networkidle');
    if (desk.isPrinted) await page.emulateMedia({ media: 'print' });
    const path = join(folder, `${screen.name}.png`);
    await page.screenshot({ path, fullPage: true });
    const wider = await widerThanTheDesk(page);
    return wider === null ? path : `${path} wider than its desk: ${wider}`;
  } finally {
    await context.close();
  }
}

/** The outermost element that makes the page move sideways, with its text; null where none does. */
async function widerThanTheDesk(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    // Written flat: a name given to a function in here is not known in the browser.
    const outside = [...document.body.querySelectorAll('*')].find((element) => {
      if (element.getBoundingClientRect().right <= clientWidth + 1) return false;
      for (let frame = element.parentElement; frame; frame = frame.parentElement)
        if (getComputedStyle(frame).overflowX !== 'visible') return false;
      return true;
    });
    const what = outside ? `${outside.tagName.toLowerCase()} "${(outside.textContent ?? '').trim().slice(0, 40)}"` : 'nothing found';
    return `${scrollWidth} of ${clientWidth}, ${what}`;
  });
}
