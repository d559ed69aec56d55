import { rmSync } from 'node:fs';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type IdentityProviderForTests, startIdentityProvider } from '@/server/testing/identity-provider';
import { copyOfTemplate } from './district-template';
import { type DistrictServer, newFolder, type RunningApp, startApp, startDistrictServer, startPatienceMs } from './running-app';
import { seedSmallDistrict } from './small-district';
import { reactMark } from './until-hydrated';

interface ServedFolder {
  address: string;
  /** For what the office does at the server itself. */
  dataFolder: string;
}

/** Named before `newPerson` by a test that has both: pages are closed before the app is, or would hear that nobody answers. */
interface Fixtures {
  /** An installation where nobody exists yet; its first link is in the greeting. */
  emptyApp: RunningApp;
  /** The demonstration year, the journey's own. */
  demonstration: ServedFolder;
  /** The people of `small-district.ts`, in a district where no year has begun. */
  smallDistrict: ServedFolder;
  /** The same people in an app of their own, whose office has an identity provider on this machine. */
  officeWithProvider: ServedFolder & { provider: IdentityProviderForTests };
  /** A page of a person of its own browser profile; console errors fail the test. */
  newPerson: () => Promise<Page>;
}

/** `NIANBAO_SLOW=6`: each page's processor so many times slower, for a look at what only goes wrong on an old machine. */
const slowness = Number(process.env.NIANBAO_SLOW ?? 1);

interface WorkerFixtures {
  districtServer: DistrictServer;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  emptyApp: [
    async ({ playwright: _ }, use) => {
      const app = await startApp(['--empty']);
      await use(app);
      await app.stop();
    },
    { timeout: startPatienceMs },
  ],
  demonstration: ({ districtServer }, use) => serve(districtServer, copyOfTemplate(), use),
  smallDistrict: async ({ districtServer }, use) => {
    const dataFolder = newFolder();
    await seedSmallDistrict(dataFolder);
    await serve(districtServer, dataFolder, use);
  },
  officeWithProvider: [
    async ({ playwright: _ }, use) => {
      const dataFolder = newFolder();
      await seedSmallDistrict(dataFolder);
      let provider: IdentityProviderForTests | undefined;
      const app = await startApp([], dataFolder, async (address) => {
        provider = await startIdentityProvider(`${address}/api/identity/callback`);
        const { issuer, clientId, clientSecret } = provider;
        const client = { NIANBAO_OIDC_CLIENT_ID: clientId, NIANBAO_OIDC_CLIENT_SECRET: clientSecret ?? '' };
        return { NEXTAUTH_URL: address, NIANBAO_OIDC_ISSUER: issuer, ...client };
      });
      if (provider) await use({ address: app.address, dataFolder, provider });
      await app.stop();
      await provider?.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
    { timeout: startPatienceMs },
  ],
  districtServer: [
    async ({ playwright: _ }, use) => {
      const server = await startDistrictServer();
      await use(server);
      await server.stop();
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
      if (slowness > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowness });
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) errors.push(`${page.url()}: ${message.text()}`);
      });
      page.on('request', (request) => {
        if (isElsewhere(request.url())) errors.push(`${page.url()} asked ${request.url()}`);
      });
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      return withPatience(page);
    });
    for (const context of contexts) await context.close();
    expect(errors).toEqual([]);
  },
});

async function serve(server: DistrictServer, dataFolder: string, use: (app: ServedFolder) => Promise<void>): Promise<void> {
  await server.open(dataFolder);
  await use({ address: server.address, dataFolder });
  await server.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** A person does nothing before the page's script is at work: a click or a word before that is lost, or does something else. */
function withPatience(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (...given) => {
    const answer = await goto.apply(page, given);
    await untilAtWork(page);
    return answer;
  };
  page.reload = async (...given) => {
    const answer = await reload.apply(page, given);
    await untilAtWork(page);
    return answer;
  };
  return page;
}

const untilAtWorkMs = 15_000;

/**
 * Where a page has no script, or none that gets through, it is as it is. A page comes to work part by part, so each thing that can be acted on is
 * waited for; but for those in a text, which its editor makes.
 */
async function untilAtWork(page: Page): Promise<void> {
  const isAtWork = (mark: string) =>
    [...document.querySelectorAll('main h1, main h2, main button, main input, main textarea, main select')]
      .filter((part) => !part.closest('[contenteditable]'))
      .every((part) => Object.keys(part).some((key) => key.startsWith(mark)));
  await page.waitForFunction(isAtWork, reactMark, { timeout: untilAtWorkMs }).catch(() => null);
}

/** T50: no page asks anybody but the app. */
function isElsewhere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return /^(?:https?|wss?):$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname);
}

/** The browser logs refusals, which have a status of their own, and a network that was cut off; journeys ask for both. */
function isExpected(text: string): boolean {
  return /Failed to load resource: (?:the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/.test(text);
}

export { expect };
