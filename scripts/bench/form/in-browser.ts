import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { browserLaunch } from '@/e2e/browser';
import { type RunningApp, startApp } from '@/e2e/running-app';
import { signInAs } from '@/e2e/sign-in';

export interface Desk {
  app: RunningApp;
  browser: Browser;
  /** A signed-in person of the demonstration, in a browser profile of their own. */
  personAt: (username: string) => Promise<Page>;
}

/** The built app with the demonstration year and a Chromium, for as long as the work takes. */
export async function atTheDesk<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  const app = await startApp([]);
  const browser = await chromium.launch(browserLaunch());
  const newContext = (): Promise<BrowserContext> => browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 1080 } });
  try {
    return await work({
      app,
      browser,
      async personAt(username) {
        const page = await (await newContext()).newPage();
        await signInAs(page, app.address, username);
        return page;
      },
    });
  } finally {
    await browser.close();
    await app.stop();
  }
}

/** Where the form of a quarter stands, for the person of this page. @param period e.g. 第三季度 */
export async function formAddress(page: Page, address: string, period: string): Promise<string> {
  await page.goto(`${address}/tasks`);
  const path = await page
    .getByRole('link', { name: new RegExp(period) })
    .first()
    .getAttribute('href');
  if (!path) throw new Error(`no task for ${period}`);
  return `${address}${path}`;
}
