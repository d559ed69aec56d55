import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type RunningApp, startApp, startPatienceMs } from './running-app';

interface Fixtures {
  /** A page of a person of its own browser profile; console errors fail the test. */
  newPerson: () => Promise<Page>;
}

interface WorkerFixtures {
  /** An installation where nobody exists yet; its first link is in the greeting. */
  emptyApp: RunningApp;
  /** The demonstration year. Journeys that change something use units of their own. */
  demonstration: RunningApp;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  emptyApp: [
    async ({ playwright: _ }, use) => {
      const app = await startApp(['--empty']);
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: startPatienceMs },
  ],
  demonstration: [
    async ({ playwright: _ }, use) => {
      const app = await startApp([]);
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: startPatienceMs },
  ],
  newPerson: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async () => {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) errors.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      return page;
    });
    for (const context of contexts) await context.close();
    expect(errors).toEqual([]);
  },
});

/** The browser logs refusals, which have a status of their own, and a network that was cut off; journeys ask for both. */
function isExpected(text: string): boolean {
  return /Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/.test(text);
}

export { expect };
